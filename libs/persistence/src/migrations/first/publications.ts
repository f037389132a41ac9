/** Published versions: kept as text with their SHA-256, never changed. */
export const PUBLICATIONS = {
  up: `
CREATE TABLE publication (
  publication_id text PRIMARY KEY,
  kind text NOT NULL CONSTRAINT publication_kind_check CHECK (kind IN ('request-type', 'form', 'chain', 'paper', 'checks')),
  sha256 text NOT NULL,
  body text NOT NULL
);
CREATE INDEX publication_sha256_idx ON publication (sha256);

CREATE TABLE request_type (
  key text NOT NULL,
  version integer NOT NULL,
  publication_id text NOT NULL CONSTRAINT request_type_publication_fk REFERENCES publication,
  valid_from date NOT NULL,
  valid_to date,
  published_at timestamptz NOT NULL,
  PRIMARY KEY (key, version)
);

GRANT SELECT ON publication, request_type TO td_app, td_worker;
`,
  down: `DROP TABLE request_type, publication;`,
};
