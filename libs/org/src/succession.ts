import type { UnitId } from './unit';

/** One line of the old → new map. An old unit that was split has several lines, all partial. */
export interface Succession {
  readonly from: UnitId;
  readonly to: UnitId;
  readonly partial: boolean;
}

export type Successor =
  { readonly kind: 'one'; readonly unit: UnitId } | { readonly kind: 'choose'; readonly among: readonly UnitId[] };

/** Where a unit's business went. A split cannot be followed by a machine: a person chooses, by village. */
export function successorOf(successions: readonly Succession[], unit: UnitId): Successor | undefined {
  const among = successions.filter(({ from }) => from === unit).map(({ to }) => to);
  const [only] = among;
  if (only === undefined) return undefined;
  return among.length === 1 ? { kind: 'one', unit: only } : { kind: 'choose', among };
}
