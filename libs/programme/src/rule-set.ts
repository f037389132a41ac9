import type { Day } from '@trinhduyet/calendar';
import type { RequestType, RuleSet } from './request-type.generated';

/** The amounts and thresholds in force on a day: the last set that had begun by then. */
export function ruleSetOn({ rules }: Pick<RequestType, 'rules'>, day: Day): RuleSet | undefined {
  return [...rules]
    .filter(({ validFrom }) => validFrom <= day)
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .at(-1);
}

/** What rules and eligibility may read beside the form: days and parameters, never a clock. */
export function namedValues(requestType: RequestType, day: Day): Readonly<Record<string, unknown>> {
  return { today: day, received: day, rule: ruleSetOn(requestType, day)?.parameters ?? {} };
}
