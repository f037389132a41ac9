import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { DrawnPaper } from '@trinhduyet/programme';
import { NUMBER_OF_PAPER } from './page-row';

export interface PaperPage {
  readonly id: string;
  readonly kind: string;
  readonly regulation: string | null;
  /** Whose paper it is, and the unit above. */
  readonly unit: string;
  readonly above: string | null;
  readonly at: string;
  readonly number: string | null;
  readonly issuedOn: string | null;
  readonly code: string | null;
  readonly training: boolean;
  readonly content: DrawnPaper;
}

/** A paper with its words as they were fixed, and its number as the archivist gave it. */
export async function paperPage(transaction: Transaction, dossier: string, paper: string): Promise<PaperPage> {
  const row = await transaction.one<PaperPage>(
    `SELECT p.paper_id AS id, p.kind, p.regulation, u.name AS unit, a.name AS above, p.at, n.number, n.issued_on AS "issuedOn", d.code,
       d.training, p.content
     FROM paper p JOIN dossier d USING (dossier_id) JOIN unit u ON u.unit_id = p.unit_id LEFT JOIN unit a ON a.unit_id = u.parent_id
       ${NUMBER_OF_PAPER}
     WHERE p.dossier_id = $1 AND p.paper_id = $2`,
    [dossier, paper],
  );
  if (!row) throw new Problem('not-found');
  return row;
}
