import {
  addWorkingDays,
  closing,
  dayOf,
  type Instant,
  opening,
  stepDue,
  subtractWorkingDays,
  type WorkingCalendar,
} from '@trinhduyet/calendar';
import { calendarAt, type Calendars } from './calendars';
import type { Chain, Reminders, StepKey } from './chain.generated';
import { stepOf } from './routing';
import type { Open, Place } from './state';

/** How long before its due date an official is reminded, and how long after it the unit's leader is told, in working days. */
const REMIND_BEFORE = 2;
const LEADER_AFTER = 2;

/** When a step is due, and when somebody is reminded of it before. */
export function limited(calendar: WorkingCalendar, at: Instant, limit: number, { before }: Reminders = {}) {
  const dueAt = stepDue(calendar, at, limit);
  const days = before ?? REMIND_BEFORE;
  const remindAt = opening(calendar, subtractWorkingDays(calendar, dayOf(dueAt), days));
  return days > 0 && remindAt > at ? { dueAt, remindAt } : { dueAt };
}

export function remindersOf(chain: Chain, step: StepKey): Reminders {
  return stepOf(chain, step)?.reminders ?? {};
}

/** What rings after the due date: once for the unit's leader, and for who has the step as often as the chain says. */
export function afterDue(chain: Chain, state: Open, place: Place, calendars: Calendars) {
  const { dueAt } = place;
  if (dueAt === undefined) return {};
  const calendar = calendarAt(chain, state, place.step, calendars);
  const { leader = LEADER_AFTER, every } = remindersOf(chain, place.step);
  return {
    ...(isLeaders(chain, place.step) ? {} : { leaderAt: daysAfter(calendar, dueAt, leader) }),
    ...(every === undefined ? {} : { againAt: daysAfter(calendar, dueAt, every) }),
  };
}

/** The next reminder of what is overdue. Those that were missed while nobody looked are not made up for. */
export function nextReminder(
  chain: Chain,
  state: Open,
  place: Place,
  { at, ...calendars }: Calendars & { readonly at: Instant },
) {
  const { every } = remindersOf(chain, place.step);
  if (every === undefined || place.againAt === undefined) return {};
  const calendar = calendarAt(chain, state, place.step, calendars);
  let againAt = place.againAt;
  while (againAt <= at) againAt = daysAfter(calendar, againAt, every);
  return { againAt };
}

/** A leader who has the step has been told already that it is late. */
function isLeaders(chain: Chain, step: StepKey): boolean {
  const found = stepOf(chain, step);
  return found !== undefined && 'who' in found && found.who.duty === 'leader';
}

function daysAfter(calendar: WorkingCalendar, at: Instant, days: number): Instant {
  return closing(calendar, addWorkingDays(calendar, dayOf(at), days));
}
