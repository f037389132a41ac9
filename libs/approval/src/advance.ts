import { dayOf, type Instant, officeInstant, promisedDay, stepDue, type WorkingCalendar } from '@trinhduyet/calendar';
import { type Bell, nextBell, ringing } from './bells';
import { calendarAt } from './calendars';
import type { Chain } from './chain.generated';
import { reading, rerouted } from './conditions';
import { type AdvanceContext, ask, enter } from './entering';
import type { By, DossierEvent } from './event';
import { evolve } from './evolve';
import { afterDue, nextReminder } from './overdue';
import { placesAround, placesEndingWith, placesWithin } from './places';
import { branchesStep, destinationOf, reviewOf, stepOf } from './routing';
import { scopesOf } from './scopes';
import { conclusion, verdict } from './signing';
import { type DossierState, type Open, type Place, RECEPTION } from './state';

const SYSTEM: By = { kind: 'system' };
/** A step leads to at most one next step in each branch, so a sound chain is quiet after a handful of moves. */
const MOST_MOVES = 256;

/**
 * What follows by itself: leaves what is decided, rings what is due, enters what follows. Asked again without news it
 * answers with nothing. Never throws for a reason of the domain: where nobody can be asked the dossier is stuck, on record.
 */
export function advance(chain: Chain, state: DossierState, context: AdvanceContext): readonly DossierEvent[] {
  const events: DossierEvent[] = [];
  let reached = state;
  for (let move = 0; move < MOST_MOVES; move += 1) {
    const next = reached.status === 'open' ? nextMove(chain, reached, context) : [];
    if (next.length === 0) return events;
    events.push(...next);
    reached = next.reduce<DossierState>(evolve, reached);
  }
  return events;
}

/** Whether `advance` would do something now, or must look earlier than it was going to: only then is the workflow woken. */
export function needsLook(before: DossierState, after: DossierState, events: readonly DossierEvent[]): boolean {
  if (after.status !== 'open') return false;
  if (events.some(({ type }) => type === 'lookedAgain')) return true;
  if (events.some(({ type }) => FACTS.has(type)) && after.places.some(({ stuck }) => stuck === 'no-route')) return true;
  if (after.withdrawnAt !== undefined || after.places.length === 0) return true;
  if (after.places.some(({ settled }) => settled !== undefined)) return true;
  if (before.status !== 'open' || after.places.some(({ key }) => !before.places.some((place) => place.key === key)))
    return true;
  const bell = nextBell(after)?.at;
  const bellBefore = nextBell(before)?.at;
  return bell !== undefined && (bellBefore === undefined || bell < bellBefore);
}

/** What brings new facts: a dossier that lacked one may have a way on now. */
const FACTS: ReadonlySet<DossierEvent['type']> = new Set<DossierEvent['type']>([
  'transcribed',
  'supplemented',
  'decided',
]);

function nextMove(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] {
  if (state.withdrawnAt !== undefined) return withdraw(state, state.withdrawnAt);
  const settled = firstSettled(state);
  if (settled) return follow(chain, state, settled, context);
  if (state.places.length === 0) return [enter(chain, state, { step: RECEPTION, at: state.submission.at }, context)];
  return (
    beginBranch(chain, state, context) ??
    concludeOne(chain, state) ??
    freeOne(chain, state, context) ??
    (state.suspended ? undefined : ringOne(chain, state, context)) ??
    rerouted(chain, state, context)
  );
}

/** What encloses comes first: with it ends what runs inside. */
function firstSettled(state: Open): Place | undefined {
  const settled = state.places.filter((place) => place.settled !== undefined);
  return settled.find((place) => placesAround(state, place).every((around) => around.settled === undefined));
}

function withdraw(state: Open, at: Instant): readonly DossierEvent[] {
  return [...leave(state.places, at), { type: 'ended', at, by: SYSTEM, ending: 'withdrawn' }];
}

function leave(places: readonly Place[], at: Instant): readonly DossierEvent[] {
  return places.map(({ key }): DossierEvent => ({ type: 'left', at, by: SYSTEM, place: key }));
}

function follow(chain: Chain, state: Open, place: Place, context: AdvanceContext): readonly DossierEvent[] {
  const at = place.settled?.at ?? context.at;
  const destination = destinationOf(chain, place, reading(state, context, place));
  const around = destination.kind === 'step' ? aroundLeft(chain, state, place, destination.step) : [];
  const left = leaving(state, place, around, context);
  const base = { at, by: SYSTEM };
  if (destination.kind === 'end') return [...left, { ...base, type: 'ended', ending: destination.ending }];
  if (destination.kind === 'stays') return left;
  if (destination.kind === 'join' && place.within)
    return [...left, { ...base, type: 'branchEnded', ...place.within, outcome: destination.outcome }];
  const after = left.reduce<DossierState>(evolve, state) as Open;
  if (destination.kind !== 'step') return [...left, lost(after, place, at)];
  const { step, resumeTo, andThen } = destination;
  // Inside the branch that the place was in, or what is left of it outside.
  const within = place.settled?.within ?? (around.at(-1) ?? place).within;
  const entry = { step, at, resumeTo, andThen, until: place.settled?.until, from: place.key, within };
  const reopened = reopenedBy(chain, after, place, at);
  return [...left, ...reopened, enter(chain, after, entry, context)];
}

/** With a place end the opinions asked beside it and what runs inside; a return to before some branches ends those too. */
function leaving(
  state: Open,
  place: Place,
  around: readonly Place[],
  { calendar }: AdvanceContext,
): readonly DossierEvent[] {
  const at = place.settled?.at ?? '';
  const outermost = around.at(-1) ?? place;
  const ending = [...placesEndingWith(state, outermost), ...(around.length > 0 ? [outermost] : [])];
  const others = ending.filter((each) => each.key !== place.key);
  const lapsed = others
    .filter(({ kind, settled }) => kind === 'supplement' && !settled)
    .map((each): DossierEvent => ({
      type: 'supplementLapsed',
      at,
      by: SYSTEM,
      place: each.key,
      ...resumption(state, at, calendar),
    }));
  const left = others.map(({ key }): DossierEvent => {
    const returned = around.some((each) => each.key === key);
    return { type: 'left', at, by: SYSTEM, place: key, ...(returned ? { returned: true } : {}) };
  });
  return [...lapsed, ...leave([place], at), ...left];
}

/** The places of branches that a step lies outside of, from the innermost outwards. */
function aroundLeft(chain: Chain, state: Open, place: Place, step: string): readonly Place[] {
  const stays = new Set(scopesOf(chain, step).map((scope) => scope.step));
  if (step === place.step || !stepOf(chain, step)) return [];
  return placesAround(state, place).filter((around) => !stays.has(around.step));
}

/** The applicant has answered with something new: branches that are done are asked again, where the chain says so. */
function reopenedBy(chain: Chain, state: Open, place: Place, at: Instant): readonly DossierEvent[] {
  if (place.kind !== 'supplement' || place.settled?.outcome !== 'answered') return [];
  return placesAround(state, place).flatMap((around): readonly DossierEvent[] => {
    const done = (around.branches ?? []).filter(({ outcome }) => outcome !== undefined).map(({ key }) => key);
    const again = branchesStep(chain, around.step)?.carry.supplement === 'ask-again' && done.length > 0;
    return again ? [{ type: 'branchesReopened', at, by: SYSTEM, place: around.key, branches: done }] : [];
  });
}

/** Branches begin at the instant that their step was entered; in turn, when the one before came out. */
function beginBranch(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] | undefined {
  for (const place of state.places) {
    const step = place.branches && branchesStep(chain, place.step);
    if (!step || cameOut(chain, state, place) !== undefined) continue;
    const inside = placesWithin(state, place.key);
    const waiting = (place.branches ?? []).filter(({ outcome }) => outcome === undefined);
    const eligible = step.inTurn ? waiting.slice(0, 1) : waiting;
    const next = eligible.find(
      ({ key }) => !inside.some(({ within }) => within?.place === place.key && within.branch === key),
    );
    const branch = step.branches.find(({ key }) => key === next?.key);
    if (!branch) continue;
    const within = { place: place.key, branch: branch.key };
    const at = lastInside(state, place.key) ?? place.enteredAt;
    return [enter(chain, state, { step: branch.start, at, from: place.key, within }, context)];
  }
  return undefined;
}

/** When something in there was last left: from then on a later branch, or one that is gone through again, counts. */
function lastInside({ visits }: Open, key: string): Instant | undefined {
  return visits.findLast(({ within }) => within?.place === key)?.leftAt;
}

/** What is decided although nobody has to do anything more: enough branches have come out, or a kept signature was enough. */
function concludeOne(chain: Chain, state: Open): readonly DossierEvent[] | undefined {
  for (const place of state.places) {
    const came = place.branches ? cameOut(chain, state, place) : ofReview(chain, place);
    const at = place.branches ? lastInside(state, place.key) : undefined;
    if (came) return [{ type: 'concluded', at: at ?? place.enteredAt, by: SYSTEM, place: place.key, ...came }];
  }
  return undefined;
}

function ofReview(chain: Chain, place: Place) {
  const step = reviewOf(chain, place.step);
  return step && place.asked.some(({ signed }) => signed) ? conclusion(step, place) : undefined;
}

/** How a place of branches comes out; never while the applicant is waited for inside. */
function cameOut(chain: Chain, state: Open, place: Place): { readonly outcome: 'agreed' | 'refused' } | undefined {
  const step = branchesStep(chain, place.step);
  if (!step || placesWithin(state, place.key).some(({ kind }) => kind === 'supplement')) return undefined;
  const outcomes = (place.branches ?? []).flatMap(({ outcome }) => (outcome ? [outcome] : []));
  const agree = outcomes.filter((outcome) => outcome === 'agreed').length;
  const signers = step.branches.length;
  const came = verdict(step.rule, { signers, agree, against: outcomes.length - agree });
  return came && { outcome: came === 'passed' ? 'agreed' : 'refused' };
}

/** Stands again where it stood, for the administrator to see: the chain has no route for what was decided. */
function lost(state: Open, { key, step, kind, within, resumeTo, andThen }: Place, at: Instant): DossierEvent {
  const round = 1 + state.visits.filter((visit) => visit.step === step).length;
  return {
    type: 'entered',
    at,
    by: SYSTEM,
    place: `${step}.${round}`,
    step,
    kind,
    round,
    asked: [],
    from: key,
    within,
    resumeTo,
    andThen,
    stuck: 'no-route',
  };
}

/** A stuck place whose post is filled by now is freed. */
function freeOne(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] | undefined {
  for (const place of state.places) {
    if (place.stuck === undefined || place.stuck === 'no-route') continue;
    const answer = ask(chain, { step: place.step, place: place.key }, state, context);
    if (!('stuck' in answer))
      return [{ type: 'unstuck', at: context.at, by: SYSTEM, place: place.key, asked: answer.asked }];
  }
  return undefined;
}

function ringOne(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] | undefined {
  for (const place of state.places) {
    const bell = ringing(place, context.at);
    if (bell) return [ring(chain, state, { place, bell }, context)];
  }
  return undefined;
}

interface Ringing {
  readonly place: Place;
  readonly bell: Bell;
}

function ring(chain: Chain, state: Open, { place, bell }: Ringing, context: AdvanceContext): DossierEvent {
  const base = { at: bell.at, by: SYSTEM, place: place.key };
  if (bell.kind === 'remind') return { ...base, type: 'reminded' };
  if (bell.kind === 'leader') return { ...base, type: 'raised' };
  if (bell.kind === 'again') return { ...base, type: 'remindedAgain', ...nextReminder(chain, state, place, context) };
  if (place.kind === 'supplement')
    return { ...base, type: 'supplementLapsed', ...resumption(state, bell.at, context.calendar) };
  const byHand =
    place.kind === 'check' && place.asked.length === 0 ? handOver(chain, state, { place, bell }, context) : undefined;
  return byHand ?? { ...base, type: 'escalated', ...afterDue(chain, state, place, context) };
}

/** A machine that did not answer in time gives way to a person, with the whole limit. */
function handOver(
  chain: Chain,
  state: Open,
  { place, bell }: Ringing,
  context: AdvanceContext,
): DossierEvent | undefined {
  const step = stepOf(chain, place.step);
  const answer = ask(chain, { step: place.step, place: place.key }, state, context);
  if (!step || 'stuck' in answer || answer.asked.length === 0) return undefined;
  const dueAt = stepDue(calendarAt(chain, state, step.key, context), bell.at, step.workingDays);
  return { type: 'handedOver', at: bell.at, by: SYSTEM, place: place.key, asked: answer.asked, dueAt };
}

/** From which day the clock runs again after the applicant's time, and what is promised then. */
export function resumption(
  state: Open,
  at: Instant,
  calendar: WorkingCalendar,
): { resumedOn: string; promisedOn?: string } {
  const resumedOn = dayOf(officeInstant(calendar, at));
  if (!state.reception) return { resumedOn };
  const pauses = state.pauses.map((pause) => ({ ...pause, to: pause.to ?? resumedOn }));
  const { on, workingDays, extension } = state.reception;
  const promisedOn = promisedDay(calendar, on, workingDays + (extension?.workingDays ?? 0), pauses);
  return promisedOn === undefined ? { resumedOn } : { resumedOn, promisedOn };
}
