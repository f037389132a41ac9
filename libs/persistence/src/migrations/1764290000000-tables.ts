import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Request types bring decision tables along: one more kind of published document. */
export class Tables1764290000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(constraint(`'request-type', 'form', 'chain', 'paper', 'checks', 'table'`));
  }

  /** A release that knows no tables cannot run the versions that ask them. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM publication WHERE kind = 'table'`);
    await db.query(constraint(`'request-type', 'form', 'chain', 'paper', 'checks'`));
  }
}

const constraint = (kinds: string) => `
ALTER TABLE publication DROP CONSTRAINT publication_kind_check,
  ADD CONSTRAINT publication_kind_check CHECK (kind IN (${kinds}))`;
