import type { Transaction } from '@trinhduyet/persistence';

/** What an official keeps for themselves: filters that they come back to, sentences that they write often. Nobody else sees it. */

export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly filter: Readonly<Record<string, string>>;
}

const MOST_FILTERS = 30;
const MOST_PHRASES = 100;

export function savedFilters(transaction: Transaction, account: string): Promise<readonly SavedFilter[]> {
  return transaction.query<SavedFilter>(
    'SELECT filter_id AS id, name, filter FROM saved_filter WHERE account_id = $1 ORDER BY filter_id',
    [account],
  );
}

/** Keeps a filter, or changes the one of that id. False when there are too many. */
export function saveFilter(
  transaction: Transaction,
  account: string,
  { id, name, filter }: SavedFilter,
): Promise<boolean> {
  return isWritten(
    transaction,
    `INSERT INTO saved_filter (account_id, filter_id, name, filter) SELECT $1, $2, $3, $4
     WHERE (SELECT count(*) FROM saved_filter WHERE account_id = $1 AND filter_id <> $2) < ${MOST_FILTERS}
     ON CONFLICT (account_id, filter_id) DO UPDATE SET name = excluded.name, filter = excluded.filter RETURNING 1 AS written`,
    [account, id, name, JSON.stringify(filter)],
  );
}

export async function dropFilter(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.query('DELETE FROM saved_filter WHERE account_id = $1 AND filter_id = $2', [account, id]);
}

export interface Phrase {
  readonly id: string;
  readonly text: string;
}

export function phrases(transaction: Transaction, account: string): Promise<readonly Phrase[]> {
  return transaction.query<Phrase>(
    'SELECT phrase_id AS id, text FROM phrase WHERE account_id = $1 ORDER BY phrase_id DESC',
    [account],
  );
}

/** False when there are too many. */
export function keepPhrase(transaction: Transaction, account: string, { id, text }: Phrase): Promise<boolean> {
  return isWritten(
    transaction,
    `INSERT INTO phrase (account_id, phrase_id, text) SELECT $1, $2, $3
     WHERE (SELECT count(*) FROM phrase WHERE account_id = $1 AND phrase_id <> $2) < ${MOST_PHRASES}
     ON CONFLICT (account_id, phrase_id) DO UPDATE SET text = excluded.text RETURNING 1 AS written`,
    [account, id, text],
  );
}

export async function dropPhrase(transaction: Transaction, account: string, id: string): Promise<void> {
  await transaction.query('DELETE FROM phrase WHERE account_id = $1 AND phrase_id = $2', [account, id]);
}

async function isWritten(transaction: Transaction, sql: string, parameters: readonly unknown[]): Promise<boolean> {
  return (await transaction.one<{ written: number }>(sql, parameters)) !== undefined;
}
