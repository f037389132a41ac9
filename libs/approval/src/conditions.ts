import { dayOf } from '@trinhduyet/calendar';
import { evaluate, type Expression, type Names } from '@trinhduyet/feel';
import type { Chain, Route, Step, StepKey } from './chain.generated';
import type { DossierEvent, EventOf } from './event';
import type { Open, Place } from './state';

/** The conditions of a chain by their text, compiled once per published version. */
export type Conditions = ReadonlyMap<string, Expression>;

/** What following a dossier hands in where its chain has conditions: the facts, read under the dossier's lock. */
export interface ConditionContext {
  /** The form's fields, `step.<key>` with what was filled in there, and `rule`: never kept, only read. */
  readonly facts?: Names;
  readonly conditions?: Conditions;
}

/** The outcome of a step whose entry condition was false. */
export const SKIPPED = 'skipped';

/** Step keys as names: `draw-up-decision` is read as `drawUpDecision`. */
export function nameOfStep(key: StepKey): string {
  return key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** Every condition that a chain states. */
export function conditionsIn(chain: Chain): readonly string[] {
  return chain.steps.flatMap((step) => [
    ...(step.entry === undefined ? [] : [step.entry]),
    ...(step.kind === 'review' && step.workingDaysBy !== undefined ? [step.workingDaysBy] : []),
    ...step.routes.flatMap(({ when }) => (when === undefined ? [] : [when])),
  ]);
}

/** Reads a condition at this moment of a dossier. */
export type Reading = (text: string) => unknown;

/** What the record says itself stands beside the facts that were handed in, and goes before them. */
export function reading(state: Open, { facts = {}, conditions }: ConditionContext, leaving?: Place): Reading {
  const outcomes = [
    ...state.visits.map(({ step, outcome }) => [nameOfStep(step), outcome] as const),
    ...(leaving?.settled ? [[nameOfStep(leaving.step), leaving.settled.outcome] as const] : []),
  ];
  const names: Names = {
    ...facts,
    outcome: Object.fromEntries(outcomes),
    amount: state.decidedAmount,
    submitted: dayOf(state.submission.at),
    received: state.reception?.on,
  };
  return (text) => {
    const condition = conditions?.get(text);
    return condition ? evaluate(condition, names) : null;
  };
}

/**
 * The first route of an outcome whose condition holds. A condition that says nothing, because what it asks for is not
 * there, leads nowhere: to pass it over would be to decide.
 */
export function routeFor(step: Step | undefined, outcome: string, read: Reading): Route | undefined {
  for (const route of step?.routes.filter(({ on }) => on === outcome) ?? []) {
    const holds = route.when === undefined ? true : read(route.when);
    if (holds === true) return route;
    if (holds !== false) return undefined;
  }
  return undefined;
}

/** A step whose entry condition is false is entered and settled in the same instant: nobody is asked. */
export function skippedEntry(
  step: Step | undefined,
  entered: Omit<EventOf<'entered'>, 'type' | 'kind' | 'asked'>,
  read: Reading,
): EventOf<'entered'> | undefined {
  if (step?.entry === undefined || read(step.entry) !== false) return undefined;
  return { type: 'entered', ...entered, kind: step.kind, asked: [], skipped: true };
}

/** The chain with the working days of one step as they are for this dossier: in halves, and never more than it states. */
export function withWorkingDays(chain: Chain, key: StepKey, read: Reading): Chain {
  const step = chain.steps.find((each) => each.key === key);
  if (step?.kind !== 'review' || step.workingDaysBy === undefined) return chain;
  const days = read(step.workingDaysBy);
  if (typeof days !== 'number') return chain;
  const workingDays = Math.min(step.workingDays, Math.max(0.5, Math.ceil(days * 2) / 2));
  return { ...chain, steps: chain.steps.map((each) => (each === step ? { ...step, workingDays } : each)) };
}

/** A dossier that stood still for want of a fact goes on, with what was decided there, once some route holds. */
export function rerouted(chain: Chain, state: Open, context: ConditionContext & { at: string }): DossierEvent[] {
  return state.places.flatMap((place): DossierEvent[] => {
    const outcome = state.visits.findLast(({ step }) => step === place.step)?.outcome;
    if (place.stuck !== 'no-route' || outcome === undefined) return [];
    const step = chain.steps.find(({ key }) => key === place.step);
    const settled = { ...place, settled: { outcome, at: context.at } };
    if (!routeFor(step, outcome, reading(state, context, settled))) return [];
    return [{ type: 'unstuck', at: context.at, by: { kind: 'system' }, place: place.key, asked: [], outcome }];
  });
}
