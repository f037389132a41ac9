import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What officials keep at their desks: filters that they come back to, and sentences that they write often. Each sees their own. */
export class Desk1764220000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
CREATE TABLE saved_filter (
  account_id uuid NOT NULL CONSTRAINT saved_filter_account_fk REFERENCES account,
  filter_id uuid NOT NULL,
  name text NOT NULL,
  filter jsonb NOT NULL,
  PRIMARY KEY (account_id, filter_id)
);
CREATE TABLE phrase (
  account_id uuid NOT NULL CONSTRAINT phrase_account_fk REFERENCES account,
  phrase_id uuid NOT NULL,
  text text NOT NULL,
  PRIMARY KEY (account_id, phrase_id)
);
GRANT SELECT, INSERT, UPDATE, DELETE ON saved_filter, phrase TO td_app;
${['saved_filter', 'phrase']
  .map(
    (table) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_all ON ${table} FOR ALL USING (account_id = (SELECT door.account()));`,
  )
  .join('')}
`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE phrase, saved_filter;');
  }
}
