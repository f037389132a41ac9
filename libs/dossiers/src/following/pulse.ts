import type { Transaction } from '@trinhduyet/persistence';

/** How it stands with what carries dossiers on, as the worker last wrote it down. */
export interface Pulse {
  /** Seconds since the worker was last heard; null when it never was. */
  readonly silent: number | null;
  readonly temporal: boolean | null;
  readonly polling: boolean | null;
  /** Seconds for which the oldest wake has waited to be told. */
  readonly oldestWake: number;
}

export async function pulse(transaction: Transaction): Promise<Pulse> {
  const row = await transaction.one<Pulse>(
    `SELECT extract(epoch FROM clock_timestamp() - h.at)::float8 AS silent, (h.detail ->> 'temporal')::boolean AS temporal,
       (h.detail ->> 'polling')::boolean AS polling, coalesce((SELECT extract(epoch FROM clock_timestamp() - min(not_before))::float8
         FROM wake WHERE told < sequence AND not_before < clock_timestamp()), 0) AS "oldestWake"
     FROM (SELECT 1) AS always LEFT JOIN heartbeat h ON h.process = 'worker'`,
  );
  return row ?? { silent: null, temporal: null, polling: null, oldestWake: 0 };
}
