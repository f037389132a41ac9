import fc from 'fast-check';
import {
  addDays,
  type CalendarDecision,
  type Day,
  daysOf,
  isWorkingDay,
  VIETNAM,
  withDecisions,
  workingCalendar,
} from './index';

const base = workingCalendar(VIETNAM);
const aDay = fc.integer({ min: 0, max: 60 }).map((offset) => addDays('2026-04-01', offset));
/** Of a few weeks, so that decisions meet. */
const aDecision = fc
  .record({
    id: fc.uuid(),
    kind: fc.constantFrom('day-off' as const, 'worked' as const),
    firstDay: aDay,
    length: fc.integer({ min: 1, max: 4 }),
    swap: fc.option(aDay, { nil: undefined }),
  })
  .map(({ length, swap, ...decision }): CalendarDecision => {
    const lastDay = addDays(decision.firstDay, length - 1);
    const swappedWith = length === 1 && swap !== decision.firstDay ? swap : undefined;
    return { ...decision, lastDay, swappedWith };
  });
const decisions = fc.array(aDecision, { maxLength: 8 });

/** A second account of what a day is: the last word that anybody said about it, else the weekday and the base. */
function isWorkedByTheLastWord(day: Day, all: readonly CalendarDecision[]): boolean {
  const word = all.findLast(
    ({ firstDay, lastDay, swappedWith }) => (firstDay <= day && day <= lastDay) || swappedWith === day,
  );
  if (!word) return isWorkingDay(base, day);
  const itself = word.firstDay <= day && day <= word.lastDay;
  return itself === (word.kind === 'worked');
}

const WINDOW = Array.from({ length: 130 }, (_, offset) => addDays('2026-03-01', offset));

describe('decisions over the common calendar', () => {
  it('make of each day what was said of it last', () => {
    fc.assert(
      fc.property(decisions, (all) => {
        const calendar = withDecisions(base, all);

        for (const day of WINDOW) expect(isWorkingDay(calendar, day)).toBe(isWorkedByTheLastWord(day, all));
      }),
    );
  });

  it('leave nothing behind when they are revoked', () => {
    fc.assert(
      fc.property(decisions, aDecision, fc.nat(8), (others, revoked, at) => {
        const before = others.slice(0, at);
        const without = withDecisions(base, [...before, ...others.slice(at)]);
        const changed = withDecisions(base, [...before, revoked, ...others.slice(at)]);

        for (const day of WINDOW.filter((each) => !daysOf(revoked).has(each)))
          expect(isWorkingDay(changed, day)).toBe(isWorkingDay(without, day));
        expect(without).toEqual(withDecisions(base, others));
      }),
    );
  });

  it('are the base itself where there are none, and never change it', () => {
    const held = { off: [...base.daysOff], worked: [...base.workingRestDays] };
    withDecisions(base, [{ id: 'a', kind: 'worked', firstDay: '2026-04-30', lastDay: '2026-05-01' }]);

    expect(withDecisions(base, [])).toBe(base);
    expect({ off: [...base.daysOff], worked: [...base.workingRestDays] }).toEqual(held);
  });

  it('swap two days at once', () => {
    const swap = { id: 'a', kind: 'day-off', firstDay: '2026-06-05', lastDay: '2026-06-05', swappedWith: '2026-06-13' };
    const calendar = withDecisions(base, [swap as CalendarDecision]);

    expect([isWorkingDay(base, '2026-06-05'), isWorkingDay(base, '2026-06-13')]).toEqual([true, false]);
    expect([isWorkingDay(calendar, '2026-06-05'), isWorkingDay(calendar, '2026-06-13')]).toEqual([false, true]);
  });
});
