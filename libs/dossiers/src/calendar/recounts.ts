import type { Door, Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { Follower } from '../following/follow';
import { GOES_BY } from './preview';

const LEASE = '30 seconds';

interface Claimed {
  readonly id: string;
  readonly decision: string;
  readonly unit: string | null;
  readonly reached: string | null;
  readonly settled: boolean;
}

/**
 * Counts open dossiers anew after a decision about the calendar: a few at a time, behind the people, each in a
 * transaction of its own. Whatever is interrupted goes on where it stood; a dossier that is counted twice is not changed
 * twice.
 */
export class Recounts {
  constructor(
    private readonly door: Door,
    private readonly follower: Pick<Follower, 'recount'>,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Up to `count` dossiers of the decision that has waited longest; answers whether there was anything to do. */
  async turn(count: number): Promise<boolean> {
    const claimed = await this.bulk(claim);
    if (!claimed) return false;
    const ids = await this.bulk((transaction) => nextOf(transaction, claimed, count));
    if (ids.length === 0 && claimed.settled) return this.conclude(claimed);
    const moved = await this.recount(ids, claimed.decision);
    await this.bulk((transaction) => reach(transaction, claimed, { ids, moved }));
    return ids.length > 0;
  }

  /** What was handed in while the decision was being entered may have gone by the calendar before it. */
  private async conclude(claimed: Claimed): Promise<boolean> {
    const ids = await this.bulk((transaction) => handedInMeanwhile(transaction, claimed));
    const moved = await this.recount(ids, claimed.decision);
    await this.bulk((transaction) =>
      transaction.query(
        'UPDATE calendar_recount SET done_at = door.now(), moved = moved + $2 WHERE recount_id = $1 AND done_at IS NULL',
        [claimed.id, moved],
      ),
    );
    return true;
  }

  /** One dossier that cannot be counted holds up no other; a database that is away holds up all of them. */
  private async recount(ids: readonly string[], decision: string): Promise<number> {
    let moved = 0;
    for (const id of ids) {
      try {
        if ((await this.follower.recount(id, decision)) === 'moved') moved += 1;
      } catch (error) {
        if (error instanceof Problem && error.code === 'unavailable') throw error;
        this.failed(error);
      }
    }
    return moved;
  }

  private bulk<T>(work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.door.asActor({ kind: 'bulk' }, work);
  }
}

function claim(transaction: Transaction): Promise<Claimed | undefined> {
  return transaction.one<Claimed>(
    `UPDATE calendar_recount r SET not_before = clock_timestamp() + interval '${LEASE}'
     FROM calendar_decision c WHERE c.decision_id = r.decision_id AND r.recount_id = (
       SELECT recount_id FROM calendar_recount WHERE done_at IS NULL AND not_before <= clock_timestamp()
       ORDER BY recount_id LIMIT 1 FOR UPDATE SKIP LOCKED)
     RETURNING r.recount_id AS id, r.decision_id AS decision, c.unit_id AS unit, r.reached, r.settles_at <= clock_timestamp() AS settled`,
  );
}

async function nextOf(transaction: Transaction, { unit, reached }: Claimed, count: number): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT dossier_id AS id FROM dossier WHERE status = 'open' AND ($2::uuid IS NULL OR dossier_id > $2) AND ${GOES_BY('$1')}
     ORDER BY dossier_id LIMIT ${count}`,
    [unit, reached],
  );
  return rows.map(({ id }) => id);
}

async function handedInMeanwhile(transaction: Transaction, { id, unit }: Claimed): Promise<readonly string[]> {
  const rows = await transaction.query<{ id: string }>(
    `SELECT dossier_id AS id FROM dossier, calendar_recount r WHERE r.recount_id = $2 AND status = 'open'
       AND submitted_at >= r.requested_at - interval '1 minute' AND ${GOES_BY('$1')}`,
    [unit, id],
  );
  return rows.map((row) => row.id);
}

/** At the end of what there is it waits until the decision has settled. */
async function reach(
  transaction: Transaction,
  { id }: Claimed,
  { ids, moved }: { readonly ids: readonly string[]; readonly moved: number },
): Promise<void> {
  await transaction.query(
    `UPDATE calendar_recount SET reached = coalesce($2::uuid, reached), looked = looked + $3, moved = moved + $4,
       not_before = CASE WHEN $3 = 0 THEN settles_at ELSE clock_timestamp() END WHERE recount_id = $1`,
    [id, ids.at(-1) ?? null, ids.length, moved],
  );
}
