import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Papers as they go out. `paper_file`: a paper to which nothing is added any more, with its number where it has one, and
 * with its bytes once they are made: a row without them is the press's to-do. `number_block`: numbers that an archivist
 * has set aside for this system. `post.signs`: what stands above the name of whoever signs by a post.
 */
export class Papers1764200000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

const UP = `
ALTER TABLE post ADD signs text;
/* Papers that the worker draws up name who signs them. */
GRANT SELECT (account_id, name, kind) ON account TO td_worker;

CREATE TABLE paper_file (
  dossier_id uuid NOT NULL CONSTRAINT paper_file_dossier_fk REFERENCES dossier,
  paper_id uuid NOT NULL,
  number text,
  issued_on date,
  storage_key uuid NOT NULL,
  sha256 text,
  bytes integer,
  made_at timestamptz,
  not_before timestamptz NOT NULL,
  attempts integer NOT NULL,
  PRIMARY KEY (dossier_id, paper_id),
  CONSTRAINT paper_file_made_check CHECK ((made_at IS NULL) = (sha256 IS NULL) AND (made_at IS NULL) = (bytes IS NULL))
);
CREATE INDEX paper_file_due_idx ON paper_file (not_before) WHERE made_at IS NULL;
ALTER TABLE paper_file ENABLE ROW LEVEL SECURITY;
ALTER TABLE paper_file FORCE ROW LEVEL SECURITY;
CREATE POLICY paper_file_all ON paper_file FOR ALL USING (dossier_id = (SELECT door.dossier()) OR (SELECT door.is('bulk')));
GRANT SELECT, INSERT, UPDATE ON paper_file TO td_app, td_worker;

CREATE TABLE number_block (
  unit_id text NOT NULL CONSTRAINT number_block_unit_fk REFERENCES unit,
  register text NOT NULL,
  year integer NOT NULL,
  first integer NOT NULL,
  last integer NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, register, year, first),
  CONSTRAINT number_block_order_check CHECK (0 < first AND first <= last)
);
GRANT SELECT, INSERT ON number_block TO td_app;
ALTER TABLE number_block ENABLE ROW LEVEL SECURITY;
ALTER TABLE number_block FORCE ROW LEVEL SECURITY;
CREATE POLICY number_block_all ON number_block FOR ALL USING (unit_id = ANY ((SELECT door.units())::text[]));

/* Which numbers of a register are given: numbers alone, of one's own unit; whose papers they are stays behind the policy. */
CREATE FUNCTION door.used_numbers(unit text, which text, of_year integer) RETURNS SETOF integer LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
  SELECT split_part(number, '/', 1)::integer FROM paper_number
  WHERE unit_id = unit AND register = which AND year = of_year AND unit = ANY (door.units())
$$;
REVOKE ALL ON FUNCTION door.used_numbers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.used_numbers TO td_app;
`;

const DOWN = `
DROP FUNCTION door.used_numbers;
DROP TABLE number_block, paper_file;
REVOKE SELECT (account_id, name, kind) ON account FROM td_worker;
ALTER TABLE post DROP signs;
`;
