import { VIETNAM, workingCalendar } from '@trinhduyet/calendar';
import { type OpenTask, weighed } from './workload';

const calendar = workingCalendar(VIETNAM);
/** A Monday morning. */
const now = '2026-03-23T02:00:00.000Z';
const task = (account: string | null, change: Partial<OpenTask> = {}): OpenTask => ({
  account,
  name: account,
  enteredAt: '2026-03-20T02:00:00.000Z',
  dueAt: '2026-03-25T10:00:00.000Z',
  ...change,
});

describe('the load of an office', () => {
  it('is told by person, and what nobody has apart', () => {
    const lines = weighed([task('khang'), task(null), task('khang')], { calendar, now });

    expect(lines.map(({ account, open }) => [account, open])).toEqual([
      ['khang', 2],
      [null, 1],
    ]);
  });

  it('counts working days in hand, and leaves the weekend out', () => {
    const [line] = weighed([task('khang'), task('khang', { enteredAt: '2026-03-18T02:00:00.000Z' })], {
      calendar,
      now,
    });

    expect(line?.averageDays).toBe(2);
  });

  it('tells what is late from what comes, day by day', () => {
    const [line] = weighed(
      [
        task('khang', { dueAt: '2026-03-20T10:00:00.000Z' }),
        task('khang', { dueAt: '2026-03-23T10:00:00.000Z' }),
        task('khang', { dueAt: '2026-03-26T10:00:00.000Z' }),
        task('khang', { dueAt: '2026-03-27T10:00:00.000Z' }),
        task('khang', { dueAt: null }),
      ],
      { calendar, now },
    );

    expect(line).toMatchObject({ overdue: 1, dueSoon: 2, ahead: [1, 0, 0, 1, 1, 0, 0, 0, 0, 0] });
  });
});
