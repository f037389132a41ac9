import type { Open, Place, Settlement, Task, TaskKey } from './state';

export const placeOf = (state: Open, task: TaskKey): Place | undefined =>
  state.places.find(({ asked }) => asked.some(({ key }) => key === task));

export function settleTask(state: Open, task: string, settled: Settlement): Open {
  const place = placeOf(state, task);
  return place ? settlePlace(state, place.key, settled) : state;
}

export function settlePlace(state: Open, key: string, settled: Settlement): Open {
  return onPlace(state, key, (place) => ({ ...place, settled }));
}

export function onPlace(state: Open, key: string, change: (place: Place) => Place): Open {
  return { ...state, places: state.places.map((place) => (place.key === key ? change(place) : place)) };
}

export function onTask(state: Open, key: string, change: (task: Task) => Task): Open {
  const asked = (place: Place) => place.asked.map((task) => (task.key === key ? change(task) : task));
  return { ...state, places: state.places.map((place) => ({ ...place, asked: asked(place) })) };
}
