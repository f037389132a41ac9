/** How a photo stands in its frame. */
export interface Stand {
  readonly zoom: number;
  /** In degrees; it only grows, so that turning on from 270° does not spin back. */
  readonly turn: number;
  readonly x: number;
  readonly y: number;
}

export const START: Stand = { zoom: 1, turn: 0, x: 0, y: 0 };
const ZOOMS = [1, 1.5, 2, 3, 4, 6];

export function zoomed(stand: Stand, by: 1 | -1): Stand {
  const zoom = ZOOMS[ZOOMS.indexOf(stand.zoom) + by] ?? stand.zoom;
  return zoom === 1 ? { ...START, turn: stand.turn } : { ...stand, zoom };
}

export function turned(stand: Stand): Stand {
  return { ...stand, turn: stand.turn + 90 };
}

/** Only what is larger than its frame has something to show elsewhere. */
export function moved(stand: Stand, x: number, y: number): Stand {
  return stand.zoom === 1 ? stand : { ...stand, x: stand.x + x, y: stand.y + y };
}
