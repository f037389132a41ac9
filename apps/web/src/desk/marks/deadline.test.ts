import { deadlineOf } from './deadline';

const NOW = '2026-04-08T02:00:00.000Z'; // 9:00 in the office

describe('the limit of a step', () => {
  it('is nothing where the step has none', () => {
    expect(deadlineOf({ dueAt: null, daysLeft: null }, NOW)).toEqual({ kind: 'none' });
  });

  it('is today until closing time', () => {
    const dueAt = '2026-04-08T10:00:00.000Z';

    expect(deadlineOf({ dueAt, daysLeft: 0 }, NOW)).toMatchObject({ kind: 'today' });
  });

  it('is today by the day of the office, not by that of Greenwich', () => {
    const lateInTheEvening = '2026-04-07T17:30:00.000Z';
    const dueAt = '2026-04-08T10:00:00.000Z';

    expect(deadlineOf({ dueAt, daysLeft: 0 }, lateInTheEvening)).toMatchObject({ kind: 'today' });
  });

  it('is late from its minute on, by the days that were counted', () => {
    const dueAt = '2026-04-06T10:00:00.000Z';

    expect(deadlineOf({ dueAt, daysLeft: -2 }, NOW)).toEqual({ kind: 'late', at: dueAt, days: 2 });
  });

  it('says no number of days where nobody has counted them', () => {
    const dueAt = '2026-04-13T10:00:00.000Z';

    expect(deadlineOf({ dueAt }, NOW)).toEqual({ kind: 'ahead', at: dueAt, days: undefined });
  });
});
