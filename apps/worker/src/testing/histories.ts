import type { Client } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../../../test/replay/histories');

/**
 * `RECORD_HISTORIES=<release>` keeps the completed history of a story for the replay test, one for each way that a
 * dossier can go. What was kept for a release is never written again.
 */
export async function keepHistory(client: Client, workflowId: string, name: string): Promise<void> {
  const release = process.env['RECORD_HISTORIES'];
  if (release === undefined) return;
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, `${release}-${name}.json`);
  if (existsSync(file)) return;
  writeFileSync(file, `${historyToJSON(await client.workflow.getHandle(workflowId).fetchHistory())}\n`);
}
