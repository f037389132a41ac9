/**
 * Dossiers. Every table of a dossier has a key that starts with its id, a UUID version 7 made by us, so that it can be
 * partitioned by range of the id without changing a key. What a person typed stands in rows of its own, each with a
 * salt: erasing text and salt leaves the record whole.
 */
export const DOSSIERS = {
  up: `
CREATE TABLE draft (
  dossier_id uuid PRIMARY KEY,
  applicant_id uuid NOT NULL CONSTRAINT draft_applicant_fk REFERENCES account,
  request_type text NOT NULL,
  form_id text NOT NULL CONSTRAINT draft_form_fk REFERENCES publication,
  document jsonb NOT NULL,
  page text NOT NULL,
  version integer NOT NULL,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX draft_applicant_idx ON draft (applicant_id, dossier_id DESC);

CREATE TABLE dossier (
  dossier_id uuid PRIMARY KEY,
  applicant_id uuid NOT NULL CONSTRAINT dossier_applicant_fk REFERENCES account,
  request_type text NOT NULL,
  status text NOT NULL CONSTRAINT dossier_status_check CHECK (status IN ('open', 'ended')),
  ending text CONSTRAINT dossier_ending_check CHECK (ending IN ('approved', 'rejected', 'refused', 'withdrawn', 'stopped')),
  sequence integer NOT NULL,
  state jsonb NOT NULL,
  state_version smallint NOT NULL,
  head bytea NOT NULL,
  commune_id text NOT NULL CONSTRAINT dossier_commune_fk REFERENCES unit,
  district_id text,
  province_id text NOT NULL,
  reception_unit_id text NOT NULL,
  village_id text,
  training boolean NOT NULL,
  lookup_code text NOT NULL,
  code text,
  subject_key bytea,
  masked_name text NOT NULL,
  search_text text NOT NULL,
  submitted_at timestamptz NOT NULL,
  received_on date,
  promised_on date,
  ended_at timestamptz,
  CONSTRAINT dossier_ended_check CHECK ((status = 'ended') = (ending IS NOT NULL))
);
CREATE UNIQUE INDEX dossier_lookup_code_idx ON dossier (lookup_code);
CREATE UNIQUE INDEX dossier_code_idx ON dossier (code);
CREATE INDEX dossier_applicant_idx ON dossier (applicant_id, dossier_id DESC);
CREATE INDEX dossier_subject_idx ON dossier (subject_key, request_type) WHERE status = 'open';
CREATE INDEX dossier_commune_idx ON dossier (commune_id, dossier_id DESC);
CREATE INDEX dossier_search_idx ON dossier USING gin (search_text gin_trgm_ops);

CREATE TABLE event (
  dossier_id uuid NOT NULL CONSTRAINT event_dossier_fk REFERENCES dossier,
  sequence integer NOT NULL,
  type text NOT NULL,
  at timestamptz NOT NULL,
  data jsonb NOT NULL,
  previous bytea NOT NULL,
  hash bytea NOT NULL,
  PRIMARY KEY (dossier_id, sequence)
);

CREATE TABLE decision (
  dossier_id uuid NOT NULL CONSTRAINT decision_dossier_fk REFERENCES dossier,
  task_key text NOT NULL,
  sequence integer NOT NULL,
  account_id uuid NOT NULL,
  PRIMARY KEY (dossier_id, task_key)
);

CREATE TABLE task (
  dossier_id uuid NOT NULL CONSTRAINT task_dossier_fk REFERENCES dossier,
  task_key text NOT NULL,
  place_key text NOT NULL,
  step text NOT NULL,
  step_title jsonb NOT NULL,
  kind text NOT NULL,
  post_id text NOT NULL,
  office_id text NOT NULL,
  unit_id text NOT NULL,
  assignee_id uuid,
  claimed_by uuid,
  entered_at timestamptz NOT NULL,
  due_at timestamptz,
  not_before timestamptz,
  promised_on date,
  request_type text NOT NULL,
  code text NOT NULL,
  masked_name text NOT NULL,
  village_id text,
  training boolean NOT NULL,
  PRIMARY KEY (dossier_id, task_key)
);
CREATE UNIQUE INDEX task_place_post_idx ON task (dossier_id, place_key, post_id);
CREATE INDEX task_inbox_idx ON task (post_id, due_at, dossier_id, task_key);
CREATE INDEX task_office_idx ON task (unit_id, due_at);

CREATE TABLE revision (
  dossier_id uuid NOT NULL CONSTRAINT revision_dossier_fk REFERENCES dossier,
  revision_id uuid NOT NULL,
  number integer NOT NULL,
  form_id text NOT NULL CONSTRAINT revision_form_fk REFERENCES publication,
  document jsonb,
  salt bytea,
  digest text NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, revision_id)
);

CREATE TABLE note (
  dossier_id uuid NOT NULL CONSTRAINT note_dossier_fk REFERENCES dossier,
  note_id uuid NOT NULL,
  kind text NOT NULL CONSTRAINT note_kind_check CHECK (kind IN ('reason', 'supplement')),
  body jsonb,
  salt bytea,
  digest text NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, note_id)
);

CREATE TABLE entry (
  dossier_id uuid NOT NULL CONSTRAINT entry_dossier_fk REFERENCES dossier,
  entry_id uuid NOT NULL,
  form_id text NOT NULL CONSTRAINT entry_form_fk REFERENCES publication,
  step text NOT NULL,
  task_key text NOT NULL,
  document jsonb,
  salt bytea,
  digest text NOT NULL,
  account_id uuid NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, entry_id)
);

CREATE TABLE entry_draft (
  dossier_id uuid NOT NULL CONSTRAINT entry_draft_dossier_fk REFERENCES dossier,
  task_key text NOT NULL,
  account_id uuid NOT NULL,
  document jsonb NOT NULL,
  note text NOT NULL,
  updated_at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, task_key, account_id)
);

CREATE TABLE paper (
  dossier_id uuid NOT NULL CONSTRAINT paper_dossier_fk REFERENCES dossier,
  paper_id uuid NOT NULL,
  kind text NOT NULL,
  regulation text,
  unit_id text NOT NULL,
  content jsonb,
  salt bytea,
  digest text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, paper_id)
);

CREATE TABLE attachment (
  dossier_id uuid NOT NULL,
  attachment_id uuid NOT NULL,
  account_id uuid NOT NULL CONSTRAINT attachment_account_fk REFERENCES account,
  field text NOT NULL,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, attachment_id)
);

/* Serial numbers, one row per unit, register and period; the last lock that a command takes. */
CREATE TABLE number_register (
  unit_id text NOT NULL,
  register text NOT NULL,
  period text NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (unit_id, register, period)
);

/* Numbers of papers as the archivist gave them: unique per unit, register and year. */
CREATE TABLE paper_number (
  unit_id text NOT NULL,
  register text NOT NULL,
  year integer NOT NULL,
  number text NOT NULL,
  dossier_id uuid NOT NULL CONSTRAINT paper_number_dossier_fk REFERENCES dossier,
  kind text NOT NULL,
  issued_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, register, year, number)
);
CREATE INDEX paper_number_dossier_idx ON paper_number (dossier_id);

/* The answer to a command, kept with it. Keys are UUIDs version 7, which sort by time: a range of them is a day. */
CREATE TABLE idempotency (
  key uuid NOT NULL,
  account_id uuid NOT NULL,
  request_digest bytea NOT NULL,
  status smallint NOT NULL,
  body jsonb NOT NULL,
  PRIMARY KEY (key, account_id)
) PARTITION BY RANGE (key);
CREATE TABLE idempotency_other PARTITION OF idempotency DEFAULT;

CREATE FUNCTION door.day_key(day date) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM day::timestamp) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON draft, entry_draft TO td_app;
GRANT SELECT, INSERT, DELETE ON attachment TO td_app;
GRANT SELECT ON attachment TO td_worker;
GRANT SELECT, INSERT, UPDATE ON dossier TO td_app, td_worker;
GRANT SELECT, INSERT ON event, decision, revision, note, entry, paper TO td_app, td_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON task TO td_app, td_worker;
GRANT SELECT, INSERT, UPDATE ON number_register TO td_app, td_worker;
GRANT SELECT, INSERT, UPDATE (issued_on, at) ON paper_number TO td_app, td_worker;
GRANT SELECT (dossier_id, task_key, account_id), DELETE ON entry_draft TO td_worker;
GRANT SELECT, INSERT ON idempotency TO td_app, td_worker;
`,
  down: `
DROP FUNCTION door.day_key;
DROP TABLE idempotency, paper_number, number_register, attachment, paper, entry_draft, entry, note, revision, task, decision,
  event, dossier, draft;
`,
};
