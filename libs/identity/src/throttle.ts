import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';

/** From how many failures on one waits; many officials of one commune share an address. */
const FREE = { account: 5, address: 60 } as const;
const LONGEST_WAIT_SECONDS = 900;
/** After so long without a failure everything is forgiven. */
const FORGIVEN_AFTER = '1 hour';

export interface Attempt {
  readonly login: string;
  readonly address: string;
}

/**
 * Lets an attempt begin, or throws `locked-out` while its account or address must wait: twice as long with each failure,
 * never for good. It counts as a failure until `forgive` says otherwise, so that many at once are counted as many.
 */
export async function admit(transaction: Transaction, attempt: Attempt): Promise<void> {
  const rows = await transaction.query<{ subject: string; failures: number; since: number }>(
    `SELECT subject, failures, extract(epoch FROM clock_timestamp() - last_at)::float8 AS since FROM attempt
     WHERE subject = ANY ($1) AND last_at > clock_timestamp() - interval '${FORGIVEN_AFTER}' ORDER BY subject FOR UPDATE`,
    [subjectsOf(attempt)],
  );
  const wait = Math.max(0, ...rows.map(({ subject, failures, since }) => waitOf(subject, failures) - since));
  if (wait > 0) throw new Problem('locked-out', { retryAfter: Math.ceil(wait) });
  await transaction.query(
    `INSERT INTO attempt (subject, failures, last_at) SELECT subject, 1, clock_timestamp() FROM unnest($1::text[]) AS subject
     ORDER BY subject ON CONFLICT (subject) DO UPDATE SET last_at = excluded.last_at, failures =
       CASE WHEN attempt.last_at > clock_timestamp() - interval '${FORGIVEN_AFTER}' THEN attempt.failures + 1 ELSE 1 END`,
    [subjectsOf(attempt)],
  );
}

/** After success the account starts anew; the address has this one attempt taken back, and keeps what it failed. */
export async function forgive(transaction: Transaction, { login, address }: Attempt): Promise<void> {
  await transaction.query('DELETE FROM attempt WHERE subject = $1', [`account:${login}`]);
  await transaction.query('UPDATE attempt SET failures = failures - 1 WHERE subject = $1', [`address:${address}`]);
}

function subjectsOf({ login, address }: Attempt): readonly string[] {
  return [`account:${login}`, `address:${address}`];
}

function waitOf(subject: string, failures: number): number {
  const over = failures - (subject.startsWith('account:') ? FREE.account : FREE.address);
  return over < 0 ? 0 : Math.min(2 ** (over + 1), LONGEST_WAIT_SECONDS);
}
