import { articleParts, PAPER_WORDS, type PrintedPaper } from '@trinhduyet/programme';
import { footOf } from './foot';
import { headOf } from './head';
import { type Align, evenLines, type Line, linesOf, marksOf, type Run } from './lines';
import { type Face, type Mark, type Measure, MM, type Piece, type Role, type Sheet } from './marks';
import { baseLine, type Block, BODY, lineHeight, PAGE, rule, SIZE, vi } from './page';
import { tableRows } from './table';

/** Above a paragraph: at least 6 points. */
const GAP = 6;
const INDENT = 10 * MM;

/** A paper as pages of marks. Pure: the widths of words come in. */
export function layout(paper: PrintedPaper, measure: Measure): readonly Sheet[] {
  const { content } = paper;
  const blocks = [
    headOf(paper, measure),
    ...titles(content, measure),
    ...(content.addressee
      ? [centred(`${PAPER_WORDS.addressed} ${vi(content.addressee)}`, measure, { face: 'regular', above: GAP })]
      : []),
    ...content.grounds.flatMap((ground) => paragraph([{ text: vi(ground), face: 'italic' }], measure)),
    ...(content.operative ? [centred(vi(content.operative), measure, { face: 'bold', above: GAP })] : []),
    ...bodyOf(paper, measure),
  ];
  return numbered(pagesOf([...keptWithFoot(blocks), footOf(paper, measure)]), measure);
}

function titles({ title, subject, authority }: PrintedPaper['content'], measure: Measure): readonly Block[] {
  const rule = subject ? [ruleBelow()] : [];
  return [
    centred(vi(title), measure, { face: 'bold', above: 22, size: 14, role: 'H1' }),
    ...(subject ? [centred(vi(subject), measure, { face: 'bold', above: 0 })] : []),
    ...rule,
    ...(authority ? [centred(vi(authority), measure, { face: 'bold', above: 10 })] : []),
    { height: 4, above: 0, keeps: true, piecesAt: () => [] },
  ];
}

function bodyOf({ content: { paragraphs, table } }: PrintedPaper, measure: Measure): readonly Block[] {
  const texts = (from: number, to?: number) => paragraphs.slice(from, to).flatMap((each) => article(vi(each), measure));
  if (!table) return texts(0);
  return [...texts(0, table.after), ...tableRows(table, measure), ...texts(table.after)];
}

function article(text: string, measure: Measure): readonly Block[] {
  const [label, rest] = articleParts(text);
  const runs: Run[] = [
    { text: label, face: 'bold' },
    { text: rest, face: 'regular' },
  ];
  return paragraph(
    runs.filter((run) => run.text !== ''),
    measure,
  );
}

/** Justified, its first line set in; a block a line, of which the first two and the last two stay together. */
function paragraph(runs: readonly Run[], measure: Measure): readonly Block[] {
  const lines = linesOf(runs, { measure, size: SIZE, width: BODY.width, indent: INDENT });
  const starts = (index: number) => index === 0 || (lines[index - 1]?.last ?? false);
  return lines.map((line, index) => {
    const indent = starts(index) ? INDENT : 0;
    const keeps = index < lines.length - 1 && (index === 0 || index === lines.length - 2);
    return lineBlock(line, measure, {
      above: starts(index) ? GAP : 0,
      align: 'justify',
      indent,
      keeps,
    });
  });
}

interface LineStyle {
  readonly above: number;
  readonly align: Align;
  readonly indent?: number;
  readonly size?: number;
  readonly role?: Role;
  readonly keeps?: boolean;
}

function lineBlock(line: Line, measure: Measure, style: LineStyle): Block {
  const { above, align, indent = 0, size = SIZE, role = 'P', keeps } = style;
  const place = { x: BODY.x + indent, width: BODY.width - indent, size, align, measure };
  return {
    above,
    keeps,
    height: lineHeight(size),
    piecesAt: (y) => [{ role, marks: marksOf(line, { ...place, y: baseLine(y, size) }) }],
  };
}

interface Centred {
  readonly face: Face;
  readonly above: number;
  readonly size?: number;
  readonly role?: Role;
}

/** Lines in the middle that belong together, as one block. */
function centred(text: string, measure: Measure, { face, above, size = SIZE, role = 'P' }: Centred): Block {
  const width = BODY.width * 0.86;
  const lines = evenLines([{ text, face }], { measure, size, width });
  const marks = (y: number) =>
    lines.flatMap((line, index) => {
      const at = baseLine(y + index * lineHeight(size), size);
      return marksOf(line, { x: BODY.x, y: at, width: BODY.width, size, align: 'center', measure });
    });
  return {
    above,
    keeps: true,
    height: lines.length * lineHeight(size),
    piecesAt: (y) => [{ role, marks: marks(y) }],
  };
}

/** The line under a subject, a third to a half as long. */
function ruleBelow(): Block {
  const half = BODY.width / 10;
  const middle = BODY.x + BODY.width / 2;
  return { height: 6, above: 0, keeps: true, piecesAt: (y) => [rule(middle - half, middle + half, y + 3)] };
}

/** A signature never stands on a page without a word of what is signed. */
function keptWithFoot(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.length - 2;
  return blocks.map((block, index) => (index >= last ? { ...block, keeps: true } : block));
}

function pagesOf(blocks: readonly Block[]): readonly Sheet[] {
  const pages: Piece[][] = [[]];
  let y = PAGE.top;
  const put = (block: Block) => {
    const at = y === PAGE.top ? y : y + block.above;
    pages.at(-1)?.push(...block.piecesAt(at));
    y = at + block.height;
  };
  for (const group of groupsOf(blocks)) {
    const height = group.reduce((sum, { above, height: own }) => sum + above + own, 0);
    if (y > PAGE.top && y + height > BODY.end) {
      pages.push([]);
      y = PAGE.top;
      const head = group[0]?.table?.head;
      if (head && head !== group[0]) put(head);
    }
    group.forEach(put);
  }
  return pages.map((pieces) => ({ pieces }));
}

/** Blocks that must stand on one page. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [[]];
  for (const block of blocks) {
    groups.at(-1)?.push(block);
    if (!block.keeps) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

/** In the middle of the upper margin, from the second page on. */
function numbered(sheets: readonly Sheet[], measure: Measure): readonly Sheet[] {
  return sheets.map(({ pieces }, index) => {
    if (index === 0) return { pieces };
    const text = String(index + 1);
    const x = (PAGE.width - measure(text, 'regular', SIZE)) / 2;
    const mark: Mark = { kind: 'text', text, face: 'regular', size: SIZE, x, y: 13 * MM };
    return { pieces: [{ role: 'Artifact', marks: [mark] }, ...pieces] };
  });
}
