import type { Door } from '@trinhduyet/persistence';
import { createHash } from 'node:crypto';
import { canonical } from '../writing/kept';

export type Journal = 'refusal' | 'access_log';

/** Rows younger than this may still be on their way in from a transaction that began earlier. */
const SETTLED = '1 minute';
const ID: Readonly<Record<Journal, string>> = { refusal: 'refusal_id', access_log: 'access_id' };
const MOST_ROWS = 50_000;

/**
 * Hashes what a journal has gained onto its last seal. Anything changed, left out or put in before a seal shows when
 * the seals are computed again.
 */
export async function sealJournal(door: Door, journal: Journal): Promise<number> {
  return door.asActor({ kind: 'bulk' }, async (transaction) => {
    await transaction.lock(`seal:${journal}`);
    const last = await transaction.one<{ sealed_to: string; hash: Buffer }>(
      'SELECT sealed_to::text, hash FROM journal_seal WHERE journal = $1 ORDER BY journal_seal.sealed_to DESC LIMIT 1',
      [journal],
    );
    const found = await transaction.query<{ line: unknown; at: string }>(
      `SELECT to_jsonb(j) AS line, at::text FROM ${journal} j
       WHERE at > coalesce($1::timestamptz, '-infinity') AND at < clock_timestamp() - interval '${SETTLED}'
       ORDER BY j.at, j.${ID[journal]} LIMIT ${MOST_ROWS}`,
      [last?.sealed_to ?? null],
    );
    const rows = found.length < MOST_ROWS ? found : wholeMoments(found);
    const to = rows.at(-1)?.at;
    if (to === undefined) return 0;
    const previous = last?.hash ?? Buffer.alloc(0);
    const hash = sealOf(
      rows.map(({ line }) => line),
      previous,
    );
    await transaction.query(
      'INSERT INTO journal_seal (journal, sealed_to, rows, previous, hash) VALUES ($1, $2, $3, $4, $5)',
      [journal, to, rows.length, previous, hash],
    );
    return rows.length;
  });
}

/** A full batch may end in the middle of a moment: what is of its last one waits for the next seal. */
function wholeMoments<Row extends { readonly at: string }>(rows: readonly Row[]): readonly Row[] {
  return rows.filter(({ at }) => at !== rows.at(-1)?.at);
}

export function sealOf(lines: readonly unknown[], previous: Buffer): Buffer {
  const hash = createHash('sha256').update(previous);
  for (const line of lines) hash.update(canonical(line)).update('\n');
  return hash.digest();
}
