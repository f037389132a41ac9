import type { Instant } from '@trinhduyet/calendar';
import type { DossierState, Place } from './state';

export interface Bell {
  /** `leader`, `again`: after the due date, for the unit's leader and for who has the step. */
  readonly kind: 'remind' | 'due' | 'leader' | 'again';
  readonly at: Instant;
}

/** The next moment at which something happens by itself although nobody does anything. */
export function nextBell(state: DossierState): Bell | undefined {
  if (state.status !== 'open' || state.suspended) return undefined;
  return state.places.flatMap(awaited).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** The bell of a place that has rung by `at`. A reminder that comes together with the due date is not worth sending. */
export function ringing(place: Place, at: Instant): Bell | undefined {
  const rung = awaited(place)
    .filter((bell) => bell.at <= at)
    .sort((a, b) => (a.at < b.at ? -1 : 1));
  return rung.find(({ kind }) => kind === 'due') ?? rung[0];
}

function awaited(place: Place): readonly Bell[] {
  if (place.settled) return [];
  if (place.escalated) return [...bell('leader', place.leaderAt), ...bell('again', place.againAt)];
  return [...(place.reminded ? [] : bell('remind', place.remindAt)), ...bell('due', place.dueAt)];
}

function bell(kind: Bell['kind'], at: Instant | undefined): readonly Bell[] {
  return at === undefined ? [] : [{ kind, at }];
}
