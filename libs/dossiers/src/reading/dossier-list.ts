import { abilityFor, conditionOn } from '@trinhduyet/access';
import { type Transaction, wherePermitted } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';

export interface DossierLine {
  readonly id: string;
  readonly requestType: string;
  readonly lookupCode: string;
  readonly code: string | null;
  readonly status: 'open' | 'ended';
  readonly ending: string | null;
  readonly submittedAt: string;
  readonly promisedOn: string | null;
  readonly waitsForApplicant: boolean;
  readonly training: boolean;
}
export interface Slice<T> {
  readonly items: readonly T[];
  /** Where the next slice begins; missing at the end. */
  readonly next?: string;
}

/** SQL over a dossier's row: whether a supplement is asked of the applicant and not sent yet. */
export const ASKED_TO_SUPPLEMENT = `jsonb_path_exists(state, '$.places[*] ? (@.kind == "supplement" && !exists(@.settled))')`;

/** The applicant's own dossiers, newest first; by key, so that a later slice never shows a row twice. */
export async function dossiersOf(
  transaction: Transaction,
  account: string,
  after?: string,
  size = 20,
): Promise<Slice<DossierLine>> {
  const rows = await transaction.query<DossierLine>(
    `SELECT dossier_id AS id, request_type AS "requestType", lookup_code AS "lookupCode", code, status, ending,
       submitted_at AS "submittedAt", promised_on AS "promisedOn", training,
       ${ASKED_TO_SUPPLEMENT} AS "waitsForApplicant"
     FROM dossier WHERE applicant_id = $1 AND ($2::uuid IS NULL OR dossier_id < $2) ORDER BY dossier_id DESC LIMIT ${size + 1}`,
    [account, after ?? null],
  );
  const items = rows.slice(0, size);
  return rows.length > size ? { items, next: items.at(-1)?.id } : { items };
}

export interface InboxLine {
  readonly dossier: string;
  readonly task: string;
  readonly step: string;
  readonly stepTitle: LocalText;
  readonly kind: string;
  readonly requestType: string;
  readonly code: string;
  readonly maskedName: string;
  readonly village: string | null;
  readonly dueAt: string | null;
  readonly notBefore: string | null;
  readonly promisedOn: string | null;
  readonly enteredAt: string;
  /** Whose it is: mine, anybody's in the office, or a colleague's. */
  readonly holder: 'me' | 'anybody' | 'colleague';
  readonly training: boolean;
}

export interface InboxQuery {
  readonly view: 'all' | 'today' | 'overdue';
  readonly kind?: 'reception' | 'review';
  readonly requestType?: string;
  readonly village?: string;
  /** Folded words to search for: code or name. */
  readonly words?: string;
  readonly after?: string;
  readonly size?: number;
}

/** Where a slice of the inbox ended: step deadline in milliseconds since 1970 or `never`, dossier and task. */
export const INBOX_CURSOR =
  /^(never|\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([a-z0-9-]{1,40}\.\d{1,4}\.\d{1,4})$/;

/**
 * Open tasks of the posts that the person holds, by step deadline. One statement over the narrow table: no total is
 * counted, names are masked, and so no entry in the journal of reads is due. Of each post no more is read than a page
 * shows, in the order of its index, and then the posts are merged: the page costs the same however much is open.
 */
export async function inbox(transaction: Transaction, account: string, query: InboxQuery): Promise<Slice<InboxLine>> {
  const size = query.size ?? 50;
  const parameters: unknown[] = [account, transaction.posts.map(({ post }) => post)];
  const isWanted = wanted(query, (value) => `$${parameters.push(value)}`);
  const rows = await transaction.query<InboxLine & { cursor: string }>(
    `SELECT t.dossier_id AS dossier, t.task_key AS task, t.step, t.step_title AS "stepTitle", t.kind, t.request_type AS "requestType",
       t.code, t.masked_name AS "maskedName", v.name AS village, t.due_at AS "dueAt", t.not_before AS "notBefore",
       t.promised_on AS "promisedOn", t.entered_at AS "enteredAt", t.training, concat_ws('~', coalesce((extract(epoch FROM t.due_at) * 1000)::bigint::text, 'never'), t.dossier_id, t.task_key) AS cursor,
       CASE WHEN coalesce(t.claimed_by, t.assignee_id) IS NULL THEN 'anybody'
            WHEN coalesce(t.claimed_by, t.assignee_id) = $1 THEN 'me' ELSE 'colleague' END AS holder
     FROM (SELECT t.* FROM unnest($2::text[]) AS held (post) CROSS JOIN LATERAL (
         SELECT * FROM task t WHERE ${['t.post_id = held.post', ...isWanted].join(' AND ')}
         ORDER BY t.due_at, t.dossier_id, t.task_key LIMIT ${size + 1}) t
       ORDER BY t.due_at, t.dossier_id, t.task_key LIMIT ${size + 1}) t LEFT JOIN village v USING (village_id)
     ORDER BY t.due_at, t.dossier_id, t.task_key`,
    parameters,
  );
  const items = rows.slice(0, size);
  const lines = items.map(({ cursor: _, ...line }) => line);
  return rows.length > size ? { items: lines, next: items.at(-1)?.cursor } : { items: lines };
}

/**
 * What narrows the inbox. Only what is asked for stands in the statement: a condition that may be switched off makes the
 * planner expect a handful of rows, and read and sort all of them.
 */
function wanted(query: InboxQuery, bind: (value: unknown) => string): readonly string[] {
  const { view, kind, requestType, village, words } = query;
  const [, due, dossier, task] = INBOX_CURSOR.exec(query.after ?? '') ?? [];
  const after = () =>
    `(coalesce(to_timestamp(${bind(due === 'never' ? null : due)}::float8 / 1000), 'infinity'), ${bind(dossier)}, ${bind(task)})`;
  return [
    ...(view === 'today' ? [`t.due_at < ${END_OF_TODAY}`] : []),
    ...(view === 'overdue' ? ['t.due_at < door.now()'] : []),
    ...(kind === undefined ? [] : [`(t.kind = 'reception') = (${bind(kind)} = 'reception')`]),
    ...(requestType === undefined ? [] : [`t.request_type = ${bind(requestType)}`]),
    ...(village === undefined ? [] : [`t.village_id = ${bind(village)}`]),
    ...(words === undefined ? [] : [`t.dossier_id IN (SELECT door.search(${bind(words)}))`]),
    ...(dossier === undefined ? [] : [`(coalesce(t.due_at, 'infinity'), t.dossier_id, t.task_key) > ${after()}`]),
  ];
}
const END_OF_TODAY = `(date_trunc('day', door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh') + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'`;

export interface InboxCounts {
  readonly all: number;
  readonly reception: number;
  readonly today: number;
  readonly overdue: number;
}

/** At most so many are counted: beyond that it is “more than”. */
export const MOST_COUNTED = 1_000;

export async function inboxCounts(transaction: Transaction): Promise<InboxCounts> {
  const row = await transaction.one<InboxCounts>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE kind = 'reception')::int AS reception,
       count(*) FILTER (WHERE due_at < ${END_OF_TODAY})::int AS today,
       count(*) FILTER (WHERE due_at < door.now())::int AS overdue
     FROM (SELECT t.kind, t.due_at FROM unnest($1::text[]) AS held (post) CROSS JOIN LATERAL (
         SELECT kind, due_at FROM task WHERE post_id = held.post ORDER BY due_at, dossier_id, task_key LIMIT ${MOST_COUNTED}) t
       ORDER BY t.due_at LIMIT ${MOST_COUNTED}) AS mine`,
    [transaction.posts.map(({ post }) => post)],
  );
  return row ?? { all: 0, reception: 0, today: 0, overdue: 0 };
}

export interface OverdueLine {
  readonly dossier: string;
  readonly task: string;
  readonly code: string;
  readonly maskedName: string;
  readonly stepTitle: LocalText;
  readonly office: string;
  readonly post: LocalText;
  readonly holder: string | null;
  readonly dueAt: string;
  readonly promisedOn: string | null;
}

/** What is late in the units that somebody heads or leads, and whose it is; the longest first. */
export async function overdue(transaction: Transaction): Promise<readonly OverdueLine[]> {
  const offices = transaction.posts.filter(({ duty }) => duty === 'head').map(({ office }) => office);
  const units = transaction.posts.filter(({ duty }) => duty === 'leader').map(({ unit }) => unit);
  return transaction.query<OverdueLine>(
    `SELECT t.dossier_id AS dossier, t.task_key AS task, t.code, t.masked_name AS "maskedName", t.step_title AS "stepTitle",
       o.name AS office, jsonb_build_object('vi', p.title, 'en', p.title_en) AS post, a.name AS holder, t.due_at AS "dueAt",
       t.promised_on AS "promisedOn"
     FROM task t JOIN office o USING (office_id) JOIN post p USING (post_id)
       LEFT JOIN account a ON a.account_id = coalesce(t.claimed_by, t.assignee_id)
     WHERE (t.office_id = ANY ($1) OR t.unit_id = ANY ($2)) AND t.due_at < door.now() ORDER BY t.due_at LIMIT 500`,
    [offices, units],
  );
}

export interface WorkloadLine {
  readonly account: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly overdue: number;
  readonly dueSoon: number;
}

/** What is in whose hands, by name and never by rank; the line without a name is what nobody has taken. */
export async function workload(transaction: Transaction): Promise<readonly WorkloadLine[]> {
  const offices = transaction.posts.filter(({ duty }) => duty === 'head').map(({ office }) => office);
  const units = transaction.posts.filter(({ duty }) => duty === 'leader').map(({ unit }) => unit);
  return transaction.query<WorkloadLine>(
    `SELECT coalesce(t.claimed_by, t.assignee_id) AS account, a.name, count(*)::int AS open,
       count(*) FILTER (WHERE t.due_at < door.now())::int AS overdue,
       count(*) FILTER (WHERE t.due_at >= door.now() AND t.due_at < door.now() + interval '3 days')::int AS "dueSoon"
     FROM task t LEFT JOIN account a ON a.account_id = coalesce(t.claimed_by, t.assignee_id)
     WHERE t.office_id = ANY ($1) OR t.unit_id = ANY ($2) GROUP BY 1, 2 ORDER BY a.name NULLS LAST`,
    [offices, units],
  );
}

export interface StuckLine {
  readonly dossier: string;
  readonly code: string;
  readonly requestType: string;
  readonly step: string;
  readonly reason: string;
  readonly since: string;
  readonly unit: string;
}

/** Dossiers that wait for nobody because a post, an office or a route is missing: the administrator's to-do. */
export async function stuckDossiers(transaction: Transaction, account: string): Promise<readonly StuckLine[]> {
  const administers = conditionOn(abilityFor({ account, posts: transaction.posts }), 'administer');
  const parameters: unknown[] = [];
  return transaction.query<StuckLine>(
    `SELECT d.dossier_id AS dossier, coalesce(d.code, d.lookup_code) AS code, d.request_type AS "requestType", place ->> 'step' AS step,
       place ->> 'stuck' AS reason, place ->> 'enteredAt' AS since, u.name AS unit
     FROM dossier d JOIN unit u ON u.unit_id = d.commune_id
       CROSS JOIN LATERAL jsonb_path_query(d.state, '$.places[*] ? (exists(@.stuck))') AS place
     WHERE d.status = 'open' AND ${wherePermitted(administers, parameters, 'd')}
     ORDER BY since LIMIT 200`,
    parameters,
  );
}

/** How many open dossiers of each request type there are in the units of whoever asks. */
export async function openDossiers(transaction: Transaction): Promise<ReadonlyMap<string, number>> {
  const rows = await transaction.query<{ key: string; open: number }>(
    `SELECT request_type AS key, count(*)::int AS open FROM dossier WHERE status = 'open' GROUP BY request_type`,
  );
  return new Map(rows.map(({ key, open }) => [key, open]));
}
