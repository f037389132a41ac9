import { addDays, type Day, weekday } from '@trinhduyet/calendar';
import type { Schema } from '@trinhduyet/api-client';

export type SpecialDay = Schema<'CalendarYear'>['days'][number];

/** The weeks of a month, from Monday to Sunday; days of the months beside it are left out. */
export function weeksOf(year: number, month: number): readonly (readonly (Day | undefined)[])[] {
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  const first = `${prefix}01`;
  let monday = addDays(first, -((weekday(first) + 6) % 7));
  const weeks: (Day | undefined)[][] = [];
  for (; monday < first || monday.startsWith(prefix); monday = addDays(monday, 7)) {
    weeks.push(
      Array.from({ length: 7 }, (_, offset) => addDays(monday, offset)).map((day) =>
        day.startsWith(prefix) ? day : undefined,
      ),
    );
  }
  return weeks;
}

export interface Run extends SpecialDay {
  readonly last: Day;
}

/** Days in a row of one name and kind as one line: Tết is five days, and one thing. */
export function runsOf(days: readonly SpecialDay[]): readonly Run[] {
  return days.reduce<Run[]>((runs, day) => {
    const run = runs.at(-1);
    const goesOn = run && run.name === day.name && run.kind === day.kind && addDays(run.last, 1) === day.day;
    return goesOn ? [...runs.slice(0, -1), { ...run, last: day.day }] : [...runs, { ...day, last: day.day }];
  }, []);
}
