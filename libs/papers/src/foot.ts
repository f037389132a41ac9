import { PAPER_WORDS, printable, type PrintedPaper } from '@trinhduyet/programme';
import { evenLines, linesOf, marksOf } from './lines';
import { type Face, type Mark, type Measure, MM, type Piece } from './marks';
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
  const texts: readonly [text: string, face: Face, size: number][] = [
    ...(recipients.length > 0 ? [[PAPER_WORDS.recipients, 'bold', 12] as const] : []),
    ...recipients.map((each) => [vi(each), 'regular', 11] as const),
  ].map(([text, face, size]) => [text, face, size]);
  const lines = texts.flatMap(([text, face, size]) =>
    linesOf([{ text, face }], { measure, size, width: LEFT - 4 * MM }).map((line) => ({ line, size })),
  );
  const codeAt = lines.reduce((sum, { size }) => sum + lineHeight(size), 0) + (lines.length > 0 ? QUIET : 0);
  const captions = [PAPER_WORDS.scan, code === undefined ? '' : printable(code)].filter(Boolean);
  return {
    height: codeAt + CODE + QUIET + captions.length * lineHeight(9),
    piecesAt: (y) => [
      { role: 'P', marks: stacked(lines, y, measure) },
      {
        role: 'Figure',
        alt: PAPER_WORDS.scan,
        marks: [{ kind: 'code', address: lookUp, x: BODY.x, y: y + codeAt, side: CODE }],
      },
      {
        role: 'P',
        marks: captions.flatMap((text, index) => {
          const [line] = linesOf([{ text, face: 'italic' }], { measure, size: 9, width: LEFT });
          const at = baseLine(y + codeAt + CODE + QUIET + index * lineHeight(9), 9);
          return line ? marksOf(line, { x: BODY.x, y: at, width: LEFT, size: 9, align: 'left', measure }) : [];
        }),
      },
    ],
  };
}

function stacked(
  lines: readonly { line: ReturnType<typeof linesOf>[number]; size: number }[],
  from: number,
  measure: Measure,
): readonly Mark[] {
  let y = from;
  return lines.flatMap(({ line, size }) => {
    const at = baseLine(y, size);
    y += lineHeight(size);
    return marksOf(line, { x: BODY.x, y: at, width: LEFT, size, align: 'left', measure });
  });
}
