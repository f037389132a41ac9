import {
  formLine,
  PAPER_WORDS,
  paperReference,
  placeAndDay,
  printable,
  type PrintedPaper,
} from '@trinhduyet/programme';
import { evenLines, heightOf, stacked } from './lines';
import { type Face, type Measure, MM, type Piece } from './marks';
import { type Block, BODY, rule } from './page';

const GAP = 2 * MM;
const RIGHT = 93 * MM;
const LEFT = BODY.width - RIGHT - GAP;
const BELOW_RULE = 5;

interface Part {
  readonly text: string;
  readonly face: Face;
  readonly size: number;
}

/** A column of centred lines, with a line drawn under one of its parts. */
interface Column {
  readonly x: number;
  readonly width: number;
  readonly parts: readonly Part[];
  /** As long as this share of the column, or as the part above it. */
  readonly ruleWidth: number;
  readonly below: readonly Part[];
}

/** Agency and number on the left, nation, motto, place and day on the right (NĐ 30/2020/NĐ-CP, Phụ lục I). */
export function headOf(paper: PrintedPaper, measure: Measure): Block {
  const columns = [agency(paper), nation(paper, measure)];
  const drawn = columns.map((column) => draw(column, measure));
  return {
    above: 0,
    keeps: true,
    height: Math.max(...drawn.map(({ height }) => height)),
    piecesAt: (y) => {
      // Number and day stand side by side, below the longer of the two blocks.
      const rows = Math.max(...drawn.map(({ upper }) => upper));
      return drawn.flatMap(({ piecesAt }) => piecesAt(y, y + rows));
    },
  };
}

function agency(paper: PrintedPaper): Column {
  const { issuer } = paper.content;
  const form = formLine(paper.content);
  return {
    x: BODY.x,
    width: LEFT,
    ruleWidth: LEFT * 0.4,
    parts: [...(issuer.above === undefined ? [] : [part(issuer.above, 'regular', 12)]), part(issuer.name, 'bold', 12)],
    below: [
      part(paperReference(paper), 'regular', paper.content.symbol === undefined ? 12 : 13),
      ...(form === undefined ? [] : [part(form, 'italic', 10)]),
    ],
  };
}

function nation(paper: PrintedPaper, measure: Measure): Column {
  return {
    x: BODY.x + LEFT + GAP,
    width: RIGHT,
    ruleWidth: measure(PAPER_WORDS.motto, 'bold', 13),
    parts: [part(PAPER_WORDS.nation, 'bold', 12), part(PAPER_WORDS.motto, 'bold', 13)],
    below: [part(placeAndDay(paper), 'italic', 13)],
  };
}

const part = (text: string, face: Face, size: number): Part => ({ text: printable(text), face, size });

function draw({ x, width, parts, ruleWidth, below }: Column, measure: Measure) {
  const lines = (of: readonly Part[]) =>
    of
      .filter(({ text }) => text !== '')
      .flatMap(({ text, face, size }) =>
        evenLines([{ text, face }], { measure, size, width }).map((line) => ({ line, size })),
      );
  const centred = { x, width, align: 'center', measure } as const;
  const [top, bottom] = [lines(parts), lines(below)];
  const upper = heightOf(top) + BELOW_RULE;
  return {
    upper,
    height: upper + heightOf(bottom) + BELOW_RULE,
    piecesAt: (y: number, rowsAt: number): readonly Piece[] => {
      const middle = x + width / 2;
      return [
        { role: 'P', marks: stacked(top, { ...centred, y }) },
        rule(middle - ruleWidth / 2, middle + ruleWidth / 2, y + heightOf(top) + 2),
        { role: 'P', marks: stacked(bottom, { ...centred, y: rowsAt + BELOW_RULE }) },
      ];
    },
  };
}
