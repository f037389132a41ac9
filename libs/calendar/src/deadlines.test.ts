import examples from '../examples/deadlines.json';
import {
  addWorkingDays,
  closing,
  dayOf,
  type DayKind,
  handOnDue,
  instantOn,
  isWorkingDay,
  latestApologyDay,
  monthlyReviewStart,
  officeInstant,
  opening,
  plainDays,
  promisedDay,
  stepDue,
  timeOf,
  VIETNAM,
  withDecisions,
  workingCalendar,
  type WorkingCalendar,
} from './index';

const calendar = workingCalendar(VIETNAM);
const decided = (kind: DayKind, day: string, swappedWith?: string): WorkingCalendar =>
  withDecisions(calendar, [{ id: 'decision', kind, firstDay: day, lastDay: day, swappedWith }]);
const receivedIn = (day: string, workingDays: number) => promisedDay(calendar, day, workingDays, []);
const askedForSupplement = [{ from: '2026-03-09', to: '2026-03-16' }];

/** One entry for each line of the table of worked deadlines; the first test fails on a line without one. */
const worked: Record<string, () => unknown> = {
  D1: () => receivedIn('2026-02-12', 5),
  D2: () => receivedIn('2026-04-24', 3),
  D3: () => receivedIn('2025-04-24', 3),
  D4: () => receivedIn('2024-04-26', 2),
  D6: () => receivedIn('2025-12-30', 3),
  D9: () => promisedDay(calendar, '2026-03-02', 15, askedForSupplement),
  D10: () => latestApologyDay(calendar, '2026-03-30'),
  D11: () => addWorkingDays(calendar, '2026-04-28', 3),
  D13a: () => addWorkingDays(calendar, '2026-11-18', 7),
  D13b: () => addWorkingDays(decided('day-off', '2026-11-24'), '2026-11-18', 7),
  D14: () => plainDays(monthlyReviewStart('2026-03-03'), 15),
  D16: () => [addWorkingDays(calendar, '2026-11-02', 2), plainDays('2026-11-02', 15), plainDays('2026-11-02', 20)],
  D17: () => dayOf(officeInstant(calendar, instantOn('2026-03-14', '20:00'))),
  D18: () => {
    const receivedAt = instantOn('2026-03-05', '15:20');
    const due = handOnDue(calendar, receivedAt);
    return [`${dayOf(due)}T${timeOf(due)}`, promisedDay(calendar, dayOf(receivedAt), 15, [])];
  },
};

describe('the worked deadlines', () => {
  it('has a test for each line of the table and no test without a line', () => {
    expect(Object.keys(worked)).toEqual(examples.map(({ id }) => id));
  });

  it.each(examples)('$id: $given', ({ id, expected }) => {
    expect(worked[id]?.()).toEqual(expected);
  });

  it('would promise D9 a week earlier without the pause', () => {
    expect(receivedIn('2026-03-02', 15)).toBe('2026-03-23');
  });

  it('D3: a day later with the swap undone by a decision, and as before when a later one swaps again', () => {
    const undone = decided('worked', '2025-05-02', '2025-04-26');
    const again = withDecisions(undone, [
      { id: 'again', kind: 'day-off', firstDay: '2025-05-02', lastDay: '2025-05-02', swappedWith: '2025-04-26' },
    ]);

    expect(promisedDay(undone, '2025-04-24', 3, [])).toBe('2025-04-29');
    expect(promisedDay(again, '2025-04-24', 3, [])).toBe('2025-04-28');
  });

  it('promises nothing while the answer of the applicant is awaited', () => {
    expect(promisedDay(calendar, '2026-03-02', 15, [{ from: '2026-03-09' }])).toBeUndefined();
  });
});

describe('the due date of a step', () => {
  it.each([
    ['half a day, entered in the morning', '2026-03-16', '09:00', 0.5, '2026-03-16', '17:00'],
    ['half a day, entered in the afternoon', '2026-03-16', '15:20', 0.5, '2026-03-17', '11:30'],
    ['half a day, entered on a Saturday night', '2026-03-14', '20:00', 0.5, '2026-03-16', '17:00'],
    ['five days, entered on a Monday afternoon', '2026-03-16', '14:00', 5, '2026-03-23', '17:00'],
    ['a day and a half, entered in the afternoon', '2026-03-16', '14:00', 1.5, '2026-03-18', '11:30'],
    ['one day, entered after closing', '2026-03-16', '18:30', 1, '2026-03-18', '17:00'],
  ])('%s', (_name, day, time, limit, dueDay, dueTime) => {
    const due = stepDue(calendar, instantOn(day, time), limit);

    expect([dayOf(due), timeOf(due)]).toEqual([dueDay, dueTime]);
  });
});

describe('office hours', () => {
  it('counts what comes before opening on the same day and what comes after closing on the next', () => {
    expect(officeInstant(calendar, instantOn('2026-03-16', '06:10'))).toBe(opening(calendar, '2026-03-16'));
    expect(officeInstant(calendar, instantOn('2026-03-16', '12:15'))).toBe(instantOn('2026-03-16', '12:15'));
    expect(officeInstant(calendar, instantOn('2026-03-16', '17:01'))).toBe(opening(calendar, '2026-03-17'));
    expect(closing(calendar, '2026-03-16')).toBe('2026-03-16T10:00:00.000Z');
  });
});

describe('the shipped calendar', () => {
  it.each([
    ['2024', 251],
    ['2025', 250],
    ['2026', 250],
    ['2027', 250],
    ['2028', 249],
    ['2029', 250],
    ['2030', 250],
  ])('has in %s as many working days as were counted by hand', (year, count) => {
    const days = Array.from({ length: 366 }, (_, i) => plainDays(`${year}-01-01`, i)).filter((day) =>
      day.startsWith(year),
    );

    expect(days.filter((day) => isWorkingDay(calendar, day))).toHaveLength(count);
  });

  it('does not count a day off that is announced but not yet law', () => {
    expect(VIETNAM.years['2026']?.pending?.map(({ day }) => day)).toEqual(['2026-11-24']);
    expect(isWorkingDay(calendar, '2026-11-24')).toBe(true);
  });
});
