import type { MigrationInterface, QueryRunner } from 'typeorm';

const now = (language: string, body: string) => `
CREATE OR REPLACE FUNCTION door.now() RETURNS timestamptz LANGUAGE ${language} STABLE ${body};
`;
const MOVED = 'clock_timestamp() + (SELECT moved FROM door.clock)';

/**
 * The clock that counts is asked several times in each request: planned once per connection, and not each time. It has a
 * search path of its own, since a plan is thrown away when it meets another one, and the door's functions have theirs.
 */
export class Clock1764260000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(now('plpgsql', `SET search_path = pg_catalog, pg_temp AS $$ BEGIN RETURN ${MOVED}; END $$`));
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(now('sql', `AS $$ SELECT ${MOVED} $$`));
  }
}
