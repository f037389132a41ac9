import { dayOf, type Instant, officeInstant, promisedDay, stepDue, type WorkingCalendar } from '@trinhduyet/calendar';
import { type Bell, nextBell, ringing } from './bells';
import type { Chain } from './chain.generated';
import { reading, rerouted } from './conditions';
import { type AdvanceContext, ask, enter, whoOf } from './entering';
import type { By, DossierEvent } from './event';
import { evolve } from './evolve';
import { destinationOf, stepOf } from './routing';
import { type DossierState, type Open, type Place, RECEPTION } from './state';

const SYSTEM: By = { kind: 'system' };
/** A step leads to at most one next step, so a sound chain is quiet after a handful of moves. */
const MOST_MOVES = 64;

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
  if (after.withdrawnAt !== undefined || after.places.length === 0) return true;
  if (after.places.some(({ settled }) => settled !== undefined)) return true;
  const bell = nextBell(after)?.at;
  const bellBefore = nextBell(before)?.at;
  return bell !== undefined && (bellBefore === undefined || bell < bellBefore);
}

function nextMove(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] {
  if (state.withdrawnAt !== undefined) return withdraw(state, state.withdrawnAt);
  const settled = state.places.find((place) => place.settled !== undefined);
  if (settled) return follow(chain, state, settled, context);
  if (state.places.length === 0) return [enter(chain, state, { step: RECEPTION, at: state.submission.at }, context)];
  return freeOne(chain, state, context) ?? ringOne(chain, state, context) ?? rerouted(chain, state, context);
}

function withdraw(state: Open, at: Instant): readonly DossierEvent[] {
  const left = state.places.map(({ key }): DossierEvent => ({ type: 'left', at, by: SYSTEM, place: key }));
  return [...left, { type: 'ended', at, by: SYSTEM, ending: 'withdrawn' }];
}

function follow(chain: Chain, state: Open, place: Place, context: AdvanceContext): readonly DossierEvent[] {
  const at = place.settled?.at ?? context.at;
  const left: DossierEvent = { type: 'left', at, by: SYSTEM, place: place.key };
  const destination = destinationOf(chain, place, reading(state, context, place));
  if (destination.kind === 'end') return [left, { type: 'ended', at, by: SYSTEM, ending: destination.ending }];
  const after = evolve(state, left) as Open;
  if (destination.kind === 'nowhere') return [left, lost(after, place, at)];
  const { step, resumeTo, andThen } = destination;
  const entry = { step, at, resumeTo, andThen, until: place.settled?.until };
  return [left, enter(chain, after, entry, context)];
}

/** Stands again where it stood, for the administrator to see: the chain has no route for what was decided. */
function lost(state: Open, { step, kind }: Place, at: Instant): DossierEvent {
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
    stuck: 'no-route',
  };
}

/** A stuck place whose post is filled by now is freed. */
function freeOne(chain: Chain, state: Open, context: AdvanceContext): readonly DossierEvent[] | undefined {
  for (const place of state.places) {
    const who = place.stuck === undefined || place.stuck === 'no-route' ? undefined : whoOf(chain, place.step);
    const answer = who && ask(who, place.key, state, context);
    if (answer && !('stuck' in answer))
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
  if (place.kind === 'supplement')
    return { ...base, type: 'supplementLapsed', ...resumption(state, bell.at, context.calendar) };
  const byHand =
    place.kind === 'check' && place.asked.length === 0 ? handOver(chain, state, { place, bell }, context) : undefined;
  return byHand ?? { ...base, type: 'escalated' };
}

/** A machine that did not answer in time gives way to a person, with the whole limit. */
function handOver(
  chain: Chain,
  state: Open,
  { place, bell }: Ringing,
  context: AdvanceContext,
): DossierEvent | undefined {
  const step = stepOf(chain, place.step);
  const who = whoOf(chain, place.step);
  const answer = who && ask(who, place.key, state, context);
  if (!step || !answer || 'stuck' in answer) return undefined;
  const dueAt = stepDue(context.calendar, bell.at, step.workingDays);
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
