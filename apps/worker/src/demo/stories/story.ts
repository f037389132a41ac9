import type { CommandInput } from '@trinhduyet/dossiers';
import type { Data } from '@trinhduyet/form';

/** What an official does with a dossier of the demo, and how many working days after the last act. Who it is, the task says. */
export interface Act {
  /** How far the dossier has come with it. */
  readonly reaches: string;
  readonly days: number;
  readonly input: (at: Moment) => CommandInput;
}

export interface Moment {
  readonly task: string;
  readonly day: string;
  /** A number that no other paper of the demo has. */
  readonly number: number;
}

/** How dossiers of one request type go: what is handed in, what the officials do one after the other, and where ways part. */
export interface Story {
  /** Key of the request type. */
  readonly type: string;
  /** Name of the valid sample that the dossiers are made of. */
  readonly sample: string;
  readonly straight: readonly Act[];
  /** Ways that leave the straight one after an act. */
  readonly branches: Readonly<Record<string, { readonly after: string; readonly acts: readonly Act[] }>>;
}

/** Everything that was done with a dossier which has come so far; nothing as long as it only was submitted. */
export function actsUntil({ straight, branches }: Story, reached: string): readonly Act[] {
  const branch = branches[reached];
  const end = straight.findIndex(({ reaches }) => reaches === (branch?.after ?? reached));
  return [...straight.slice(0, end + 1), ...(branch?.acts ?? [])];
}

export const receive: Act = { reaches: 'received', days: 0, input: ({ task }) => ({ type: 'receive', task }) };

/** A decision with the step's form filled in, or with words. */
export const decide =
  (outcome: string, entry?: (at: Moment) => Data, note?: string) =>
  (at: Moment): CommandInput => ({ type: 'decide', task: at.task, outcome, note, entry: entry?.(at) });

/** The archivist's act: `symbol` stands behind the number. */
export const number = (reaches: string, symbol: string, days = 0): Act => ({
  reaches,
  days,
  input: decide('issue', (at) => ({ number: `${at.number}/${symbol}`, issuedOn: at.day })),
});

/** It is not supported: whoever looked into it proposes so, the chair decides, the archivist numbers the notice. */
export function refused(because: string, decision: string): readonly Act[] {
  return [
    { reaches: 'refusing', days: 2, input: decide('propose-not', undefined, because) },
    { reaches: 'refused', days: 2, input: decide('reject', undefined, decision) },
    number('rejected', 'TB-UBND', 1),
  ];
}
