import {
  type Day,
  dayOf,
  type Instant,
  officeInstant,
  plainDaysOnWorkingDay,
  promisedDay,
  type WorkingCalendar,
} from '@trinhduyet/calendar';
import type { Chain } from '../chain.generated';
import type { CommandOf } from '../command';
import { reviewOf } from '../routing';
import {
  accept,
  type Asked,
  type DecideContext,
  type Decider,
  type Found,
  missing,
  refuse,
  takeTask,
} from './decision';
import type { Open, Place } from '../state';
import { lacksConsent } from './consent';

function takeReception(state: Open, key: string, context: DecideContext): Found<Asked> {
  const taken = takeTask(state, key, context);
  return taken.ok && taken.found.place.kind !== 'reception' ? missing('not-at-reception') : taken;
}

/** Receiving gives the statutory code, promises a day and starts the clock; outside hours it counts from the next working day. */
export const receive: Decider<CommandOf<'receive'>> = (_chain, state, command, context) => {
  const taken = takeReception(state, command.task, context);
  if (!taken.ok) return taken;
  const { at, calendar, offer } = context;
  if (!offer) return refuse('no-chain-for-ladder');
  const receivedAt = officeInstant(calendar, at);
  const receivedOn = dayOf(receivedAt);
  const { chain, ...bound } = offer;
  const { workingDays } = chain.promise;
  const promisedOn = promisedDay(calendar, receivedOn, workingDays, []) ?? receivedOn;
  const by = taken.found.by;
  const promise = { receivedAt, receivedOn, workingDays, promisedOn };
  return accept({ type: 'received', at, by, task: command.task, ...promise, ...bound, paper: command.paper });
};

export const refuseReception: Decider<CommandOf<'refuseReception'>> = (_chain, state, command, context) => {
  const taken = takeReception(state, command.task, context);
  if (!taken.ok) return taken;
  const { task, reason, note } = command;
  return accept({ type: 'receptionRefused', at: context.at, by: taken.found.by, task, reason, note });
};

/** A misdirected dossier goes to the reception of the unit that is competent. */
export const forwardReception: Decider<CommandOf<'forwardReception'>> = (_chain, state, command, context) => {
  const taken = takeReception(state, command.task, context);
  if (!taken.ok) return taken;
  const { task, to, note } = command;
  const known = context.receptionUnits?.includes(to) ?? false;
  if (!known || to === state.submission.receptionUnit) return refuse('no-such-unit');
  return accept({ type: 'receptionForwarded', at: context.at, by: taken.found.by, task, to, note });
};

/** The last day of a supplement when the official names none: so many days on, moved on to a working day. */
export function supplementUntil({ reception }: Chain, calendar: WorkingCalendar, at: Instant): Day {
  return plainDaysOnWorkingDay(calendar, dayOf(at), reception.supplementDays);
}

/** The applicant is being asked, or is about to be. */
const asksApplicant = ({ kind, settled }: Place) =>
  settled ? settled.outcome === 'supplement' : kind === 'supplement';

/** One request with everything in it (form 02). The clock, if it runs, stops until the answer or its last day. */
export const askSupplement: Decider<CommandOf<'askSupplement'>> = (chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { place, by } = taken.found;
  const mayAsk = place.kind === 'reception' || reviewOf(chain, place.step)?.supplement !== undefined;
  if (!mayAsk || taken.found.task.added) return refuse('may-not-ask-supplement');
  if (state.places.some(asksApplicant)) return refuse('already-asked');
  if (lacksConsent(state, taken.found, context.actor)) return refuse('needs-consent');
  if (command.items < 1) return refuse('reason-required');
  const { at, calendar } = context;
  const until = command.until ?? supplementUntil(chain, calendar, at);
  if (until <= dayOf(at)) return refuse('unlawful-date');
  return accept({
    type: 'supplementAsked',
    at,
    by,
    task: command.task,
    items: command.items,
    note: command.note,
    until,
  });
};
