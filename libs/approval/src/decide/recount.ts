import {
  addWorkingDays,
  closing,
  type Day,
  dayOf,
  type Instant,
  instantOn,
  officeInstant,
  onOrAfter,
  promisedDay,
  stepDue,
  timeOf,
  type WorkingCalendar,
  workingDaysBetween,
} from '@trinhduyet/calendar';
import { calendarAt } from '../calendars';
import type { Chain } from '../chain.generated';
import type { CommandOf } from '../command';
import { reading, withWorkingDays } from '../conditions';
import { plan } from '../entering';
import type { RecountedPlace } from '../event';
import { afterDue } from '../overdue';
import { stepOf } from '../routing';
import type { Open, Place } from '../state';
import { accept, type DecideContext, type Decider, refuse } from './decision';

/**
 * Counts an open dossier anew by the calendars of today, as if they had been so when each step was entered. Nothing to
 * record where nothing moves, so it may be asked as often as anybody likes.
 */
export const recount: Decider<CommandOf<'recount'>> = (chain, state, { decision }, context) => {
  if (context.actor.kind !== 'system') return refuse('not-your-task');
  const { places, promised } = recounted(chain, state, context);
  if (places.length === 0 && !promised) return accept();
  return accept({ type: 'recounted', at: context.at, by: { kind: 'system' }, decision, places, promised });
};

export interface Recount {
  readonly places: readonly RecountedPlace[];
  readonly promised?: { readonly from: Day; readonly to: Day };
  /** The day that would have been promised, where it is earlier: a promise is not shortened. */
  readonly earlierPromise?: Day;
}

/** What of a dossier moves by the calendars of the context. */
export function recounted(chain: Chain, state: Open, context: DecideContext): Recount {
  if (state.withdrawnAt !== undefined) return { places: [] };
  const places = state.places.flatMap((place) => movedPlace(chain, state, place, context));
  return { places, ...movedPromise(chain, state, context) };
}

type Timing = Omit<RecountedPlace, 'place' | 'was'>;

function movedPlace(chain: Chain, state: Open, place: Place, context: DecideContext): readonly RecountedPlace[] {
  if (place.settled || place.dueAt === undefined) return [];
  const was = timingOf(place);
  const timing = { ...was, ...anew(chain, state, { ...place, dueAt: place.dueAt }, context) };
  const isMoved = (Object.keys(timing) as (keyof Timing)[]).some((each) => timing[each] !== was[each]);
  return isMoved ? [{ place: place.key, ...timing, was }] : [];
}

type Due = Place & { readonly dueAt: Instant };

function anew(chain: Chain, state: Open, place: Due, context: DecideContext): Timing {
  if (place.kind === 'supplement') return { dueAt: answerBy(place, context) };
  const calendar = calendarAt(chain, state, place.step, context);
  const visits = state.visits.filter(({ leftAt }) => leftAt <= place.enteredAt);
  const asStated = withWorkingDays(chain, place.step, reading({ ...state, visits }, context));
  const { timing } = plan(
    asStated,
    { ...state, visits },
    { step: place.step, at: place.enteredAt, within: place.within },
    calendar,
  );
  const running = isByHand(place) ? handedOver(chain, place, timing.dueAt, calendar) : timing.dueAt;
  const counted = running && afterStops(place, running, calendar);
  const dueAt = fairly(calendar, place.dueAt, counted ?? place.dueAt, context.at);
  const { notBefore } = timing;
  const remindAt = dueAt === place.dueAt ? place.remindAt : timing.remindAt;
  if (place.leaderAt === undefined || dueAt > context.at) return { dueAt, remindAt, notBefore, leaderAt: undefined };
  return { dueAt, remindAt, notBefore, leaderAt: afterDue(chain, state, { ...place, dueAt }, context).leaderAt };
}

/** Later by the working days on which the office had stopped the clock. */
function afterStops({ stops = [] }: Place, dueAt: Instant, calendar: WorkingCalendar): Instant {
  const days = stops.reduce((sum, { from, to }) => sum + workingDaysBetween(calendar, from, to), 0);
  return instantOn(addWorkingDays(calendar, dayOf(dueAt), days), timeOf(dueAt));
}

const timingOf = ({ dueAt, remindAt, notBefore, leaderAt }: Place): Timing => ({
  dueAt,
  remindAt,
  notBefore,
  leaderAt,
});

/** The applicant's time ends on a working day, and is never cut. */
function answerBy({ dueAt }: Due, { calendar }: DecideContext): Instant {
  const counted = closing(calendar, onOrAfter(calendar, dayOf(dueAt)));
  return counted > dueAt ? counted : dueAt;
}

/** A machine's step that a person has by now: the whole limit once more. */
const isByHand = ({ kind, asked }: Place) => kind === 'check' && asked.length > 0;
function handedOver(chain: Chain, { step }: Place, from: Instant | undefined, calendar: WorkingCalendar) {
  const found = stepOf(chain, step);
  return from === undefined || !found ? from : stepDue(calendar, from, found.workingDays);
}

/** Nobody becomes late by somebody else's decision: a due date moves earlier no further than to the end of this working day. */
function fairly(calendar: WorkingCalendar, before: Instant, counted: Instant, at: Instant): Instant {
  const tonight = closing(calendar, dayOf(officeInstant(calendar, at)));
  if (counted >= before || counted >= tonight) return counted;
  return before < tonight ? before : tonight;
}

/** What stands on form 01 moves to later only: the applicant has been told that day, and goes by it. */
function movedPromise(
  chain: Chain,
  { reception, pauses, visits }: Open,
  { calendar }: DecideContext,
): Omit<Recount, 'places'> {
  const from = reception?.promisedOn;
  if (!reception || from === undefined || visits.some(({ step }) => step === chain.promise.until)) return {};
  const { on, workingDays, extension } = reception;
  const to = promisedDay(calendar, on, workingDays + (extension?.workingDays ?? 0), pauses);
  if (to === undefined || to === from) return {};
  return to > from ? { promised: { from, to } } : { earlierPromise: to };
}
