import type { DrawnTable } from '@trinhduyet/programme';
import { evenLines, linesOf, marksOf } from './lines';
import { type Face, type Mark, type Measure, MM } from './marks';
import { baseLine, type Block, BODY, lineHeight, vi } from './page';

const SIZE = 12;
const PADDING = 4;
/** The first column is a running number, the others share what is left: the second takes most. */
const NUMBER = 11 * MM;
const NARROW = 30 * MM;

interface Column {
  readonly x: number;
  readonly width: number;
}

/** Rows of a table; none is cut, and the head comes again on the next page. */
export function tableRows({ columns, rows }: DrawnTable, measure: Measure): readonly Block[] {
  const places = placesOf(columns.length);
  const style = { places, measure };
  const head = rowBlock(columns.map(vi), { ...style, row: 0, face: 'bold' });
  const first = { ...head, above: 8, keeps: true };
  const blocks = rows.map((cells, index) => rowBlock(cells.map(vi), { ...style, row: index + 1, face: 'regular' }));
  return [first, ...blocks.map((block) => ({ ...block, table: { head } }))];
}

function placesOf(count: number): readonly Column[] {
  const wide = BODY.width - NUMBER - NARROW * (count - 2);
  const widths = Array.from({ length: count }, (_, index) => (index === 0 ? NUMBER : index === 1 ? wide : NARROW));
  return widths.map((width, index) => ({
    width,
    x: BODY.x + widths.slice(0, index).reduce((sum, each) => sum + each, 0),
  }));
}

interface RowStyle {
  readonly places: readonly Column[];
  readonly measure: Measure;
  readonly row: number;
  readonly face: Face;
}

function rowBlock(cells: readonly string[], { places, measure, row, face }: RowStyle): Block {
  const isHead = face === 'bold';
  const lines = cells.map((text, index) => {
    const width = (places[index]?.width ?? 0) - 2 * PADDING;
    const wrap = isHead ? evenLines : linesOf;
    return wrap([{ text, face }], { measure, size: SIZE, width });
  });
  const height = Math.max(...lines.map(({ length }) => length)) * lineHeight(SIZE) + 2 * PADDING;
  return {
    height,
    above: 0,
    piecesAt: (y) => [
      { role: 'Artifact', marks: frame(places, y, height) },
      ...lines.map((ofCell, index) => {
        const { x, width } = places[index] ?? { x: 0, width: 0 };
        const place = { x: x + PADDING, width: width - 2 * PADDING, size: SIZE, measure };
        const align = isHead || index !== 1 ? ('center' as const) : ('left' as const);
        const marks = ofCell.flatMap((line, at) =>
          marksOf(line, { ...place, align, y: baseLine(y + PADDING + at * lineHeight(SIZE), SIZE) }),
        );
        return { role: isHead ? ('TH' as const) : ('TD' as const), row, marks };
      }),
    ],
  };
}

function frame(places: readonly Column[], y: number, height: number): readonly Mark[] {
  const edges = [BODY.x, ...places.map(({ x, width }) => x + width)];
  const across = [y, y + height].map((at): Mark => ({
    kind: 'line',
    from: [BODY.x, at],
    to: [BODY.x + BODY.width, at],
  }));
  return [...across, ...edges.map((x): Mark => ({ kind: 'line', from: [x, y], to: [x, y + height] }))];
}
