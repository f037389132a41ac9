import type { EventOf } from './event';
import { onPlace } from './evolve-places';
import type { Open } from './state';

export function ended(state: Open, { place, branch, outcome }: EventOf<'branchEnded'>): Open {
  return onPlace(state, place, (each) => ({
    ...each,
    branches: each.branches?.map((one) => (one.key === branch ? { ...one, outcome } : one)),
  }));
}

export function reopened(state: Open, { place, branches }: EventOf<'branchesReopened'>): Open {
  return onPlace(state, place, (each) => ({
    ...each,
    branches: each.branches?.map((one) => (branches.includes(one.key) ? { key: one.key } : one)),
  }));
}
