import { unitsOf } from '@trinhduyet/access';
import {
  addWorkingDays,
  dayOf,
  type Day,
  type Instant,
  type WorkingCalendar,
  workingDaysBetween,
} from '@trinhduyet/calendar';
import type { CalendarOf } from '@trinhduyet/directory';
import { NOW, type Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import { headed } from './dossier-list';

export interface OverdueLine {
  readonly dossier: string;
  readonly task: string;
  readonly code: string;
  readonly maskedName: string;
  readonly stepTitle: LocalText;
  readonly office: string;
  readonly post: LocalText;
  readonly holder: string | null;
  /** The post that is asked. */
  readonly postId: string;
  readonly unit: string;
  readonly dueAt: string;
  readonly promisedOn: string | null;
}

/** What is late in the units that somebody heads or leads, and whose it is; the longest first. */
export async function overdue(transaction: Transaction): Promise<readonly OverdueLine[]> {
  const { offices, units } = headed(transaction);
  return transaction.query<OverdueLine>(
    `SELECT t.dossier_id AS dossier, t.task_key AS task, t.code, t.masked_name AS "maskedName", t.step_title AS "stepTitle",
       o.name AS office, jsonb_build_object('vi', p.title, 'en', p.title_en) AS post, a.name AS holder, t.post_id AS "postId", t.due_at AS "dueAt",
       t.promised_on AS "promisedOn", t.unit_id AS unit
     FROM task t JOIN office o USING (office_id) JOIN post p USING (post_id)
       LEFT JOIN account a ON a.account_id = coalesce(t.claimed_by, t.assignee_id)
     WHERE (t.office_id = ANY ($1) OR t.unit_id = ANY ($2)) AND t.due_at < ${NOW} ORDER BY t.due_at LIMIT 500`,
    [offices, units],
  );
}

/** One open task of the office, as far as the load depends on it. */
export interface OpenTask {
  readonly account: string | null;
  readonly name: string | null;
  readonly enteredAt: Instant;
  readonly dueAt: Instant | null;
}

export interface WorkloadLine {
  readonly account: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
  /** Working days since the tasks came to their step, on average: what was waited for the applicant is not in it. */
  readonly averageDays: number;
  /** How many are due on each of the working days ahead, from today on. */
  readonly ahead: readonly number[];
}

/** At most so many tasks are looked at, the most urgent first. */
const MOST_WEIGHED = 5_000;
const DAYS_AHEAD = 10;
const SOON_DAYS = 3;

/** What is in whose hands; the line without a name is what nobody has taken. */
export async function workload(
  transaction: Transaction,
  { calendarOf, now }: { readonly calendarOf: CalendarOf; readonly now: Instant },
): Promise<readonly WorkloadLine[]> {
  const { offices, units } = headed(transaction);
  const tasks = await transaction.query<OpenTask>(
    `SELECT coalesce(t.claimed_by, t.assignee_id) AS account, a.name, t.entered_at AS "enteredAt", t.due_at AS "dueAt"
     FROM task t LEFT JOIN account a ON a.account_id = coalesce(t.claimed_by, t.assignee_id)
     WHERE t.office_id = ANY ($1) OR t.unit_id = ANY ($2) ORDER BY t.due_at LIMIT ${MOST_WEIGHED}`,
    [offices, units],
  );
  // Whoever heads offices of several units sees the days of one of them.
  return weighed(tasks, { calendar: calendarOf(transaction.posts[0]?.unit ?? ''), now });
}

export function weighed(
  tasks: readonly OpenTask[],
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: Instant },
): readonly WorkloadLine[] {
  const today = dayOf(now);
  const days = Array.from({ length: DAYS_AHEAD }, (_, ahead) =>
    ahead === 0 ? today : addWorkingDays(calendar, today, ahead),
  );
  const soon = days[SOON_DAYS] ?? today;
  const byPerson = new Map<string | null, OpenTask[]>();
  for (const task of tasks) {
    const own = byPerson.get(task.account);
    if (own) own.push(task);
    else byPerson.set(task.account, [task]);
  }
  return [...byPerson].map(([account, own]) => ({
    account,
    name: own[0]?.name ?? null,
    open: own.length,
    overdue: own.filter(({ dueAt }) => dueAt !== null && dueAt < now).length,
    dueSoon: own.filter(({ dueAt }) => dueAt !== null && dueAt >= now && dayOf(dueAt) <= soon).length,
    averageDays: average(own.map(({ enteredAt }) => workingDaysBetween(calendar, dayOf(enteredAt), today))),
    ahead: days.map((day) => own.filter(({ dueAt }) => dueAt !== null && dueAt >= now && dayOf(dueAt) === day).length),
  }));
}

function average(numbers: readonly number[]): number {
  const sum = numbers.reduce((total, each) => total + each, 0);
  return numbers.length === 0 ? 0 : Math.round((sum / numbers.length) * 10) / 10;
}

export interface WeekLine {
  readonly received: number;
  readonly ended: number;
}

/** What the communes that somebody serves received and finished since a day; nothing for whoever sits higher up. */
export async function sinceDay(transaction: Transaction, day: Day): Promise<WeekLine | undefined> {
  const inCommunes = transaction.posts.filter(({ tier }) => tier === 'commune');
  const communes = unitsOf(inCommunes, 'head', 'leader');
  if (communes.length === 0) return undefined;
  return transaction.one<WeekLine>(
    `SELECT count(*) FILTER (WHERE received_on >= $2)::int AS received,
       count(*) FILTER (WHERE ended_at >= $2::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')::int AS ended
     FROM dossier WHERE commune_id = ANY ($1) AND (received_on >= $2 OR ended_at >= $2::timestamp AT TIME ZONE 'Asia/Ho_Chi_Minh')`,
    [communes, day],
  );
}
