import { isAsked } from './signing';
import type { Open, Place, PlaceKey, Task } from './state';

/** The places inside a place of branches, at any depth. */
export function placesWithin(state: Open, key: PlaceKey): readonly Place[] {
  const inside = state.places.filter(({ within }) => within?.place === key);
  return inside.flatMap((place) => [...placesWithin(state, place.key), place]);
}

/** The places of branches around a place, from the innermost outwards. */
export function placesAround(state: Open, { within }: Pick<Place, 'within'>): readonly Place[] {
  const around = within && state.places.find(({ key }) => key === within.place);
  return around ? [around, ...placesAround(state, around)] : [];
}

/** All that ends with a place: what runs inside it, and the opinions that were asked beside either. */
export function placesEndingWith(state: Open, place: Place): readonly Place[] {
  const inside = placesWithin(state, place.key);
  const keys = new Set([place, ...inside].map(({ key }) => key));
  // An opinion asked inside a branch runs in there itself: each ends once.
  const beside = state.places.filter((each) => each.beside && keys.has(each.beside.place) && !inside.includes(each));
  return [...beside, ...inside];
}

/** Whether somebody or something is waited for here: neither it nor what it runs in has come to its end. */
export function isOpenPlace(state: Open, place: Place): boolean {
  if (place.settled || placesAround(state, place).some(({ settled }) => settled)) return false;
  const asker = place.beside && state.places.find(({ key }) => key === place.beside?.place);
  return !asker || isOpenPlace(state, asker);
}

/** The tasks that somebody could act on now, with their places. */
export function openTasksOf(state: Open): readonly { readonly place: Place; readonly task: Task }[] {
  if (state.withdrawnAt !== undefined) return [];
  return state.places
    .filter((place) => isOpenPlace(state, place))
    .flatMap((place) => place.asked.filter((task) => isAsked(place, task)).map((task) => ({ place, task })));
}
