import type { WorkingCalendar } from './calendar';
import { closing, officeInstant } from './office-hours';
import { addDays, dayOf, type Day, type Instant, instantOn, timeOf } from './time';
import { addWorkingDays, nextWorkingDay, onOrAfter, onOrBefore, workingDaysBetween } from './working-days';

/** Time in which the applicant was asked for more: it is no processing time. Both days inclusive as on the papers. */
export interface Pause {
  /** The day of the request (form 02): still a day of the office. */
  readonly from: Day;
  /** The day of the answer: day 0 of what is left. Missing while the answer is awaited. */
  readonly to?: Day;
}

/**
 * When a step entered at `enteredAt` is due. Limits are working days in halves; a half is one session of the day.
 * A limit that ends in the middle of a day by whole days runs to closing time, as offices count.
 */
export function stepDue(calendar: WorkingCalendar, enteredAt: Instant, workingDays: number): Instant {
  const counted = officeInstant(calendar, enteredAt);
  const whole = Math.floor(workingDays);
  const day = addWorkingDays(calendar, dayOf(counted), whole);
  if (workingDays === whole) return closing(calendar, day);
  const enteredInTheMorning = timeOf(counted) < calendar.sessions.afternoon[0];
  if (enteredInTheMorning) return closing(calendar, day);
  return instantOn(nextWorkingDay(calendar, day), calendar.sessions.morning[1]);
}

/**
 * The promised day: `workingDays` after the day of reception, without the days on which the office waited for the
 * applicant. Undefined while it still waits.
 */
export function promisedDay(
  calendar: WorkingCalendar,
  receivedOn: Day,
  workingDays: number,
  pauses: readonly Pause[],
): Day | undefined {
  let from = receivedOn;
  let left = workingDays;
  for (const pause of pauses) {
    left -= workingDaysBetween(calendar, from, pause.from);
    if (pause.to === undefined) return undefined;
    from = pause.to;
  }
  return addWorkingDays(calendar, from, Math.max(left, 0));
}

/** A late answer is announced at least one day before the promised one (NĐ 61/2018/NĐ-CP). */
export function latestApologyDay(calendar: WorkingCalendar, promised: Day): Day {
  return onOrBefore(calendar, addDays(promised, -1));
}

/** The last of `days` plain days after `day`; offices' limits move to the next working day, people's waiting does not. */
export function plainDays(day: Day, days: number): Day {
  return addDays(day, days);
}

export function plainDaysOnWorkingDay(calendar: WorkingCalendar, day: Day, days: number): Day {
  return onOrAfter(calendar, addDays(day, days));
}

/** Monthly reviews of households start on the 15th on or after the request (QĐ 24/2021/QĐ-TTg). */
export function monthlyReviewStart(requestedOn: Day): Day {
  const fifteenth = `${requestedOn.slice(0, 8)}15`;
  if (requestedOn <= fifteenth) return fifteenth;
  return `${addDays(`${requestedOn.slice(0, 8)}28`, 7).slice(0, 8)}15`;
}

/** Working days from now to a limit: 0 on its day as long as it is not past, negative when it is, at least by one. */
export function daysLeft(calendar: WorkingCalendar, now: Instant, dueAt: Instant): number {
  const [today, due] = [dayOf(now), dayOf(dueAt)];
  if (dueAt >= now) return workingDaysBetween(calendar, today, due);
  return -Math.max(1, workingDaysBetween(calendar, due, today));
}
