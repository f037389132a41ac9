import { dayOf } from '@trinhduyet/calendar';

/** What there is to say of a step's limit. Days are working days; how many is known only where the API has counted. */
export type Deadline =
  | { readonly kind: 'none' }
  | { readonly kind: 'ahead' | 'today' | 'late'; readonly at: string; readonly days?: number };

interface Due {
  readonly dueAt?: string | null;
  readonly daysLeft?: number | null;
}

export function deadlineOf({ dueAt, daysLeft }: Due, now: string): Deadline {
  if (dueAt == null) return { kind: 'none' };
  const days = daysLeft == null ? undefined : Math.abs(daysLeft);
  if (dueAt < now) return { kind: 'late', at: dueAt, days };
  const isToday = dayOf(dueAt) === dayOf(now);
  return { kind: isToday ? 'today' : 'ahead', at: dueAt, days };
}
