import type { Day } from '@trinhduyet/calendar';
import { type Data, evaluate, type Expression } from '@trinhduyet/form';
import type { ChecklistPaper, RequestType } from './request-type.generated';
import { namedValues } from './rule-set';

/** A paper of the checklist whose condition was parsed when the request type was published. */
export type CompiledPaper = Omit<ChecklistPaper, 'when'> & { readonly when?: Expression };

/**
 * The papers that this dossier needs, in the order of the checklist. One whose condition cannot be told yet, because the
 * form is not filled in that far, is asked for: better a paper too many on the list than a second way to the office.
 */
export function papersAsked(
  requestType: RequestType,
  checklist: readonly CompiledPaper[],
  document: Data,
  day: Day,
): readonly CompiledPaper[] {
  const names = { ...document, ...namedValues(requestType, day) };
  return checklist.filter(({ when }) => when === undefined || evaluate(when, names) !== false);
}
