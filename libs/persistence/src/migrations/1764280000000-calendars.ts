import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Calendars as decisions: days off and worked days of rest, for everybody or for one unit and those below it. A decision
 * is entered once and at most revoked; so the number of both says which calendar holds, and processes compare it.
 */
export class Calendars1764280000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(UP);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE calendar_recount, calendar_decision;');
  }
}

const UP = `
CREATE TABLE calendar_decision (
  decision_id uuid PRIMARY KEY,
  /* The order in which decisions were entered: the later one holds. */
  ordinal integer NOT NULL,
  /* Nobody's in particular: everybody's. */
  unit_id text CONSTRAINT calendar_decision_unit_fk REFERENCES unit,
  province_id text CONSTRAINT calendar_decision_province_fk REFERENCES unit,
  kind text NOT NULL CONSTRAINT calendar_decision_kind_check CHECK (kind IN ('day-off', 'worked')),
  first_day date NOT NULL,
  last_day date NOT NULL,
  swapped_with date,
  name text NOT NULL,
  /* The number of the decision on paper, and its day. */
  basis text NOT NULL,
  basis_on date NOT NULL,
  entered_by uuid NOT NULL CONSTRAINT calendar_decision_entered_by_fk REFERENCES account,
  entered_at timestamptz NOT NULL,
  revoked_by uuid CONSTRAINT calendar_decision_revoked_by_fk REFERENCES account,
  revoked_at timestamptz,
  CONSTRAINT calendar_decision_days_check CHECK (first_day <= last_day),
  CONSTRAINT calendar_decision_swap_check CHECK (swapped_with IS NULL OR first_day = last_day),
  CONSTRAINT calendar_decision_revoked_check CHECK ((revoked_by IS NULL) = (revoked_at IS NULL)),
  CONSTRAINT calendar_decision_place_check CHECK ((unit_id IS NULL) = (province_id IS NULL))
);
CREATE UNIQUE INDEX calendar_decision_ordinal_idx ON calendar_decision (ordinal);

/* Dossiers to be counted anew because of a decision: how far the worker has come. */
CREATE TABLE calendar_recount (
  recount_id uuid PRIMARY KEY,
  decision_id uuid NOT NULL CONSTRAINT calendar_recount_decision_fk REFERENCES calendar_decision,
  requested_at timestamptz NOT NULL,
  /* By then every transaction has ended that still went by the calendar before. */
  settles_at timestamptz NOT NULL,
  reached uuid,
  looked integer NOT NULL,
  moved integer NOT NULL,
  not_before timestamptz NOT NULL,
  done_at timestamptz
);
CREATE INDEX calendar_recount_decision_idx ON calendar_recount (decision_id);

GRANT SELECT, INSERT, UPDATE (revoked_by, revoked_at) ON calendar_decision TO td_app;
GRANT SELECT ON calendar_decision TO td_worker;
GRANT SELECT, INSERT ON calendar_recount TO td_app;
GRANT SELECT, UPDATE ON calendar_recount TO td_worker;

/* Everybody goes by the calendar; it is written in one's own name, for a unit of one's own or one below it. */
ALTER TABLE calendar_decision ENABLE ROW LEVEL SECURITY;
ALTER TABLE calendar_decision FORCE ROW LEVEL SECURITY;
CREATE POLICY calendar_decision_read ON calendar_decision FOR SELECT USING (true);
CREATE POLICY calendar_decision_enter ON calendar_decision FOR INSERT WITH CHECK (entered_by = (SELECT door.account()) AND revoked_at IS NULL
  AND (unit_id IS NULL OR unit_id = ANY ((SELECT door.units())::text[]) OR province_id = ANY ((SELECT door.units())::text[])));
CREATE POLICY calendar_decision_revoke ON calendar_decision FOR UPDATE
  USING (unit_id IS NULL OR unit_id = ANY ((SELECT door.units())::text[]) OR province_id = ANY ((SELECT door.units())::text[]))
  WITH CHECK (revoked_by = (SELECT door.account()));
`;
