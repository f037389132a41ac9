/**
 * The second and third journal: what was refused, what was read. Append-only, one partition a month; a job seals what
 * is a minute old by hashing it onto the seal before (see the worker's housekeeping).
 */
export const JOURNALS = {
  up: `
CREATE TABLE refusal (
  refusal_id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  command text NOT NULL,
  code text NOT NULL,
  PRIMARY KEY (at, refusal_id)
) PARTITION BY RANGE (at);
CREATE TABLE refusal_other PARTITION OF refusal DEFAULT;

CREATE TABLE access_log (
  access_id uuid NOT NULL,
  at timestamptz NOT NULL,
  account_id uuid NOT NULL,
  dossier_id uuid NOT NULL,
  what text NOT NULL,
  PRIMARY KEY (at, access_id)
) PARTITION BY RANGE (at);
CREATE TABLE access_log_other PARTITION OF access_log DEFAULT;

CREATE TABLE journal_seal (
  journal text NOT NULL CONSTRAINT journal_seal_journal_check CHECK (journal IN ('refusal', 'access_log')),
  sealed_to timestamptz NOT NULL,
  rows integer NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (journal, sealed_to)
);

GRANT INSERT ON refusal, access_log TO td_app, td_worker;
GRANT SELECT ON refusal, access_log TO td_worker;
GRANT SELECT, INSERT ON journal_seal TO td_worker;

/* One partition. What came while nobody kept house lies in the default one and moves over: no row may be in its way. */
CREATE FUNCTION door.keep_partition(parent text, name text, first text, past text, by text) RETURNS void LANGUAGE plpgsql
SET search_path = public, door, pg_temp AS $$
BEGIN
  IF to_regclass(name) IS NOT NULL THEN RETURN; END IF;
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', name, parent);
  EXECUTE format('WITH moved AS (DELETE FROM %I WHERE %I >= %L AND %I < %L RETURNING *) INSERT INTO %I SELECT * FROM moved',
    parent || '_other', by, first, by, past, name);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', parent, name, first, past);
END $$;
REVOKE ALL ON FUNCTION door.keep_partition FROM PUBLIC;

/* Partitions for the days and months ahead, and the end of answers older than 30 days. Runs as its owner: the roles
   that write may not change the schema. */
CREATE FUNCTION door.keep_partitions() RETURNS void LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
DECLARE
  today date := current_date;
  day date;
  name text;
  journal text;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('door.keep_partitions'));
  FOR day IN SELECT generate_series(today - 1, today + 7, '1 day')::date LOOP
    name := 'idempotency_' || to_char(day, 'YYYYMMDD');
    PERFORM door.keep_partition('idempotency', name, door.day_key(day)::text, door.day_key(day + 1)::text, 'key');
  END LOOP;
  FOR name IN SELECT c.relname FROM pg_class c JOIN pg_inherits i ON i.inhrelid = c.oid
    WHERE i.inhparent = 'idempotency'::regclass AND c.relname ~ '^idempotency_\\d{8}$'
      AND to_date(right(c.relname, 8), 'YYYYMMDD') < today - 30 LOOP
    EXECUTE format('DROP TABLE %I', name);
  END LOOP;
  DELETE FROM idempotency_other WHERE key < door.day_key(today - 30);
  FOREACH journal IN ARRAY ARRAY['refusal', 'access_log'] LOOP
    FOR day IN SELECT generate_series(date_trunc('month', today), date_trunc('month', today) + interval '2 months', '1 month')::date LOOP
      name := journal || '_' || to_char(day, 'YYYYMM');
      PERFORM door.keep_partition(journal, name, day::text, (day + interval '1 month')::date::text, 'at');
    END LOOP;
  END LOOP;
END $$;
REVOKE ALL ON FUNCTION door.keep_partitions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.keep_partitions TO td_worker;
SELECT door.keep_partitions();
`,
  down: `
DROP FUNCTION door.keep_partitions, door.keep_partition;
DROP TABLE journal_seal, access_log, refusal;
`,
};
