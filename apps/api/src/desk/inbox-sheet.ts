import { dayOf, timeOf } from '@trinhduyet/calendar';
import type { Language } from '@trinhduyet/text';
import writeExcelFile, { type Cell, type Row } from 'write-excel-file/node';
import type { z } from 'zod';
import type { InboxLine } from '../contract/inbox';

type Line = z.infer<typeof InboxLine>;

interface Column {
  readonly title: Readonly<Record<Language, string>>;
  readonly width: number;
  cell(line: Line, language: Language): Cell;
}

/** A text is always a text, whatever it begins with: a spreadsheet that opens it computes nothing. */
const text = (value: string): Cell => ({ value, type: String });
const day = (value: string | null): Cell =>
  value === null ? null : { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' };
/** Spreadsheets know no zone: the moment as the clock in Việt Nam shows it. */
const moment = (value: string | null): Cell =>
  value === null
    ? null
    : { value: new Date(`${dayOf(value)}T${timeOf(value)}Z`), type: Date, format: 'hh:mm dd/mm/yyyy' };
const figure = (value: number | null): Cell => (value === null ? null : { value, type: Number, format: '0' });

const HOLDERS = { vi: { me: 'Tôi', anybody: 'Chung' }, en: { me: 'Mine', anybody: 'Shared' } } as const;

/** As on the screen, from left to right. */
const COLUMNS: readonly Column[] = [
  { title: { vi: 'Hạn bước', en: 'Step limit' }, width: 18, cell: ({ dueAt }) => moment(dueAt) },
  {
    title: { vi: 'Còn (ngày làm việc)', en: 'Working days left' },
    width: 12,
    cell: ({ daysLeft }) => figure(daysLeft),
  },
  { title: { vi: 'Hẹn trả', en: 'Promised' }, width: 13, cell: ({ promisedOn }) => day(promisedOn) },
  { title: { vi: 'Mã hồ sơ', en: 'Code' }, width: 24, cell: ({ code }) => text(code) },
  { title: { vi: 'Người nộp', en: 'Applicant' }, width: 22, cell: ({ maskedName }) => text(maskedName) },
  {
    title: { vi: 'Loại yêu cầu', en: 'Request type' },
    width: 18,
    cell: ({ requestTitle }, language) => text(requestTitle[language]),
  },
  { title: { vi: 'Thôn, ấp', en: 'Village' }, width: 16, cell: ({ village }) => text(village ?? '') },
  {
    title: { vi: 'Việc của bước', en: 'Step' },
    width: 30,
    cell: ({ stepTitle }, language) => text(stepTitle[language]),
  },
  {
    title: { vi: 'Của ai', en: 'Whose' },
    width: 22,
    cell: ({ holder, holderName }, language) =>
      text(holder === 'colleague' ? (holderName ?? '') : HOLDERS[language][holder]),
  },
];

const TITLES = { vi: { sheet: 'Hộp việc', made: 'Lập lúc' }, en: { sheet: 'Inbox', made: 'Made at' } } as const;

/** A list of the inbox as a workbook: real dates and numbers, the head kept in sight, names masked as on the screen. */
export function inboxSheet(
  lines: readonly Line[],
  { language, at, by }: { readonly language: Language; readonly at: string; readonly by: string },
): Promise<Buffer> {
  const { sheet, made } = TITLES[language];
  const titles: Row = [{ value: sheet, type: String, fontWeight: 'bold', fontSize: 14 }];
  const maker: Row = [text(made), null, moment(at), text(by)];
  const head: Row = COLUMNS.map(({ title }) => ({
    value: title[language],
    type: String,
    fontWeight: 'bold',
    backgroundColor: '#F2F2EF',
    wrap: true,
  }));
  const rows: Row[] = lines.map((line) => COLUMNS.map(({ cell }) => cell(line, language)));
  const columns = COLUMNS.map(({ width }) => ({ width }));
  return writeExcelFile([titles, maker, head, ...rows], {
    sheet,
    columns,
    stickyRowsCount: 3,
    orientation: 'landscape',
  }).toBuffer();
}
