import type { Arrow, Box, Ladder, Lane } from './ladder';

/** In pixels; the picture scrolls, it never shrinks its words. */
export const BOX = { width: 168, height: 76 } as const;
const GAP = 44;
const NAMES = 76;
const LANE_PADDING = 22;
const ROW_GAP = 28;

interface Corner {
  readonly left: number;
  readonly top: number;
}

export interface Geometry {
  readonly width: number;
  readonly height: number;
  lane(lane: Lane): { readonly top: number; readonly height: number };
  box(key: string): Corner;
}

export function geometryOf({ lanes, boxes, columns }: Ladder): Geometry {
  const heightOf = (rows: number) => 2 * LANE_PADDING + rows * BOX.height + (rows - 1) * ROW_GAP;
  const topOf = (lane: Lane) =>
    lanes
      .slice(
        0,
        lanes.findIndex((each) => each.lane === lane),
      )
      .reduce((top, { rows }) => top + heightOf(rows), 0);
  return {
    width: NAMES + columns * (BOX.width + GAP),
    height: lanes.reduce((height, { rows }) => height + heightOf(rows), 0),
    lane: (lane) => ({ top: topOf(lane), height: heightOf(lanes.find((each) => each.lane === lane)?.rows ?? 1) }),
    box: (key) => {
      const box = boxes.find((each) => each.key === key);
      if (!box) return { left: 0, top: 0 };
      return {
        left: NAMES + box.column * (BOX.width + GAP),
        top: topOf(box.lane) + LANE_PADDING + box.row * (BOX.height + ROW_GAP),
      };
    },
  };
}

type Point = readonly [x: number, y: number];

/** The way of an arrow: straight to a neighbour, around the boxes to what lies further off, and back below them. */
export function arrowPath(ladder: Ladder, geometry: Geometry, arrow: Arrow): string {
  const [from, to] = [arrow.from, arrow.to].map((key) => ladder.boxes.find((box) => box.key === key));
  if (!from || !to) return '';
  const number = ladder.arrows.indexOf(arrow);
  if (arrow.isReturn) return polyline(backwards(geometry.box(from.key), geometry.box(to.key), number));
  if (to.column === from.column + 1) return curve(geometry.box(from.key), geometry.box(to.key));
  return polyline(around(geometry, from, to, number));
}

const middle = (top: number) => top + BOX.height / 2;

function curve(from: Corner, to: Corner): string {
  const [x1, y1, x2, y2] = [from.left + BOX.width, middle(from.top), to.left - 2, middle(to.top)];
  return `M${x1} ${y1}C${x1 + GAP / 2} ${y1} ${x2 - GAP / 2} ${y2} ${x2} ${y2}`;
}

/** Arrows that share a channel lie beside each other. */
const beside = (number: number) => (number % 4) * 4;

/** Along the edge of the lane, which no box touches. */
function around(geometry: Geometry, from: Box, to: Box, number: number): readonly Point[] {
  const [start, end] = [geometry.box(from.key), geometry.box(to.key)];
  const lane = geometry.lane(from.lane);
  const isUpwards = end.top < start.top && from.lane !== to.lane;
  const channel = isUpwards ? lane.top + 4 + beside(number) : lane.top + lane.height - 4 - beside(number);
  const [out, into] = [start.left + BOX.width + 10 + beside(number), end.left - 14 - beside(number)];
  return [
    [start.left + BOX.width, middle(start.top)],
    [out, middle(start.top)],
    [out, channel],
    [into, channel],
    [into, middle(end.top)],
    [end.left - 2, middle(end.top)],
  ];
}

function backwards(from: Corner, to: Corner, number: number): readonly Point[] {
  const low = Math.max(from.top, to.top) + BOX.height + 8 + beside(number);
  const [x1, x2] = [from.left + BOX.width / 2 + beside(number), to.left + BOX.width / 2 + beside(number)];
  return [
    [x1, from.top + BOX.height],
    [x1, low],
    [x2, low],
    [x2, to.top + BOX.height + 2],
  ];
}

const polyline = (points: readonly Point[]) => `M${points.map(([x, y]) => `${x} ${y}`).join('L')}`;
