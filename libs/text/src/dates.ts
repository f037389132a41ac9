const WEEKDAYS = {
  vi: ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
} as const;
const OFFSET_MS = 7 * 3_600_000;

export type Language = 'vi' | 'en';

/** `2026-03-05` → `05/03/2026`, in every language: dates on screen and on paper must read the same. */
export function formatDay(day: string): string {
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}`;
}

/** With the weekday, as a promised date is written: `thứ Năm, 09/04/2026`. */
export function formatPromise(day: string, language: Language = 'vi'): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return `${WEEKDAYS[language][weekday]}, ${formatDay(day)}`;
}

/** The local time of a moment: `14:05`. */
export function formatTime(instant: string): string {
  return local(instant).slice(11, 16);
}

export function formatInstant(instant: string, language: Language = 'vi'): string {
  const day = formatDay(local(instant).slice(0, 10));
  return language === 'vi' ? `${formatTime(instant)} ngày ${day}` : `${formatTime(instant)}, ${day}`;
}

/** As official papers write a day (NĐ 30/2020/NĐ-CP): a zero before days below 10 and before January and February. */
export function formatPaperDay(day: string): string {
  const [year, month = '', date] = day.split('-');
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`;
}

function local(instant: string): string {
  return new Date(Date.parse(instant) + OFFSET_MS).toISOString();
}
