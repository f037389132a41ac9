/** People who sign in, and their sessions. Secrets are kept as digests only. */
export const IDENTITY = {
  up: `
CREATE TABLE account (
  account_id uuid PRIMARY KEY,
  kind text NOT NULL CONSTRAINT account_kind_check CHECK (kind IN ('applicant', 'official')),
  login text NOT NULL,
  name text NOT NULL,
  password_hash text NOT NULL,
  language text NOT NULL DEFAULT 'vi' CONSTRAINT account_language_check CHECK (language IN ('vi', 'en')),
  demo boolean NOT NULL DEFAULT false,
  disabled_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX account_login_idx ON account (login);
ALTER TABLE holding ADD CONSTRAINT holding_account_fk FOREIGN KEY (account_id) REFERENCES account;

CREATE TABLE session (
  token_digest bytea PRIMARY KEY,
  account_id uuid NOT NULL CONSTRAINT session_account_fk REFERENCES account,
  created_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL
);
CREATE INDEX session_account_idx ON session (account_id);

CREATE TABLE attempt (
  subject text PRIMARY KEY,
  failures integer NOT NULL,
  last_at timestamptz NOT NULL
);

GRANT SELECT (account_id, kind, login, name, language, demo, created_at, disabled_at) ON account TO td_app;

/* The one way to a password's hash: at the gate, where somebody says who they are. */
CREATE FUNCTION door.password_of(who uuid) RETURNS text LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
  SELECT password_hash FROM account WHERE account_id = who AND door.is('gate')
$$;
REVOKE ALL ON FUNCTION door.password_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.password_of TO td_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON session, attempt TO td_app;
`,
  down: `
DROP FUNCTION door.password_of;
ALTER TABLE holding DROP CONSTRAINT holding_account_fk;
DROP TABLE attempt, session, account;
`,
};
