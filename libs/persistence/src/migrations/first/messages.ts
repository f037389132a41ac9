/** What must be told: the workflow, once more until it was (a level); the outside, once and in order (a list). */
export const MESSAGES = {
  up: `
CREATE TABLE wake (
  dossier_id uuid PRIMARY KEY CONSTRAINT wake_dossier_fk REFERENCES dossier,
  sequence integer NOT NULL,
  told integer NOT NULL,
  /* The same level again: how often a fresh run was asked for, and how often the workflow was told to. */
  renewal integer NOT NULL,
  renewed integer NOT NULL,
  not_before timestamptz NOT NULL,
  attempts integer NOT NULL
);
CREATE INDEX wake_due_idx ON wake ((told < sequence) DESC, not_before) WHERE told < sequence OR renewed < renewal;

CREATE TABLE outbox (
  effect_key text PRIMARY KEY,
  dossier_id uuid NOT NULL CONSTRAINT outbox_dossier_fk REFERENCES dossier,
  kind text NOT NULL,
  payload jsonb NOT NULL,
  not_before timestamptz NOT NULL,
  attempts integer NOT NULL,
  done_at timestamptz
);
CREATE INDEX outbox_due_idx ON outbox (not_before) WHERE done_at IS NULL;

CREATE TABLE notice (
  effect_key text NOT NULL,
  account_id uuid NOT NULL CONSTRAINT notice_account_fk REFERENCES account,
  dossier_id uuid NOT NULL CONSTRAINT notice_dossier_fk REFERENCES dossier,
  kind text NOT NULL,
  at timestamptz NOT NULL,
  read_at timestamptz,
  PRIMARY KEY (account_id, effect_key)
);
CREATE INDEX notice_account_idx ON notice (account_id, at DESC);

/* That a process lives, and what it says of its surroundings; nothing of any dossier. */
CREATE TABLE heartbeat (
  process text PRIMARY KEY,
  at timestamptz NOT NULL,
  detail jsonb NOT NULL
);
GRANT SELECT ON heartbeat TO td_app;
GRANT SELECT, INSERT, UPDATE ON heartbeat TO td_worker;

GRANT SELECT, INSERT, UPDATE ON wake TO td_app, td_worker;
GRANT SELECT, UPDATE ON wake TO td_relay;
GRANT SELECT, INSERT ON outbox TO td_app;
GRANT SELECT, INSERT, UPDATE ON outbox TO td_worker;
GRANT SELECT, UPDATE ON outbox TO td_relay;
GRANT SELECT, UPDATE (read_at) ON notice TO td_app;
GRANT SELECT, INSERT ON notice TO td_worker;
`,
  down: `DROP TABLE heartbeat, notice, outbox, wake;`,
};
