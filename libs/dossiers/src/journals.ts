import type { Door } from '@trinhduyet/persistence';
import { v7 } from 'uuid';

export interface Refused {
  readonly account: string;
  readonly dossier: string;
  readonly command: string;
  readonly code: string;
}
export interface Read {
  readonly account: string;
  readonly dossier: string;
  /**
   * `dossier`, `attachment`, `paper`; `export`: its line in a workbook; `open-dossier`: its line at the counter; or
   * `person`, and then the id is that of somebody in the register.
   */
  readonly what: string;
}

const AT_LATEST_MS = 200;
const AT_MOST = 200;

type Entry = (Refused | Read) & { readonly id: string };

/** The journals of what was refused and what was read: written outside every dossier's lock, many at once. */
export class Journals {
  private refusals: Entry[] = [];
  private reads: Entry[] = [];
  private timer?: NodeJS.Timeout;
  private writing: Promise<void> = Promise.resolve();

  constructor(
    private readonly door: Door,
    private readonly failed: (error: unknown) => void,
  ) {}

  refused(entry: Refused): void {
    this.refusals.push({ id: v7(), ...entry });
    this.schedule();
  }

  read(entry: Read): void {
    this.reads.push({ id: v7(), ...entry });
    this.schedule();
  }

  /** Writes what is waiting; called when the process ends, too. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const { refusals, reads } = this;
    [this.refusals, this.reads] = [[], []];
    this.writing = this.writing
      .then(() => this.write(refusals, reads))
      .catch((error: unknown) => this.keep(refusals, reads, error));
    await this.writing;
  }

  private schedule(): void {
    if (this.refusals.length + this.reads.length >= AT_MOST) void this.flush();
    else this.timer ??= setTimeout(() => void this.flush(), AT_LATEST_MS);
  }

  private async write(refusals: readonly Entry[], reads: readonly Entry[]): Promise<void> {
    if (refusals.length + reads.length === 0) return;
    await this.door.asActor({ kind: 'public' }, async (transaction) => {
      await transaction.query(
        `INSERT INTO refusal (refusal_id, at, account_id, dossier_id, command, code)
         SELECT id, clock_timestamp(), account, dossier, command, code
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, account uuid, dossier uuid, command text, code text)`,
        [JSON.stringify(refusals)],
      );
      await transaction.query(
        `INSERT INTO access_log (access_id, at, account_id, dossier_id, what)
         SELECT id, clock_timestamp(), account, dossier, what
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, account uuid, dossier uuid, what text)`,
        [JSON.stringify(reads)],
      );
    });
  }

  /** The database is away: the entries wait for the next time, up to a bound. */
  private keep(refusals: Entry[], reads: Entry[], error: unknown): void {
    this.failed(error);
    this.refusals = [...refusals, ...this.refusals].slice(0, 50 * AT_MOST);
    this.reads = [...reads, ...this.reads].slice(0, 50 * AT_MOST);
    this.timer ??= setTimeout(() => void this.flush(), 10 * AT_LATEST_MS);
  }
}
