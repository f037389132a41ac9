import { type LocalText, printable } from '@trinhduyet/programme';
import { type Mark, MM, type Piece } from './marks';

/** A4, margins 20/20/30/20 mm (NĐ 30/2020/NĐ-CP, Phụ lục I: top and bottom 20–25, left 30–35, right 15–20). */
export const PAGE = { width: 210 * MM, height: 297 * MM, top: 20 * MM, right: 20 * MM, bottom: 20 * MM, left: 30 * MM };
export const BODY = { x: PAGE.left, width: PAGE.width - PAGE.left - PAGE.right, end: PAGE.height - PAGE.bottom };
/** Of the body, in points: 13–14. */
export const SIZE = 13;
const LEADING = 1.3;

/** Something of a certain height that stands on one page. */
export interface Block {
  readonly height: number;
  /** Room above it, except at the top of a page. */
  readonly above: number;
  /** Stays on the page of what comes next. */
  readonly keeps?: boolean;
  /** Comes again at the top of the next page when it is followed there by a block of the same table. */
  readonly table?: { readonly head: Block };
  piecesAt(y: number): readonly Piece[];
}

/** Where letters stand in a line that begins at `y`. */
export function baseLine(y: number, size: number): number {
  return y + size * LEADING * 0.78;
}

export const lineHeight = (size: number) => size * LEADING;

export function rule(from: number, to: number, y: number): Piece {
  const mark: Mark = { kind: 'line', from: [from, y], to: [to, y] };
  return { role: 'Artifact', marks: [mark] };
}

export const vi = (text: LocalText) => printable(text.vi);
