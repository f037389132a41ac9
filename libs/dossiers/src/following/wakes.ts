import type { Door } from '@trinhduyet/persistence';

/** The poke that a wake was raised; it carries nothing. */
export const WAKE = 'td_wake';

/** A dossier whose workflow has not been told yet. */
export interface DueWake {
  readonly dossierId: string;
  readonly sequence: number;
  /** How many renewals have been asked for; past `renewed` a fresh run is wanted. */
  readonly renewal: number;
  readonly renewed: number;
  readonly attempts: number;
}

/** Time within which a relay that claimed a wake must have told it, before another may. */
const LEASE = '5 seconds';
const LONGEST_BACKOFF_SECONDS = 60;

/** The table of wakes, as relays work with it: claimed without holding a transaction over the call. */
export class Wakes {
  constructor(private readonly door: Door) {}

  /**
   * Claims up to `count` wakes that are due, people before renewals; rows that another relay is at are passed over. The
   * count stands in the text, so that the plan for it, over the few that are due, is kept.
   */
  claim(count: number): Promise<readonly DueWake[]> {
    return this.door.asNobody<DueWake>(
      `UPDATE wake SET not_before = clock_timestamp() + interval '${LEASE}', attempts = attempts + 1
         WHERE dossier_id IN (
           SELECT dossier_id FROM wake WHERE (told < sequence OR renewed < renewal) AND not_before <= clock_timestamp()
           ORDER BY (told < sequence) DESC, not_before LIMIT ${count} FOR UPDATE SKIP LOCKED)
         RETURNING dossier_id AS "dossierId", sequence, renewal, renewed, attempts`,
    );
  }

  /** What was told stays told; a row that was raised meanwhile is due again at once. */
  async told(wakes: readonly DueWake[]): Promise<void> {
    if (wakes.length === 0) return;
    await this.door.asNobody(
      `UPDATE wake SET told = greatest(told, t.sequence), renewed = greatest(renewed, t.renewal), attempts = 0,
           not_before = clock_timestamp()
         FROM unnest($1::uuid[], $2::integer[], $3::integer[]) AS t (id, sequence, renewal) WHERE dossier_id = t.id`,
      [
        wakes.map(({ dossierId }) => dossierId),
        wakes.map(({ sequence }) => sequence),
        wakes.map(({ renewal }) => renewal),
      ],
    );
  }

  /** Backs off alone: one dossier that cannot be told holds up no other. */
  async failed(wakes: readonly DueWake[]): Promise<void> {
    if (wakes.length === 0) return;
    const seconds = wakes.map(({ attempts }) => Math.min(2 ** (attempts - 1), LONGEST_BACKOFF_SECONDS));
    await this.door.asNobody(
      `UPDATE wake SET not_before = clock_timestamp() + make_interval(secs => t.seconds)
         FROM unnest($1::uuid[], $2::float8[]) AS t (id, seconds) WHERE dossier_id = t.id`,
      [wakes.map(({ dossierId }) => dossierId), seconds],
    );
  }
}

/** A fresh run for every open dossier, behind the people: for new code, or when Temporal has lost its database. */
export function wakeEverything(door: Door): Promise<number> {
  return door.asActor({ kind: 'bulk' }, async (transaction) => {
    const woken = await transaction.query(
      `INSERT INTO wake (dossier_id, sequence, told, renewal, renewed, not_before, attempts)
       SELECT dossier_id, sequence, sequence, 1, 0, clock_timestamp(), 0 FROM dossier WHERE status = 'open'
       ON CONFLICT (dossier_id) DO UPDATE SET renewal = wake.renewal + 1,
         not_before = least(wake.not_before, excluded.not_before)
       RETURNING dossier_id`,
    );
    return woken.length;
  });
}
