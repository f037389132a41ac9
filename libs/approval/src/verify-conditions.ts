import {
  BOOLEAN,
  check,
  type Environment,
  NUMBER,
  parse,
  parseRule,
  type Problem,
  type Type,
} from '@trinhduyet/feel/publish';
import type { Chain, Route, Step } from './chain.generated';
import { type Conditions, conditionsIn, SKIPPED } from './conditions';
import type { Finding } from './verify';

/** The conditions of a published chain, ready to run. A chain that was never verified may throw. */
export function compileConditions(chain: Chain): Conditions {
  return new Map(conditionsIn(chain).map((text) => [text, parseRule(text)]));
}

/** What is wrong with the conditions of a step; `environment` is what they may read. */
export function conditionFindings(step: Step, environment: Environment): Finding[] {
  const of = (text: string | undefined, wanted: Type) =>
    text === undefined
      ? []
      : check(parse(text), environment, wanted).problems.map((problem) => named(step, text, problem));
  return [
    ...of(step.entry, BOOLEAN),
    ...(step.kind === 'review' ? of(step.workingDaysBy, NUMBER) : []),
    ...step.routes.flatMap(({ when }) => of(when, BOOLEAN)),
    ...outcomes(step).flatMap((outcome) => totality(step, outcome)),
    ...(step.entry === undefined && step.routes.some(({ on }) => on === SKIPPED)
      ? [{ code: 'route-never-taken', step: step.key, detail: SKIPPED } as const]
      : []),
  ];
}

function named({ key }: Step, text: string, { reason, from, part }: Problem): Finding {
  return { code: 'condition', step: key, detail: `${text}: ${reason} at ${from}: ${part}` };
}

const outcomes = ({ routes }: Step) => [...new Set(routes.map(({ on }) => on))];

/** The last route of an outcome has no condition, so that there is always a way; what stands after such a route is dead. */
function totality({ key, routes }: Step, outcome: string): Finding[] {
  const own = routes.filter(({ on }) => on === outcome);
  const open = own.findIndex(({ when }) => isAlways(when));
  const dead = [
    ...(open < 0 ? [] : own.slice(open + 1)),
    ...own.filter((route, at) => isNever(route, own.slice(0, at))),
  ];
  return [
    ...(open < 0 ? [{ code: 'outcome-not-total', step: key, detail: outcome } as const] : []),
    ...[...new Set(dead)].map((route): Finding => ({
      code: 'route-never-taken',
      step: key,
      detail: `${outcome} ${destination(route)}`,
    })),
  ];
}

const destination = (route: Route): string =>
  Object.values({ ...route, on: '', when: '' })
    .filter(Boolean)
    .join('');
const isAlways = (when: string | undefined) => when === undefined || constant(when) === true;

/** Its condition can never hold, or one before it has asked the same. */
const isNever = ({ when }: Route, before: readonly Route[]) =>
  when !== undefined && (constant(when) === false || before.some((other) => other.when === when));

function constant(text: string): unknown {
  const parsed = parse(text);
  return parsed.ok && parsed.expression.op === 'literal' ? parsed.expression.value : undefined;
}
