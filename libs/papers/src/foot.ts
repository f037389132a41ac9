import { PAPER_WORDS, printable, type PrintedPaper } from '@trinhduyet/programme';
import { evenLines, heightOf, linesOf, marksOf, type SizedLine, stacked } from './lines';
import { type Face, type Measure, MM, type Piece } from './marks';
import { baseLine, type Block, BODY, lineHeight, SIZE, vi } from './page';

const RIGHT = 82 * MM;
const LEFT = BODY.width - RIGHT;
/** Room for a signature and a seal. */
const SIGNED_IN = 24 * MM;
/** ≥ 20 mm without its quiet zone. */
const CODE = 22 * MM;
/** At least four of its modules, between the code and what is printed. */
const QUIET = 3 * MM;

/** Who gets it and the code on the left, who signs on the right. */
export function footOf(paper: PrintedPaper, measure: Measure): Block {
  const [left, right] = [receivers(paper, measure), signature(paper, measure)];
  return {
    above: 14,
    height: Math.max(left.height, right.height),
    piecesAt: (y) => [...left.piecesAt(y), ...right.piecesAt(y)],
  };
}

interface Side {
  readonly height: number;
  piecesAt(y: number): readonly Piece[];
}

function signature({ content }: PrintedPaper, measure: Measure): Side {
  const { lines, name } = content.signature;
  const column = { x: BODY.x + LEFT, width: RIGHT, align: 'center' as const, measure, size: SIZE };
  const titled = lines.flatMap((text) => evenLines([{ text: printable(text), face: 'bold' }], column));
  const named = evenLines([{ text: printable(name), face: 'bold' }], column);
  const nameAt = titled.length * lineHeight(SIZE) + SIGNED_IN;
  const at = (y: number, index: number) => baseLine(y + index * lineHeight(SIZE), SIZE);
  return {
    height: nameAt + named.length * lineHeight(SIZE),
    piecesAt: (y) => [
      { role: 'P', marks: titled.flatMap((line, index) => marksOf(line, { ...column, y: at(y, index) })) },
      { role: 'P', marks: named.flatMap((line, index) => marksOf(line, { ...column, y: at(y + nameAt, index) })) },
    ],
  };
}

function receivers({ content }: PrintedPaper, measure: Measure): Side {
  const { recipients, lookUp, code } = content;
  const texts: readonly Sized[] = [
    ...(recipients.length > 0 ? [[PAPER_WORDS.recipients, 'bold', 12] as const] : []),
    ...recipients.map((each) => [vi(each), 'regular', 11] as const),
  ];
  const followed = lookUp !== '';
  const captions: readonly Sized[] = [followed ? PAPER_WORDS.scan : '', code === undefined ? '' : printable(code)]
    .filter(Boolean)
    .map((text) => [text, 'italic', 9]);
  const lines = texts.flatMap((text) => fitted(text, LEFT - 4 * MM, measure));
  const named = captions.flatMap((text) => fitted(text, LEFT, measure));
  const codeAt = heightOf(lines) + (lines.length > 0 ? QUIET : 0);
  const namedAt = codeAt + (followed ? CODE + QUIET : 0);
  const place = { x: BODY.x, width: LEFT, align: 'left', measure } as const;
  return {
    height: namedAt + heightOf(named),
    piecesAt: (y) => [
      { role: 'P', marks: stacked(lines, { ...place, y }) },
      ...(followed ? [scanned(lookUp, y + codeAt)] : []),
      { role: 'P', marks: stacked(named, { ...place, y: y + namedAt }) },
    ],
  };
}

type Sized = readonly [text: string, face: Face, size: number];

function fitted([text, face, size]: Sized, width: number, measure: Measure): readonly SizedLine[] {
  return linesOf([{ text, face }], { measure, size, width }).map((line) => ({ line, size }));
}

function scanned(address: string, y: number): Piece {
  return {
    role: 'Figure',
    alt: PAPER_WORDS.scan,
    marks: [{ kind: 'code', address, x: BODY.x, y, side: CODE }],
  };
}
