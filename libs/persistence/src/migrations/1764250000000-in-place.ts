import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * An index that depends on the state, even by what it leaves out, is written anew at every step, and all others with it:
 * the row then never changes in place. The paper forms that wait to be typed in are found among the open dossiers.
 */
export class InPlace1764250000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
DROP INDEX dossier_untyped_idx;
CREATE INDEX dossier_open_commune_idx ON dossier (commune_id, dossier_id) WHERE status = 'open';
CREATE INDEX dossier_open_reception_idx ON dossier (reception_unit_id, dossier_id) WHERE status = 'open';
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
DROP INDEX dossier_open_commune_idx, dossier_open_reception_idx;
CREATE INDEX dossier_untyped_idx ON dossier (commune_id, dossier_id)
  WHERE status = 'open' AND state #>> '{submission,counter,transcribed}' = 'false';
`);
  }
}
