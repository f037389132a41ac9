import { runsOf, type SpecialDay, weeksOf } from './month';

describe('the weeks of a month', () => {
  it.each([
    [2026, 2, 5, [6, 5]],
    [2027, 2, 4, [0, 6]],
    [2026, 3, 6, [6, 1]],
  ])('%d-%d has %d of them, from Monday to Sunday', (year, month, count, [first, last]) => {
    const weeks = weeksOf(year, month);

    expect(weeks).toHaveLength(count);
    expect(weeks[0]?.findIndex((day) => day !== undefined)).toBe(first);
    expect(weeks.at(-1)?.findLastIndex((day) => day !== undefined)).toBe(last);
    const days = weeks.flat().filter((day) => day !== undefined);
    expect(days).toHaveLength(new Date(Date.UTC(year, month, 0)).getUTCDate());
  });
});

it('days in a row of one name and kind are one line', () => {
  const day = (date: string, name: string, kind: SpecialDay['kind'] = 'off'): SpecialDay => ({ day: date, name, kind });

  const runs = runsOf([
    day('2026-02-15', 'Tết'),
    day('2026-02-16', 'Tết'),
    day('2026-02-17', 'Nghỉ bù'),
    day('2026-02-28', 'Tết'),
  ]);

  expect(runs.map((run) => [run.day, run.last])).toEqual([
    ['2026-02-15', '2026-02-16'],
    ['2026-02-17', '2026-02-17'],
    ['2026-02-28', '2026-02-28'],
  ]);
});
