/** Units, offices, posts and people in time. A unit is (id, code, valid from, valid to): codes repeat and are no keys. */
export const ORGANISATION = {
  up: `
CREATE TABLE unit (
  unit_id text PRIMARY KEY,
  code text NOT NULL,
  tier text NOT NULL CONSTRAINT unit_tier_check CHECK (tier IN ('commune', 'district', 'province')),
  kind text NOT NULL,
  name text NOT NULL,
  search_text text NOT NULL,
  parent_id text CONSTRAINT unit_parent_fk REFERENCES unit,
  path ltree NOT NULL,
  symbol text NOT NULL,
  telephone text,
  training boolean NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT unit_validity_check CHECK (valid_to IS NULL OR valid_from < valid_to)
);
CREATE UNIQUE INDEX unit_code_idx ON unit (tier, code, valid_from, training);
CREATE INDEX unit_path_idx ON unit USING gist (path);
CREATE INDEX unit_search_idx ON unit USING gin (search_text gin_trgm_ops);
CREATE INDEX unit_parent_idx ON unit (parent_id);

CREATE TABLE unit_succession (
  from_id text NOT NULL CONSTRAINT unit_succession_from_fk REFERENCES unit,
  to_id text NOT NULL CONSTRAINT unit_succession_to_fk REFERENCES unit,
  partial boolean NOT NULL,
  PRIMARY KEY (from_id, to_id)
);
CREATE INDEX unit_succession_to_idx ON unit_succession (to_id);

CREATE TABLE village (
  village_id text PRIMARY KEY,
  commune_id text NOT NULL CONSTRAINT village_commune_fk REFERENCES unit,
  name text NOT NULL,
  valid_from date NOT NULL,
  valid_to date
);
CREATE INDEX village_commune_idx ON village (commune_id);

CREATE TABLE office (
  office_id text PRIMARY KEY,
  unit_id text NOT NULL CONSTRAINT office_unit_fk REFERENCES unit,
  name text NOT NULL,
  name_en text NOT NULL,
  telephone text
);
CREATE INDEX office_unit_idx ON office (unit_id);

CREATE TABLE office_function (
  unit_id text NOT NULL CONSTRAINT office_function_unit_fk REFERENCES unit,
  function text NOT NULL,
  office_id text NOT NULL CONSTRAINT office_function_office_fk REFERENCES office,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (unit_id, function, valid_from)
);

CREATE TABLE post (
  post_id text PRIMARY KEY,
  unit_id text NOT NULL CONSTRAINT post_unit_fk REFERENCES unit,
  office_id text NOT NULL CONSTRAINT post_office_fk REFERENCES office,
  duty text NOT NULL,
  title text NOT NULL,
  title_en text NOT NULL,
  village_id text CONSTRAINT post_village_fk REFERENCES village,
  valid_from date NOT NULL,
  valid_to date
);
CREATE INDEX post_unit_idx ON post (unit_id);

CREATE TABLE holding (
  post_id text NOT NULL CONSTRAINT holding_post_fk REFERENCES post,
  account_id uuid NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  PRIMARY KEY (post_id, account_id, valid_from)
);
CREATE INDEX holding_account_idx ON holding (account_id);

GRANT SELECT ON unit, unit_succession, village, office, office_function, post, holding TO td_app, td_worker;
`,
  down: `DROP TABLE holding, post, office_function, office, village, unit_succession, unit;`,
};
