import * as wf from '@temporalio/workflow';
import type { DossierActivities, DossierInput } from '@trinhduyet/workflows/contract';

const far = wf.proxyActivities<DossierActivities>({ startToCloseTimeout: '10s' });

/** As if somebody had changed the workflow so that it asks the server first: no kept history may replay on this. */
export async function dossier({ dossierId }: DossierInput): Promise<void> {
  await far.followRoute({ dossierId });
}
