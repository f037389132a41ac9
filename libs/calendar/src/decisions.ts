import type { WorkingCalendar } from './calendar';
import { addDays, type Day } from './time';

/** What a decision makes of its days: nobody works, or a day of rest is worked. */
export const DAY_KINDS = ['day-off', 'worked'] as const;
export type DayKind = (typeof DAY_KINDS)[number];

/** Days that somebody with the right to it made off or worked, beside what the common calendar says. */
export interface CalendarDecision {
  readonly id: string;
  readonly kind: DayKind;
  /** Both inclusive. */
  readonly firstDay: Day;
  readonly lastDay: Day;
  /** The day that takes its place (hoán đổi): worked for a day off, off for a worked day. Of single days only. */
  readonly swappedWith?: Day;
}

/** More days than any one decision closes an office for; keeps a slip of the year from becoming a life without work. */
export const MOST_DAYS = 60;

/** The days that a decision speaks of, with what it makes of each. */
export function daysOf({ kind, firstDay, lastDay, swappedWith }: CalendarDecision): ReadonlyMap<Day, DayKind> {
  const days = new Map<Day, DayKind>();
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) days.set(day, kind);
  if (swappedWith !== undefined) days.set(swappedWith, kind === 'day-off' ? 'worked' : 'day-off');
  return days;
}

/**
 * A calendar with decisions laid over it, in the order in which they were entered: of two about the same day the later
 * one holds, whoever made it. What is revoked is left out by the caller, and then it is as if it had never been.
 */
export function withDecisions(base: WorkingCalendar, decisions: readonly CalendarDecision[]): WorkingCalendar {
  if (decisions.length === 0) return base;
  const daysOff = new Set(base.daysOff);
  const workingRestDays = new Set(base.workingRestDays);
  for (const [day, kind] of decisions.flatMap((decision) => [...daysOf(decision)])) {
    (kind === 'day-off' ? daysOff : workingRestDays).add(day);
    (kind === 'day-off' ? workingRestDays : daysOff).delete(day);
  }
  return { ...base, daysOff, workingRestDays };
}
