import type { Names } from '@trinhduyet/feel';
import type { Data, Pointer } from './document';
import { isObject, valueAt } from './pointer';

/** Amounts and thresholds that begin to hold on a day. */
export interface DatedParameters {
  readonly validFrom: string;
  readonly parameters: Readonly<Record<string, number>>;
}

/**
 * Beside the named values, for a request type whose rules count by a day in its own form (a course's start): where that day
 * stands, and every set there is. A form that is being filled in may change the day at any time, so the set is chosen when
 * an expression runs.
 */
export interface RuleDating {
  readonly ruleDate: Pointer;
  readonly ruleSets: readonly DatedParameters[];
}

/** The parameters in force on a day: the last set that had begun by then. */
export function parametersOn<Set extends DatedParameters>(sets: readonly Set[], day: string): Set | undefined {
  return [...sets]
    .filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
}

/** All that an expression may read: the fields, and the named values with the parameters that count for this document. */
export function namesFor(document: Data, named: Names): Names {
  const { ruleDate, ruleSets, ...given } = named as Names & Partial<RuleDating>;
  if (ruleDate === undefined || ruleSets === undefined) return { ...document, ...given };
  // At a step, the day stands in the dossier, not in the step's own form.
  const day = valueAt(isObject(given.dossier) ? given.dossier : document, ruleDate);
  const dated = typeof day === 'string' ? parametersOn(ruleSets, day) : undefined;
  return { ...document, ...given, rule: dated?.parameters ?? given.rule };
}
