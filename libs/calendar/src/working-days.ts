import type { WorkingCalendar } from './calendar';
import { addDays, type Day, weekday } from './time';

/** Longer than any run of days off and any limit: reaching it means that the calendar has no working day. */
const HORIZON_DAYS = 5_000;

export function isWorkingDay(calendar: WorkingCalendar, day: Day): boolean {
  if (calendar.workingRestDays.has(day)) return true;
  return !calendar.restWeekdays.has(weekday(day)) && !calendar.daysOff.has(day);
}

/** The day itself if it is worked, else the next one that is (Bộ luật Dân sự 2015, Đ.148). */
export function onOrAfter(calendar: WorkingCalendar, day: Day): Day {
  return walk(calendar, day, 1);
}

export function onOrBefore(calendar: WorkingCalendar, day: Day): Day {
  return walk(calendar, day, -1);
}

export function nextWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  return onOrAfter(calendar, addDays(day, 1));
}

/** The n-th working day after `day`, which itself is day 0 (Bộ luật Dân sự 2015, Đ.147). */
export function addWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = nextWorkingDay(calendar, reached);
  return reached;
}

/** The n-th working day before `day`. */
export function subtractWorkingDays(calendar: WorkingCalendar, day: Day, count: number): Day {
  let reached = day;
  for (let left = count; left > 0; left -= 1) reached = onOrBefore(calendar, addDays(reached, -1));
  return reached;
}

/** How many working days lie after `from`, up to and with `to`. */
export function workingDaysBetween(calendar: WorkingCalendar, from: Day, to: Day): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(calendar, day)) count += 1;
  return count;
}

function walk(calendar: WorkingCalendar, from: Day, step: 1 | -1): Day {
  for (let offset = 0; offset < HORIZON_DAYS; offset += 1) {
    const day = addDays(from, offset * step);
    if (isWorkingDay(calendar, day)) return day;
  }
  throw new RangeError('This calendar has no working day.');
}
