import { layout } from './layout';
import type { Mark, Piece } from './marks';
import { BODY, PAGE } from './page';
import { aDecision, aReceipt, text } from './testing/a-paper';

/** Every letter as wide as the next: enough to see where lines and pages end. */
const measure = (words: string, _face: string, size: number) => words.length * size * 0.5;
const pagesOf = (paper: ReturnType<typeof aDecision>) => layout(paper, measure).map(({ pieces }) => pieces);
const marksOf = (pieces: readonly Piece[]) => pieces.flatMap(({ marks }) => marks);
const wordsOf = (pieces: readonly Piece[]) =>
  marksOf(pieces).flatMap((mark) => (mark.kind === 'text' ? [mark.text.trim()] : []));
const heightOf = (mark: Mark) => (mark.kind === 'line' ? mark.from[1] : mark.y);

it('puts everything on one page that fits there, in the order in which it is read', () => {
  const pages = pagesOf(aDecision());
  const words = wordsOf(pages[0] ?? []).join(' ');
  const order = ['CỘNG HÒA', 'Độc lập - Tự do', 'Về việc', 'Căn cứ', 'QUYẾT ĐỊNH:', 'Điều 1.', 'KT. CHỦ TỊCH', 'Trung'];
  const found = order.map((part) => words.indexOf(part));

  expect(pages).toHaveLength(1);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(found).not.toContain(-1);
});

it('writes day and month with their noughts, and number and place as they were fixed', () => {
  const words = wordsOf(pagesOf(aDecision())[0] ?? []);

  expect(words).toContain('Số: 05/QĐ-UBND');
  expect(words.join(' ')).toContain('Mỹ Tú, ngày 09 tháng 02 năm 2026');
});

it('leaves room for a number that is written in by hand, and names the dossier on a form', () => {
  const { content } = aDecision();
  const unnumbered = wordsOf(pagesOf({ content })[0] ?? []);

  expect(unnumbered).toContainEqual(expect.stringMatching(/^Số:\u00A0{6,}\/QĐ-UBND$/));
  expect(wordsOf(pagesOf(aReceipt(1))[0] ?? []).join(' ')).toContain('Mã hồ sơ: H92.31567-260316-0001');
});

it.each([1, 3, 9, 40])('keeps %d lines of papers and everything else within the margins', (papers) => {
  for (const pieces of pagesOf(aReceipt(papers))) {
    for (const mark of marksOf(pieces.filter(({ role }) => role !== 'Artifact'))) {
      const right = mark.kind === 'text' ? mark.x + measure(mark.text.trim(), mark.face, mark.size) : BODY.x;
      expect(heightOf(mark)).toBeGreaterThanOrEqual(PAGE.top);
      expect(heightOf(mark)).toBeLessThanOrEqual(BODY.end);
      expect(right).toBeLessThanOrEqual(BODY.x + BODY.width + 0.01);
    }
  }
});

it('never cuts a row, and begins each page of a table with its head', () => {
  const pages = pagesOf(aReceipt(60));
  const rows = pages.map((pieces) => pieces.filter(({ role }) => role === 'TD').length);

  expect(pages.length).toBeGreaterThan(1);
  expect(rows.reduce((sum, count) => sum + count)).toBe(60 * 4);
  expect(rows.every((count) => count % 4 === 0)).toBe(true);
  for (const [index, pieces] of pages.entries()) {
    const hasRows = (rows[index] ?? 0) > 0;
    expect(pieces.filter(({ role }) => role === 'TH')).toHaveLength(hasRows ? 4 : 0);
  }
});

it('numbers its pages from the second one on, in the upper margin', () => {
  const [first, second] = pagesOf(aReceipt(60));
  const inMargin = (pieces: readonly Piece[] = []) => marksOf(pieces).filter((mark) => heightOf(mark) < PAGE.top);

  expect(inMargin(first)).toEqual([]);
  expect(inMargin(second)).toMatchObject([{ text: '2' }]);
});

it.each(Array.from({ length: 30 }, (_, extra) => extra))(
  'never leaves a signature alone on a page (%d more paragraphs)',
  (extra) => {
    const paragraphs = Array.from({ length: 10 + extra }, (_, index) => text(`Khoản ${index}.`));
    const last = pagesOf(aDecision({ paragraphs })).at(-1) ?? [];

    expect(wordsOf(last)).toContain('Nguyễn Thành Trung');
    expect(wordsOf(last).filter((each) => each.startsWith('Khoản')).length).toBeGreaterThan(0);
  },
);

it('breaks a word that is wider than a line', () => {
  const endless = 'Ẫ'.repeat(400);
  const lines = wordsOf(pagesOf(aDecision({ paragraphs: [text(endless)] }))[0] ?? []);

  expect(lines.filter((line) => line.startsWith('ẪẪ')).join('')).toBe(endless);
});
