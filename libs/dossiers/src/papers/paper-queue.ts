import type { Door } from '@trinhduyet/persistence';
import type { PaperFiles } from './paper-files';

export interface DuePaper {
  readonly dossier: string;
  readonly paper: string;
}

/** Time within which whoever claimed a paper must have made it, before another may; longer with every try. */
const LEASE = '1 minute';
const MOST_MINUTES = 60;

/** Papers whose bytes nobody has asked for yet. Behind everything that people wait for: while wakes are due none is claimed. */
export class PaperQueue {
  constructor(
    private readonly door: Door,
    private readonly files: PaperFiles,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Makes up to `count` papers that are due; answers how many it made. One that fails is tried later and holds up no other. */
  async make(count: number): Promise<number> {
    const due = await this.claim(count);
    let made = 0;
    for (const { dossier, paper } of due) {
      try {
        await this.files.of({ kind: 'system', dossier }, paper);
        made += 1;
      } catch (error) {
        this.failed(error);
      }
    }
    return made;
  }

  claim(count: number): Promise<readonly DuePaper[]> {
    return this.door.asActor({ kind: 'bulk' }, (transaction) =>
      transaction.query<DuePaper>(
        `UPDATE paper_file SET attempts = attempts + 1,
           not_before = clock_timestamp() + least(interval '${LEASE}' * power(2, least(attempts, 10)), interval '${MOST_MINUTES} minutes')
         WHERE (dossier_id, paper_id) IN (
           SELECT dossier_id, paper_id FROM paper_file WHERE made_at IS NULL AND not_before <= clock_timestamp()
             AND NOT EXISTS (SELECT FROM wake WHERE told < sequence AND not_before <= clock_timestamp())
           ORDER BY not_before LIMIT ${count} FOR UPDATE SKIP LOCKED)
         RETURNING dossier_id AS dossier, paper_id AS paper`,
      ),
    );
  }
}
