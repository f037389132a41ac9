import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers that release 0.1.0 drew up, which knew no files: what is final gets its row in `paper_file`, with the number that
 * its archivist gave it. Only decisions and refusals had a number; one that still waits for it stays as it is.
 */
export class EarlierPapers1764270000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  /** Their rows go with the table. */
  down(): Promise<void> {
    return Promise.resolve();
  }
}

const UP = `
INSERT INTO paper_file (dossier_id, paper_id, number, issued_on, storage_key, not_before, attempts)
SELECT p.dossier_id, p.paper_id, n.number, n.issued_on, gen_random_uuid(), clock_timestamp(), 0
FROM paper p LEFT JOIN LATERAL (
  SELECT o.number, o.issued_on FROM paper_number o WHERE o.dossier_id = p.dossier_id AND o.kind = p.kind AND o.at >= p.at
    AND NOT EXISTS (SELECT FROM paper q WHERE q.dossier_id = p.dossier_id AND q.kind = p.kind AND q.at > p.at AND q.at <= o.at)
  ORDER BY o.at DESC LIMIT 1) n ON true
WHERE NOT p.content ? 'issuer' AND (n.number IS NOT NULL OR p.kind LIKE 'form-%')
ON CONFLICT (dossier_id, paper_id) DO NOTHING
`;
