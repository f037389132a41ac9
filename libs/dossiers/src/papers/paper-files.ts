import type { Door, DoorActor, Transaction } from '@trinhduyet/persistence';
import type { Press } from '@trinhduyet/papers';
import { Problem } from '@trinhduyet/problems';
import type { DrawnPaper, PrintedPaper } from '@trinhduyet/programme';
import type { FileStore } from '@trinhduyet/storage';
import { createHash } from 'node:crypto';
import { wholeWords } from './whole-words';

export interface PaperFile {
  readonly content: Buffer;
  /** Hex. */
  readonly sha256: string;
  /** Code and kind, in letters that every system takes; nothing of the person. */
  readonly name: string;
}

export interface PaperFilesParts {
  readonly door: Door;
  readonly store: FileStore;
  readonly press: Press;
  /** Told when stored bytes are gone or wrong and cannot be made again: a matter for the administrator, at once. */
  readonly differs: (paper: Which) => void;
}

interface Which {
  readonly dossier: string;
  readonly paper: string;
}

/** For the log, at its loudest: only a backup brings such a file back. */
export const lostForGood = ({ dossier, paper }: Which) =>
  `the file of paper ${paper} of dossier ${dossier} is lost and cannot be made the same again`;

interface FileRow {
  readonly content: DrawnPaper;
  readonly kind: string;
  readonly number: string | null;
  readonly issued_on: string | null;
  readonly storage_key: string | null;
  readonly sha256: string | null;
}

/**
 * The bytes of papers: made once of words that are fixed, by the queue or by the first download, whichever comes first.
 * Two that make one at once make the same, under one key, so that neither has to wait for the other.
 */
export class PaperFiles {
  constructor(private readonly parts: PaperFilesParts) {}

  /**
   * The file of a paper as `actor` may have it. `permit` says whether they may, in the same transaction. A paper whose
   * number is still to come is the problem `paper-not-issued`; lost bytes are made again and must be the same, else it is
   * the problem `paper-differs`.
   */
  async of(
    actor: DoorActor & { readonly dossier: string },
    paper: string,
    permit: (transaction: Transaction) => Promise<void> = () => Promise.resolve(),
  ): Promise<PaperFile> {
    const { door, store } = this.parts;
    const row = await door.asActor(actor, async (transaction) => {
      await permit(transaction);
      return fileRow(transaction, actor.dossier, paper);
    });
    const { content: words, kind, storage_key: key, sha256 } = row;
    if (key === null) throw new Problem('paper-not-issued');
    const name = `${words.code ?? ''}-${kind}`.replace(/[^A-Za-z0-9]+/g, '-');
    const stored = sha256 === null ? undefined : await store.read(key);
    if (stored && digestOf(stored) === sha256) return { content: stored, sha256, name };
    const which = { dossier: actor.dossier, paper };
    const content = await this.made(row, key, which);
    if (sha256 === null)
      await door.asActor(actor, (transaction) => recordMade(transaction, { ...which, key }, content));
    return { content, sha256: digestOf(content), name };
  }

  private async made(row: FileRow, key: string, which: Which): Promise<Buffer> {
    const { store, press, differs } = this.parts;
    const content = await press.print(printed(row));
    if (row.sha256 !== null && digestOf(content) !== row.sha256) {
      differs(which);
      throw new Problem('paper-differs');
    }
    await store.keep(key, content);
    return content;
  }
}

async function fileRow(transaction: Transaction, dossier: string, paper: string): Promise<FileRow> {
  const row = await transaction.one<FileRow>(
    `SELECT p.content, p.kind, f.number, f.issued_on, f.storage_key, f.sha256
     FROM paper p LEFT JOIN paper_file f USING (dossier_id, paper_id) WHERE p.dossier_id = $1 AND p.paper_id = $2`,
    [dossier, paper],
  );
  if (!row?.content) throw new Problem('not-found');
  return { ...row, content: await wholeWords(transaction, paper, row.content) };
}

/** Whoever comes second finds it recorded: with the same digest, since the words are the same. */
function recordMade(
  transaction: Transaction,
  { dossier, paper, key }: Which & { readonly key: string },
  content: Buffer,
): Promise<unknown> {
  return transaction.query(
    `UPDATE paper_file SET sha256 = $4, bytes = $5, made_at = clock_timestamp()
     WHERE dossier_id = $1 AND paper_id = $2 AND storage_key = $3 AND made_at IS NULL`,
    [dossier, paper, key, digestOf(content), content.length],
  );
}

function printed({ content, number, issued_on }: FileRow): PrintedPaper {
  return { content, number: number ?? undefined, issuedOn: issued_on ?? undefined };
}

const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');
