import type { Day } from '@trinhduyet/calendar';
import type { Names } from '@trinhduyet/feel';
import { parametersOn, type RuleDating } from '@trinhduyet/form';
import type { RequestType, RuleSet } from './request-type.generated';

/** The amounts and thresholds in force on a day: the last set that had begun by then. */
export function ruleSetOn({ rules }: Pick<RequestType, 'rules'>, day: Day): RuleSet | undefined {
  return parametersOn(rules, day);
}

/**
 * What rules and eligibility may read beside the form: days and parameters, never a clock. A request type whose rules count
 * by a day of its form hands over every set; `namesFor` chooses when an expression runs.
 */
export function namedValues({ rules, ruleDate }: Pick<RequestType, 'rules' | 'ruleDate'>, day: Day): Names {
  const rule = ruleSetOn({ rules }, day)?.parameters ?? {};
  const dating: Partial<RuleDating> =
    ruleDate === undefined
      ? {}
      : { ruleDate, ruleSets: rules.map(({ validFrom, parameters }) => ({ validFrom, parameters })) };
  return { today: day, received: day, rule, ...dating };
}
