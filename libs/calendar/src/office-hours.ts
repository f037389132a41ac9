import type { WorkingCalendar } from './calendar';
import { dayOf, type Day, type Instant, instantOn, timeOf } from './time';
import { isWorkingDay, nextWorkingDay } from './working-days';

/** Papers received later than this are handed on the next morning (NĐ 61/2018/NĐ-CP). */
const HAND_ON_UNTIL = '15:00';

export function opening(calendar: WorkingCalendar, day: Day): Instant {
  return instantOn(day, calendar.sessions.morning[0]);
}

export function closing(calendar: WorkingCalendar, day: Day): Instant {
  return instantOn(day, calendar.sessions.afternoon[1]);
}

/**
 * The moment at which an office counts something that reached it `at`: at once while it is open, else at the start
 * of its next working day. Early in the morning of a working day is that day; after closing it is the next one.
 */
export function officeInstant(calendar: WorkingCalendar, at: Instant): Instant {
  const day = dayOf(at);
  if (!isWorkingDay(calendar, day) || at > closing(calendar, day))
    return opening(calendar, nextWorkingDay(calendar, day));
  const opens = opening(calendar, day);
  return at < opens ? opens : at;
}

/** By when the counter hands a received dossier to the office that decides: the same day, after 15:00 the next morning. */
export function handOnDue(calendar: WorkingCalendar, receivedAt: Instant): Instant {
  const counted = officeInstant(calendar, receivedAt);
  const day = dayOf(counted);
  return timeOf(counted) <= HAND_ON_UNTIL ? closing(calendar, day) : instantOn(nextWorkingDay(calendar, day), '08:00');
}
