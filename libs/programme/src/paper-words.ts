import { formatPaperDay } from '@trinhduyet/text';
import type { DrawnPaper } from './papers';

/** A paper as it goes out: its words, and the number that it was given where it has one. */
export interface PrintedPaper {
  readonly content: DrawnPaper;
  readonly number?: string;
  /** The day of the number; of a paper without one the day of its drawing up counts. */
  readonly issuedOn?: string;
}

/** What stands on every paper (NĐ 30/2020/NĐ-CP, Phụ lục I). Papers are Vietnamese: that is the text which holds. */
export const PAPER_WORDS = {
  nation: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
  motto: 'Độc lập - Tự do - Hạnh phúc',
  training: ['TẬP HUẤN', 'KHÔNG CÓ GIÁ TRỊ'],
  recipients: 'Nơi nhận:',
  addressed: 'Kính gửi:',
  scan: 'Quét mã để theo dõi hồ sơ',
} as const;

/** For a number that is written in by hand. */
const ROOM = '\u00A0'.repeat(12);

/** Of a paper that is numbered: number and symbol, with room for a number that is still to be written in. Of a form: the dossier. */
export function paperReference({ content: { symbol, code }, number }: PrintedPaper): string {
  if (number !== undefined) return `Số: ${number}`;
  if (symbol !== undefined) return `Số:${ROOM}/${symbol}`;
  return code === undefined ? '' : `Mã hồ sơ: ${code}`;
}

export function placeAndDay({ content: { place, on }, issuedOn }: PrintedPaper): string {
  return `${place}, ${formatPaperDay(issuedOn ?? on)}`;
}

/** By which regulation a form of the one-stop shop is made. */
export function formLine({ number, regulation }: PrintedPaper['content']): string | undefined {
  return number === undefined || regulation === undefined ? undefined : `Mẫu số ${number} theo ${regulation}`;
}

/** An article begins with its number in bold. */
export function articleParts(text: string): readonly [label: string, rest: string] {
  const label = /^Điều \d+\./.exec(text)?.[0] ?? '';
  return [label, text.slice(label.length)];
}

/** Characters that would hide what a paper says, or turn it round, stand on none. */
export function printable(text: string): string {
  return text.normalize('NFC').replace(/[^\P{C}\n]/gu, '');
}
