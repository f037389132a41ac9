import fc from 'fast-check';
import { addDays, addWorkingDays, isWorkingDay, VIETNAM, workingCalendar, workingDaysBetween } from './index';

const calendar = workingCalendar(VIETNAM);
const aDay = fc.integer({ min: 0, max: 2_500 }).map((offset) => addDays('2024-01-01', offset));
const aCount = fc.integer({ min: 1, max: 60 });

describe('counting working days', () => {
  it('lands on a working day, and counting back gives the number that was added', () => {
    fc.assert(
      fc.property(aDay, aCount, (day, count) => {
        const reached = addWorkingDays(calendar, day, count);

        expect(isWorkingDay(calendar, reached)).toBe(true);
        expect(workingDaysBetween(calendar, day, reached)).toBe(count);
      }),
    );
  });

  it('never passes a later start', () => {
    fc.assert(
      fc.property(aDay, aDay, aCount, (a, b, count) => {
        const [earlier, later] = a < b ? [a, b] : [b, a];

        expect(addWorkingDays(calendar, earlier, count) <= addWorkingDays(calendar, later, count)).toBe(true);
      }),
    );
  });

  it('refuses a calendar without a working day instead of searching for ever', () => {
    const closedForGood = {
      ...calendar,
      restWeekdays: new Set([0, 1, 2, 3, 4, 5, 6]),
      workingRestDays: new Set<string>(),
    };

    expect(() => addWorkingDays(closedForGood, '2026-03-16', 1)).toThrow(RangeError);
  });
});
