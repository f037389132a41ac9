import type { MigrationInterface, QueryRunner } from 'typeorm';

const now = (language: string, body: string) => `
CREATE OR REPLACE FUNCTION door.now() RETURNS timestamptz LANGUAGE ${language} STABLE
AS $$ ${body} $$;
`;
const MOVED = 'clock_timestamp() + (SELECT moved FROM door.clock)';

/** The clock that counts is asked several times in each request: planned once per connection, and not each time. */
export class Clock1764240000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(now('plpgsql', `BEGIN RETURN ${MOVED}; END`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(now('sql', `SELECT ${MOVED}`));
  }
}
