import type { DossierRow } from '@trinhduyet/access';
import type { Transaction } from '@trinhduyet/persistence';

/** The poke that tells colleagues of what stands beside a dossier's record; its payload is `Beside` as JSON. */
export const BESIDE = 'td_beside';

/** That something was said or marked beside the record of a dossier: nothing of it is the applicant's to hear. */
export interface Beside {
  readonly dossier: string;
  readonly what: 'talk' | 'marks';
  /** What permission to read goes by. */
  readonly row: DossierRow;
}

export function tellBeside(transaction: Transaction, beside: Beside): void {
  transaction.pokeAfterwards(BESIDE, JSON.stringify(beside));
}
