/** What there is to say of a step's limit, in working days. */
export type Deadline =
  { readonly kind: 'none' } | { readonly kind: 'ahead' | 'today' | 'late'; readonly at: string; readonly days: number };

interface Due {
  readonly dueAt?: string | null;
  readonly daysLeft?: number | null;
}

/** The API has counted, by the only clock that decides; that of this machine may be wrong, or training may have moved the other. */
export function deadlineOf({ dueAt, daysLeft }: Due): Deadline {
  if (dueAt == null || daysLeft == null) return { kind: 'none' };
  if (daysLeft < 0) return { kind: 'late', at: dueAt, days: -daysLeft };
  return { kind: daysLeft === 0 ? 'today' : 'ahead', at: dueAt, days: daysLeft };
}
