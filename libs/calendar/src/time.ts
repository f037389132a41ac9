/** A calendar day in Vietnam, `yyyy-MM-dd`. */
export type Day = string;
/** A moment, ISO 8601 in UTC: `2026-03-16T01:00:00.000Z`. Strings of this shape sort as time does. */
export type Instant = string;
/** A time of the day in Vietnam, `HH:mm`. */
export type TimeOfDay = string;

/** Asia/Ho_Chi_Minh is seven hours ahead of UTC all year and has had no daylight saving time since 1975. */
const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

const utc = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const asDay = (ms: number): Day => new Date(ms).toISOString().slice(0, 10);

export const instant = (ms: number): Instant => new Date(ms).toISOString();
export const milliseconds = (at: Instant): number => Date.parse(at);

/** The day that people in Vietnam write on that moment. */
export const dayOf = (at: Instant): Day => asDay(milliseconds(at) + OFFSET_MS);
export const timeOf = (at: Instant): TimeOfDay => new Date(milliseconds(at) + OFFSET_MS).toISOString().slice(11, 16);
export const instantOn = (day: Day, time: TimeOfDay): Instant => instant(Date.parse(`${day}T${time}:00Z`) - OFFSET_MS);

export const addDays = (day: Day, days: number): Day => asDay(utc(day) + days * DAY_MS);
/** 0 = Sunday. */
export const weekday = (day: Day): number => new Date(utc(day)).getUTCDay();
/** The first day of the week that a day is in. */
export const mondayOf = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7));
export const laterOf = (a: Instant, b: Instant): Instant => (a > b ? a : b);

/** Whether the text is a day that exists: `2026-02-30` is none. */
export function isDay(text: string): text is Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const ms = utc(text);
  return !Number.isNaN(ms) && asDay(ms) === text;
}
