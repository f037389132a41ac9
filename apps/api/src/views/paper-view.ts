import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { z } from 'zod';
import type { PaperView } from '../contract/dossiers';

/** A paper for whoever may see its dossier: its words as they were fixed, its number as the archivist gave it. */
export async function paperView(
  transaction: Transaction,
  dossier: string,
  paper: string,
): Promise<z.infer<typeof PaperView>> {
  const row = await transaction.one<z.infer<typeof PaperView>>(
    `SELECT p.paper_id AS id, p.kind, p.regulation, u.name AS unit, a.name AS above, p.at, n.number, n.issued_on AS "issuedOn", d.code,
       d.training, p.content
     FROM paper p JOIN dossier d USING (dossier_id) JOIN unit u ON u.unit_id = p.unit_id LEFT JOIN unit a ON a.unit_id = u.parent_id
       LEFT JOIN paper_number n ON n.dossier_id = p.dossier_id AND n.kind = p.kind
     WHERE p.dossier_id = $1 AND p.paper_id = $2`,
    [dossier, paper],
  );
  if (!row) throw new Problem('not-found');
  return row;
}
