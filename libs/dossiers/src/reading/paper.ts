import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { DrawnPaper } from '@trinhduyet/programme';
import { wholeWords } from '../papers/whole-words';

export interface PaperPage {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  /** Nothing is added to it any more: its file can be had. */
  readonly issued: boolean;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly content: DrawnPaper;
}

/** A paper with its words as they were fixed, and its number as the archivist gave it. */
export async function paperPage(transaction: Transaction, dossier: string, paper: string): Promise<PaperPage> {
  const row = await transaction.one<PaperPage>(
    `SELECT p.paper_id AS id, p.kind, p.at, f.paper_id IS NOT NULL AS issued, f.number, f.issued_on AS "issuedOn", p.content
     FROM paper p LEFT JOIN paper_file f USING (dossier_id, paper_id) WHERE p.dossier_id = $1 AND p.paper_id = $2`,
    [dossier, paper],
  );
  if (!row?.content) throw new Problem('not-found');
  return { ...row, content: await wholeWords(transaction, paper, row.content) };
}
