import { abilityFor, conditionOn, unitsOf } from '@trinhduyet/access';
import { NOW, type Transaction, wherePermitted } from '@trinhduyet/persistence';
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
  /** The post that is asked: whoever holds it can be given the task. */
  readonly post: string;
  readonly unit: string;
  /** Whose it is: mine, anybody's in the office, or a colleague's. */
  readonly holder: 'me' | 'anybody' | 'colleague';
  /** The official who has it. */
  readonly holderName: string | null;
  /** What may be done from the list, as far as a row can tell; the core judges. */
  readonly acts: readonly ListAct[];
  readonly training: boolean;
}

export const LIST_ACTS = ['claim', 'release', 'assign'] as const;
export type ListAct = (typeof LIST_ACTS)[number];

/** Which open tasks are meant: all of them are read by the same condition. */
export interface InboxFilter {
  readonly view: 'all' | 'today' | 'overdue';
  /** Those of my own posts, or those of the offices that I head and the units that I lead. */
  readonly scope?: 'mine' | 'office';
  /** `review`: everything else that somebody decides. */
  readonly kind?: 'reception' | 'review' | 'cosigning' | 'consultation';
  readonly requestType?: string;
  /** A village, or `none`: those of no village. */
  readonly village?: string;
  readonly holder?: InboxLine['holder'];
  /** Folded words to search for: code or name. */
  readonly words?: string;
}

export interface InboxQuery extends InboxFilter {
  readonly after?: string;
  readonly size?: number;
}

/** Where a slice of the inbox ended: step deadline in milliseconds since 1970 or `never`, dossier and task. */
export const INBOX_CURSOR =
  /^(never|\d{1,14})~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})~([a-z0-9-]{1,40}\.\d{1,4}\.\d{1,4})$/;

const END_OF_TODAY = `(date_trunc('day', ${NOW} AT TIME ZONE 'Asia/Ho_Chi_Minh') + interval '1 day') AT TIME ZONE 'Asia/Ho_Chi_Minh'`;
const IS_DUE_TODAY = `t.due_at >= ${NOW} AND t.due_at < ${END_OF_TODAY}`;
const DECIDES = "t.kind NOT IN ('reception', 'cosigning', 'consultation')";
const IS_LATE = `t.due_at < ${NOW}`;
const HELD_BY = 'coalesce(t.claimed_by, t.assignee_id)';
const holderFor = (me: string) =>
  `CASE WHEN ${HELD_BY} IS NULL THEN 'anybody' WHEN ${HELD_BY} = ${me}::uuid THEN 'me' ELSE 'colleague' END`;
/** Ids of offices and units are apart, so one list holds both. */
const WHOSE = { mine: 't.post_id = ANY ($1)', office: '(t.office_id = ANY ($1) OR t.unit_id = ANY ($1))' } as const;

/** Offices that somebody heads, and units that somebody leads: whose tasks are theirs to give. */
export function headed({ posts }: Pick<Transaction, 'posts'>): {
  offices: readonly string[];
  units: readonly string[];
} {
  return {
    offices: posts.filter(({ duty }) => duty === 'head').map(({ office }) => office),
    units: unitsOf(posts, 'leader'),
  };
}

/** Each once, although somebody may hold a post by two decisions: its tasks are read by post. */
function scopeOf(transaction: Transaction, scope: InboxFilter['scope'] = 'mine'): readonly string[] {
  if (scope === 'mine') return [...new Set(transaction.posts.map(({ post }) => post))];
  const { offices, units } = headed(transaction);
  return [...new Set([...offices, ...units])];
}

/**
 * The tasks `t` that a filter means, as SQL: whose they are, and what else counts. Only what is asked for stands in it: a
 * condition that may be switched off makes the planner expect a handful of rows, and read and sort all of them.
 */
export function inboxCondition(transaction: Transaction, account: string, filter: InboxFilter): TaskCondition {
  const { scope = 'mine', view, kind, requestType, village, holder, words } = filter;
  const parameters: unknown[] = [scopeOf(transaction, scope)];
  const bind = (value: unknown) => `$${parameters.push(value)}`;
  const conditions = [
    ...(view === 'today' ? [IS_DUE_TODAY] : []),
    ...(view === 'overdue' ? [IS_LATE] : []),
    ...(kind === undefined ? [] : [kind === 'review' ? DECIDES : `t.kind = ${bind(kind)}`]),
    ...(requestType === undefined ? [] : [`t.request_type = ${bind(requestType)}`]),
    ...(village === undefined ? [] : [village === 'none' ? 't.village_id IS NULL' : `t.village_id = ${bind(village)}`]),
    ...(words === undefined ? [] : [`t.dossier_id IN (SELECT door.search(${bind(words)}))`]),
    ...(holder === undefined ? [] : [`${holderFor(bind(account))} = ${bind(holder)}`]),
  ];
  return { whose: WHOSE[scope], conditions, parameters, bind };
}

interface TaskCondition {
  /** Over the first parameter. */
  readonly whose: string;
  readonly conditions: readonly string[];
  /** Whose the tasks are, and what the conditions have bound. */
  readonly parameters: readonly unknown[];
  bind(value: unknown): string;
}

const IN_ORDER = 'ORDER BY t.due_at, t.dossier_id, t.task_key';

/**
 * The first tasks `t` that a condition leaves, by step deadline, as SQL. Of each post no more is read than is wanted, in
 * the order of its index, and then the posts are merged: that costs the same however much is open. How many are wanted
 * stands in the text: plans are made for any parameters, and a plan for any number of rows is a plan for many.
 */
function firstTasks(scope: InboxFilter['scope'], conditions: readonly string[], most: number): string {
  const where = (whose: string) => [whose, ...conditions].join(' AND ');
  if (scope === 'office') return `(SELECT * FROM task t WHERE ${where(WHOSE.office)} ${IN_ORDER} LIMIT ${most}) t`;
  return `(SELECT t.* FROM unnest($1::text[]) AS held (post) CROSS JOIN LATERAL (
       SELECT * FROM task t WHERE ${where('t.post_id = held.post')} ${IN_ORDER} LIMIT ${most}) t ${IN_ORDER} LIMIT ${most}) t`;
}

const lineFor = (
  me: string,
) => `t.dossier_id AS dossier, t.task_key AS task, t.step, t.step_title AS "stepTitle", t.kind, t.request_type AS "requestType",
       t.code, t.masked_name AS "maskedName", v.name AS village, t.due_at AS "dueAt", t.not_before AS "notBefore",
       t.promised_on AS "promisedOn", t.entered_at AS "enteredAt", t.training, t.post_id AS post, t.office_id AS office, t.unit_id AS unit,
       t.claimed_by IS NOT NULL AS claimed, ${holderFor(me)} AS holder, a.name AS "holderName"`;
const NAMES = `LEFT JOIN village v USING (village_id) LEFT JOIN account a ON a.account_id = ${HELD_BY}`;

type LineRow = Omit<InboxLine, 'acts'> & { readonly office: string; readonly claimed: boolean };

function lineOf({ posts }: Transaction): (row: LineRow) => InboxLine {
  const { offices, units } = headed({ posts });
  const own = new Set(posts.map(({ post }) => post));
  return ({ office, claimed, ...line }) => {
    const heads = offices.includes(office) || units.includes(line.unit);
    const may: Readonly<Record<ListAct, boolean>> = {
      claim: !claimed && line.holder !== 'colleague' && own.has(line.post),
      release: claimed && (line.holder === 'me' || heads),
      assign: heads,
    };
    return { ...line, acts: LIST_ACTS.filter((act) => may[act]) };
  };
}

/**
 * Open tasks of the posts that the person holds, by step deadline. One statement over the narrow table: no total is
 * counted, names are masked, and so no entry in the journal of reads is due.
 */
export async function inbox(transaction: Transaction, account: string, query: InboxQuery): Promise<Slice<InboxLine>> {
  const size = query.size ?? 50;
  const { conditions, parameters, bind } = inboxCondition(transaction, account, query);
  const [, due, dossier, task] = INBOX_CURSOR.exec(query.after ?? '') ?? [];
  const after = () =>
    `(coalesce(t.due_at, 'infinity'), t.dossier_id, t.task_key) >
       (coalesce(to_timestamp(${bind(due === 'never' ? null : due)}::float8 / 1000), 'infinity'), ${bind(dossier)}, ${bind(task)})`;
  const wanted = dossier === undefined ? conditions : [...conditions, after()];
  const rows = await transaction.query<LineRow & { cursor: string }>(
    `SELECT ${lineFor(bind(account))}, concat_ws('~', coalesce((extract(epoch FROM t.due_at) * 1000)::bigint::text, 'never'), t.dossier_id, t.task_key) AS cursor
     FROM ${firstTasks(query.scope, wanted, size + 1)} ${NAMES} ${IN_ORDER}`,
    parameters,
  );
  const items = rows.slice(0, size);
  const lines = items.map(({ cursor: _, ...line }) => line).map(lineOf(transaction));
  return rows.length > size ? { items: lines, next: items.at(-1)?.cursor } : { items: lines };
}

/** The rows of these dossiers as they are now; what is no longer in the person's hands, or office, is missing. */
export async function inboxRows(
  transaction: Transaction,
  account: string,
  dossiers: readonly string[],
): Promise<readonly InboxLine[]> {
  const rows = await transaction.query<LineRow>(
    `SELECT ${lineFor('$3')} FROM task t ${NAMES} WHERE t.dossier_id = ANY ($2) AND (${WHOSE.mine} OR ${WHOSE.office})
     ${IN_ORDER}`,
    [[...scopeOf(transaction, 'mine'), ...scopeOf(transaction, 'office')], dossiers, account],
  );
  return rows.map(lineOf(transaction));
}

export interface InboxCounts {
  readonly all: number;
  readonly reception: number;
  readonly today: number;
  readonly overdue: number;
}

/** At most so many are counted: beyond that it is “more than”. */
export const MOST_COUNTED = 1_000;

export async function inboxCounts(transaction: Transaction, scope?: InboxFilter['scope']): Promise<InboxCounts> {
  const row = await transaction.one<InboxCounts>(
    `SELECT count(*)::int AS all, count(*) FILTER (WHERE t.kind = 'reception')::int AS reception,
       count(*) FILTER (WHERE ${IS_DUE_TODAY})::int AS today, count(*) FILTER (WHERE ${IS_LATE})::int AS overdue
     FROM ${firstTasks(scope, [], MOST_COUNTED)}`,
    [scopeOf(transaction, scope)],
  );
  return row ?? { all: 0, reception: 0, today: 0, overdue: 0 };
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
