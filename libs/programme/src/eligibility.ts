import type { Day } from '@trinhduyet/calendar';
import { evaluate, type Expression } from '@trinhduyet/feel';
import { type Data, namesFor, valueAt } from '@trinhduyet/form';
import { citizenNumberFindings } from './citizen-number';
import type { RequestType } from './request-type.generated';
import { namedValues } from './rule-set';

/** An eligibility rule whose condition was parsed when the request type was published. */
export interface CompiledEligibility {
  readonly code: string;
  readonly when: Expression;
}

/**
 * What an official should look at, as codes whose sentences stand with the request type or in the citizen number's own
 * list. Findings never refuse anything: the person decides.
 */
export function intakeFindings(
  requestType: RequestType,
  rules: readonly CompiledEligibility[],
  document: Data,
  receivedOn: Day,
): readonly string[] {
  const names = namesFor(document, namedValues(requestType, receivedOn));
  const ineligible = rules.filter(({ when }) => evaluate(when, names) === true).map(({ code }) => code);
  return [...citizenFindings(requestType, document, receivedOn), ...ineligible];
}

function citizenFindings({ roles }: RequestType, document: Data, day: Day): readonly string[] {
  const at = (pointer: string | undefined) => (pointer === undefined ? undefined : valueAt(document, pointer));
  const number = at(roles.citizenNumber);
  if (typeof number !== 'string') return [];
  const sex = at(roles.sex);
  const declared = {
    sex: sex === 'M' || sex === 'F' ? sex : undefined,
    birthYear: birthYear(document, roles),
  } as const;
  return citizenNumberFindings(number, declared, Number(day.slice(0, 4))).map(({ code }) => code);
}

function birthYear(document: Data, roles: RequestType['roles']): number | undefined {
  const year = roles.birthYear === undefined ? undefined : valueAt(document, roles.birthYear);
  if (typeof year === 'number') return year;
  const date = roles.dateOfBirth === undefined ? undefined : valueAt(document, roles.dateOfBirth);
  return typeof date === 'string' ? Number(date.slice(0, 4)) : undefined;
}
