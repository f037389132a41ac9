import { NOW, type Transaction } from '@trinhduyet/persistence';
import { inboxCondition, type InboxFilter } from './dossier-list';

export const GROUPINGS = ['type', 'village', 'type-village'] as const;
export type Grouping = (typeof GROUPINGS)[number];

export interface InboxGroup {
  /** Missing when the groups are villages alone. */
  readonly requestType: string | null;
  /** Its id; null for what belongs to no village, or when the groups are types alone. */
  readonly village: string | null;
  readonly villageName: string | null;
  readonly count: number;
  readonly overdue: number;
}

export interface InboxGroups {
  readonly items: readonly InboxGroup[];
  /** Whether there is more than was counted. */
  readonly capped: boolean;
}

/** So many tasks are put into groups: an inbox of 100,000 costs what one of 5,000 costs. */
const MOST_GROUPED = 5_000;

/** How the tasks of a filter divide. The rows of a group are a page of the inbox like any other, by its own filter. */
export async function inboxGroups(
  transaction: Transaction,
  account: string,
  { by, ...filter }: InboxFilter & { readonly by: Grouping },
): Promise<InboxGroups> {
  const { whose, conditions, parameters } = inboxCondition(transaction, account, filter);
  const type = by === 'village' ? 'NULL::text' : 't.request_type';
  const village = by === 'type' ? 'NULL::text' : 't.village_id';
  const items = await transaction.query<InboxGroup>(
    `SELECT g.type AS "requestType", g.village, v.name AS "villageName", g.count, g.overdue FROM (
       SELECT m.type, m.village, count(*)::int AS count, count(*) FILTER (WHERE m.due_at < m.now)::int AS overdue FROM (
         SELECT ${type} AS type, ${village} AS village, t.due_at, ${NOW} AS now
         FROM task t WHERE ${[whose, ...conditions].join(' AND ')} LIMIT ${MOST_GROUPED}) AS m
       GROUP BY m.type, m.village) AS g
     LEFT JOIN village v ON v.village_id = g.village`,
    parameters,
  );
  return { items, capped: items.reduce((sum, { count }) => sum + count, 0) >= MOST_GROUPED };
}
