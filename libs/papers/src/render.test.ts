import { renderPaper } from './render';
import { aDecision, aReceipt, NAME, text } from './testing/a-paper';
import { textOf } from './testing/text-of';

/** Every vowel with every mark, and what else Vietnamese has, in both cases. */
const LETTERS = [...'aăâeêioôơuưy'].flatMap((vowel) =>
  ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((mark) => (vowel + mark).normalize('NFC')),
);
const ALPHABET = [...LETTERS, 'đ', 'b', 'q'].flatMap((letter) => [letter, letter.toLocaleUpperCase('vi')]).join('');

it('gives the same bytes for the same words', async () => {
  const [once, again, other] = await Promise.all([
    renderPaper(aDecision()),
    renderPaper(aDecision()),
    renderPaper({ ...aDecision(), number: '06/QĐ-UBND' }),
  ]);

  expect(once.equals(again)).toBe(true);
  expect(once.equals(other)).toBe(false);
});

it('does not depend on what was printed before', async () => {
  const before = await renderPaper(aDecision({ paragraphs: [text('Inh ích')] }));
  await renderPaper(aDecision({ paragraphs: [text(ALPHABET)] }));
  const after = await renderPaper(aDecision({ paragraphs: [text('Inh ích')] }));

  expect(before.equals(after)).toBe(true);
});

it('can be searched and copied from, with its marks as they are typed', async () => {
  const found = textOf(await renderPaper(aDecision()))
    .join(' ')
    .replace(/\s+/g, ' ');

  for (const words of [NAME, 'Số: 05/QĐ-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Nguyễn Thành Trung'])
    expect(found).toContain(words);
  expect(found).not.toContain('\uFFFD');
  expect(found).toBe(found.normalize('NFC'));
});

it('has every Vietnamese letter, also when it was typed in parts', async () => {
  const found = textOf(await renderPaper(aDecision({ paragraphs: [text(ALPHABET.normalize('NFD'))] })));

  expect(found.join('')).toContain(ALPHABET.slice(0, 30));
  expect(found.join('').replace(/\s/g, '')).toContain(ALPHABET);
});

it('is light, says what it is and in which language, and is told apart for who cannot see it', async () => {
  const pdf = await renderPaper(aReceipt(3));
  const raw = pdf.toString('latin1');

  expect(pdf.length).toBeLessThan(100_000);
  for (const part of ['/Lang (vi-VN)', '/MarkInfo', '/StructTreeRoot', '/S /TD', '/S /Figure', '/DisplayDocTitle true'])
    expect(raw).toContain(part);
  expect(raw).not.toMatch(/\/JavaScript|\/Launch|\/EmbeddedFile|\/URI/);
});

it('shows on every page that it is only for training', async () => {
  const pages = textOf(await renderPaper(aReceipt(60, { training: true }))).filter((each) => each === 'TẬP HUẤN');

  expect(pages.length).toBeGreaterThan(1);
  expect(textOf(await renderPaper(aReceipt(1)))).not.toContain('TẬP HUẤN');
});

it('shows nothing that hides or turns round what is said', async () => {
  const found = textOf(await renderPaper(aDecision({ paragraphs: [text('không\u202Eđược\u0000 phê\u200Bduyệt')] })));

  expect(found.join(' ')).toContain('khôngđược phêduyệt');
});
