/** Group roles; whoever runs the installation gives them a password. They belong to the cluster, so `down` leaves them. */
export const ROLES = {
  up: `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['td_app', 'td_worker', 'td_relay'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
  END LOOP;
END $$;
CREATE EXTENSION IF NOT EXISTS ltree;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
`,
  down: `
DROP EXTENSION IF EXISTS btree_gin;
DROP EXTENSION IF EXISTS pg_trgm;
DROP EXTENSION IF EXISTS ltree;
`,
};

/** Who sees a dossier's row: its applicant, and the units along its ladder. One text for the policy and for the door. */
export const SEEN_BY = (account: string, units: string) => `(applicant_id = ${account}
    OR commune_id = ANY (${units}) OR district_id = ANY (${units}) OR province_id = ANY (${units})
    OR reception_unit_id = ANY (${units}))`;

/**
 * Who is at work in this transaction. Policies compare plain columns with what stands here; nothing set, nothing seen.
 * The settings live as long as the transaction, so a pooled connection carries nobody's rights to the next.
 */
export const DOOR = {
  up: `
CREATE SCHEMA door;
GRANT USAGE ON SCHEMA door TO td_app, td_worker, td_relay;

CREATE TABLE door.clock (
  single boolean PRIMARY KEY DEFAULT true CHECK (single),
  moved interval NOT NULL DEFAULT '0'
);
INSERT INTO door.clock DEFAULT VALUES;
GRANT SELECT ON door.clock TO td_app, td_worker;

CREATE FUNCTION door.now() RETURNS timestamptz LANGUAGE sql STABLE
AS $$ SELECT clock_timestamp() + (SELECT moved FROM door.clock) $$;

CREATE FUNCTION door.account() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT nullif(current_setting('door.account', true), '')::uuid $$;
/* 'system' and 'bulk' are the worker's alone: whoever breaks into the API gains neither. */
CREATE FUNCTION door.is(kind text) RETURNS boolean LANGUAGE sql STABLE
AS $$ SELECT current_setting('door.kind', true) = kind AND (kind = 'gate' OR current_user = 'td_worker') $$;
CREATE FUNCTION door.units() RETURNS text[] LANGUAGE sql STABLE
AS $$ SELECT string_to_array(nullif(current_setting('door.units', true), ''), ',') $$;
CREATE FUNCTION door.dossier() RETURNS uuid LANGUAGE sql STABLE
AS $$ SELECT CASE WHEN current_setting('door.kind', true) = 'account' OR current_user = 'td_worker'
  THEN nullif(current_setting('door.dossier', true), '')::uuid END $$;
`,
  down: `DROP SCHEMA door CASCADE;`,
};
