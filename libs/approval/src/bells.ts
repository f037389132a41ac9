import type { Instant } from '@trinhduyet/calendar';
import type { DossierState, Place } from './state';

export interface Bell {
  readonly kind: 'remind' | 'due';
  readonly at: Instant;
}

/** The next moment at which something happens by itself although nobody does anything. */
export function nextBell(state: DossierState): Bell | undefined {
  if (state.status !== 'open' || state.suspended) return undefined;
  return state.places.flatMap(awaited).sort((a, b) => (a.at < b.at ? -1 : 1))[0];
}

/** The bell of a place that has rung by `at`. A reminder that comes together with the due date is not worth sending. */
export function ringing(place: Place, at: Instant): Bell | undefined {
  const rung = awaited(place).filter((bell) => bell.at <= at);
  return rung.find(({ kind }) => kind === 'due') ?? rung[0];
}

function awaited(place: Place): readonly Bell[] {
  if (place.settled || place.escalated) return [];
  const remind: Bell[] = place.remindAt === undefined || place.reminded ? [] : [{ kind: 'remind', at: place.remindAt }];
  const due: Bell[] = place.dueAt === undefined ? [] : [{ kind: 'due', at: place.dueAt }];
  return [...remind, ...due];
}
