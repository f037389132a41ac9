import { type Chain, type ChainTier, scopesOf, type Step } from '@trinhduyet/approval';
import type { Text } from '../../shared/language';

export type Lane = 'village' | ChainTier;
const LANES: readonly Lane[] = ['village', 'commune', 'district', 'province'];

/** Reception frames every chain: it is drawn as its first step. */
export const RECEPTION = 'reception';

export interface Box {
  readonly key: string;
  readonly title: Text;
  readonly kind: Step['kind'] | 'reception';
  readonly workingDays: number;
  readonly lane: Lane;
  /** How many steps lie before it on the longest way. */
  readonly column: number;
  /** Its place among those of the same lane and column. */
  readonly row: number;
  /** Whether it may be sent back from here to any step before. */
  readonly returnsAnywhere: boolean;
  /** Whether several sign here. */
  readonly isSignedBySeveral: boolean;
}
export interface Arrow {
  readonly from: string;
  readonly to: string;
  readonly isReturn: boolean;
}
export interface Ladder {
  readonly lanes: readonly { readonly lane: Lane; readonly rows: number }[];
  readonly columns: number;
  readonly boxes: readonly Box[];
  readonly arrows: readonly Arrow[];
}

/** Tiers as lanes, time from left to right: every way on leads to the right, and only returns lead back. */
export function ladderOf(chain: Chain): Ladder {
  const columns = columnsOf(chain);
  const lanes = lanesOf(chain, columns);
  const boxes = placed(
    [receptionBox(chain), ...chain.steps.map(boxOf)].map((box) => ({
      ...box,
      column: columns.get(box.key) ?? 0,
      lane: lanes.get(box.key) ?? 'commune',
    })),
  );
  const rowsOf = (lane: Lane) => Math.max(0, ...boxes.filter((box) => box.lane === lane).map(({ row }) => row + 1));
  return {
    lanes: LANES.map((lane) => ({ lane, rows: rowsOf(lane) })).filter(({ rows }) => rows > 0),
    columns: Math.max(...boxes.map(({ column }) => column)) + 1,
    boxes,
    arrows: arrowsOf(chain),
  };
}

/** Where a step leads on: into the branches that begin with it, and out of a branch to what comes after all of them. */
function nextOf(chain: Chain, step: Step): readonly string[] {
  if (step.kind === 'branches') return step.branches.map(({ start }) => start);
  const around = scopesOf(chain, step.key).at(-1);
  return [
    ...new Set(
      step.routes.flatMap((route) => ('to' in route ? [route.to] : 'joins' in route ? after(chain, around?.step) : [])),
    ),
  ];
}

/** What comes after a step of branches; where it ends a branch itself, what comes after that. */
function after(chain: Chain, key: string | undefined): readonly string[] {
  const joined = chain.steps.find((step) => step.key === key);
  const around = joined && scopesOf(chain, joined.key).at(-1);
  return (joined?.routes ?? []).flatMap((route) =>
    'to' in route ? [route.to] : 'joins' in route ? after(chain, around?.step) : [],
  );
}

/** The longest way from reception; a published chain has no circle but by returns. */
function columnsOf(chain: Chain): ReadonlyMap<string, number> {
  const { start, steps } = chain;
  const columns = new Map<string, number>([[RECEPTION, 0]]);
  const place = (key: string, column: number): void => {
    if (column > steps.length || (columns.get(key) ?? -1) >= column) return;
    columns.set(key, column);
    const step = steps.find((each) => each.key === key);
    for (const next of step ? nextOf(chain, step) : []) place(next, column + 1);
  };
  place(start, 1);
  return columns;
}

/** A paper is drawn up by the system, and branches part, where it was decided before. */
function lanesOf(chain: Chain, columns: ReadonlyMap<string, number>): ReadonlyMap<string, Lane> {
  const { reception, steps } = chain;
  const lanes = new Map<string, Lane>([[RECEPTION, reception.who.tier]]);
  const inOrder = [...steps].sort((one, other) => (columns.get(one.key) ?? 0) - (columns.get(other.key) ?? 0));
  for (const step of inOrder) {
    const before = inOrder.find((each) => nextOf(chain, each).includes(step.key));
    lanes.set(step.key, laneOf(step) ?? lanes.get(before?.key ?? RECEPTION) ?? reception.who.tier);
  }
  return lanes;
}

function laneOf(step: Step): Lane | undefined {
  if (step.kind === 'paper' || step.kind === 'branches') return undefined;
  return step.who.function === 'village' ? 'village' : step.who.tier;
}

type Unplaced = Omit<Box, 'lane' | 'column' | 'row'>;

function receptionBox({ reception }: Chain): Unplaced {
  const { title, workingDays } = reception;
  return { key: RECEPTION, kind: 'reception', title, workingDays, returnsAnywhere: false, isSignedBySeveral: false };
}

function boxOf(step: Step): Unplaced {
  const { key, kind, title, workingDays } = step;
  const outcomes = step.kind === 'review' ? step.outcomes : [];
  const returnsAnywhere = outcomes.some(({ targets }) => targets === 'any-earlier');
  const isSignedBySeveral = step.kind === 'review' && step.panel !== undefined;
  return { key, kind, title, workingDays, returnsAnywhere, isSignedBySeveral };
}

function placed(boxes: readonly Omit<Box, 'row'>[]): readonly Box[] {
  const taken = new Map<string, number>();
  return boxes.map((box) => {
    const cell = `${box.lane} ${box.column}`;
    const row = taken.get(cell) ?? 0;
    taken.set(cell, row + 1);
    return { ...box, row };
  });
}

function arrowsOf(chain: Chain): readonly Arrow[] {
  const { start, steps } = chain;
  const onwards = steps.flatMap((step) => nextOf(chain, step).map((to) => ({ from: step.key, to, isReturn: false })));
  const back = steps.flatMap((step) =>
    (step.kind === 'review' ? step.outcomes : []).flatMap(({ targets }) =>
      Array.isArray(targets) ? targets.map((to) => ({ from: step.key, to, isReturn: true })) : [],
    ),
  );
  return [{ from: RECEPTION, to: start, isReturn: false }, ...onwards, ...back];
}
