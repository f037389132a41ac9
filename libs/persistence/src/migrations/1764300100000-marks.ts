import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What officials have marked of a dossier, to be asked for together: work at one place of it, shared by everybody who is
 * at work there, until one of them sends it. What is sent stands on the record (form 02); the marks themselves do not.
 */
export class Marks1764300100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE supplement_mark (
  dossier_id uuid NOT NULL CONSTRAINT supplement_mark_dossier_fk REFERENCES dossier,
  mark_id uuid NOT NULL,
  place_key text NOT NULL,
  /* What is marked: a field, one photo of it, or something else. */
  what text NOT NULL,
  field text,
  reason text NOT NULL,
  account_id uuid NOT NULL CONSTRAINT supplement_mark_account_fk REFERENCES account,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, mark_id)
);
CREATE UNIQUE INDEX supplement_mark_what_idx ON supplement_mark (dossier_id, place_key, what);
GRANT SELECT, INSERT, DELETE, UPDATE (reason) ON supplement_mark TO td_app;
ALTER TABLE supplement_mark ENABLE ROW LEVEL SECURITY;
ALTER TABLE supplement_mark FORCE ROW LEVEL SECURITY;
CREATE POLICY supplement_mark_all ON supplement_mark FOR ALL USING (${AT_WORK}) WITH CHECK (${AT_WORK}
  AND account_id = (SELECT door.account()));
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE supplement_mark;');
  }
}

const AT_WORK = 'dossier_id = (SELECT door.dossier()) AND (SELECT door.is_colleague())';
