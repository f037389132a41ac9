import { nameOfStep } from '@trinhduyet/approval';
import { dayOf } from '@trinhduyet/calendar';
import type { Names } from '@trinhduyet/feel';
import { type Data, namesFor } from '@trinhduyet/form';
import { namedValues } from '@trinhduyet/programme';
import type { Setting } from './follow';

/**
 * What the conditions of a chain read, under the dossier's lock: the form as it is now, what was last filled in at each
 * step, and the rules in force. Read for one look and kept nowhere: events and histories hold nothing of it.
 */
export async function factsOf({ transaction, loaded, type }: Setting): Promise<Names> {
  const { state, fixed, document } = loaded;
  const entries = await transaction.query<{ step: string; document: Data | null }>(
    `SELECT DISTINCT ON (step) step, document FROM entry WHERE dossier_id = $1 ORDER BY step, at DESC, entry_id DESC`,
    [fixed.dossierId],
  );
  const reception = state.status === 'unsubmitted' ? undefined : state.reception;
  // A step's day is that of the record: the clock of whoever looks decides nothing.
  const day = reception?.on ?? (state.status === 'unsubmitted' ? '' : dayOf(state.submission.at));
  const { rule } = namesFor(document, namedValues(type.definition, day));
  const step = Object.fromEntries(entries.map((entry) => [nameOfStep(entry.step), entry.document ?? {}]));
  return { ...document, step, rule };
}
