import { deadlineOf } from './deadline';

const dueAt = '2026-04-08T10:00:00.000Z';

describe('the limit of a step', () => {
  it('is nothing where the step has none', () => {
    expect(deadlineOf({ dueAt: null, daysLeft: null })).toEqual({ kind: 'none' });
  });

  it.each([
    [2, { kind: 'ahead', at: dueAt, days: 2 }],
    [0, { kind: 'today', at: dueAt, days: 0 }],
    [-1, { kind: 'late', at: dueAt, days: 1 }],
  ])('is told by the days that the API has counted: %d', (daysLeft, told) => {
    expect(deadlineOf({ dueAt, daysLeft })).toEqual(told);
  });
});
