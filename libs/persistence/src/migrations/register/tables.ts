const TABLES = ['person', 'household', 'household_member', 'household_category'] as const;

/**
 * People and their households. Nobody reads these tables but through the door's functions: even a clerk sees one person
 * at a time, or those of the own commune by name.
 */
export const REGISTER = {
  up: `
CREATE TABLE person (
  person_id uuid PRIMARY KEY,
  commune_id text NOT NULL CONSTRAINT person_commune_fk REFERENCES unit,
  village_id text CONSTRAINT person_village_fk REFERENCES village,
  training boolean NOT NULL,
  /* Keyed digest and sealed text of the citizen number: the first finds, the second fills in a form. */
  subject_key bytea,
  sealed_number bytea,
  name text NOT NULL,
  search_text text NOT NULL,
  date_of_birth date,
  birth_year integer,
  sex text NOT NULL CONSTRAINT person_sex_check CHECK (sex IN ('M', 'F')),
  ethnicity text,
  phone text,
  account_id uuid CONSTRAINT person_account_fk REFERENCES account,
  recorded_by uuid,
  recorded_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX person_subject_idx ON person (subject_key, training);
CREATE INDEX person_commune_idx ON person (commune_id);
CREATE INDEX person_search_idx ON person USING gin (search_text gin_trgm_ops);

CREATE TABLE household (
  household_id uuid PRIMARY KEY,
  commune_id text NOT NULL CONSTRAINT household_commune_fk REFERENCES unit,
  village_id text NOT NULL CONSTRAINT household_village_fk REFERENCES village,
  head_id uuid NOT NULL CONSTRAINT household_head_fk REFERENCES person
);
CREATE INDEX household_village_idx ON household (village_id);

CREATE TABLE household_member (
  household_id uuid NOT NULL CONSTRAINT household_member_household_fk REFERENCES household,
  person_id uuid NOT NULL CONSTRAINT household_member_person_fk REFERENCES person,
  relation text NOT NULL CONSTRAINT household_member_relation_check
    CHECK (relation IN ('HEAD', 'SPOUSE', 'CHILD', 'PARENT', 'GRANDCHILD', 'SIBLING', 'OTHER')),
  since date NOT NULL,
  until date,
  PRIMARY KEY (household_id, person_id, since)
);
CREATE INDEX household_member_person_idx ON household_member (person_id);

CREATE TABLE household_category (
  household_id uuid NOT NULL CONSTRAINT household_category_household_fk REFERENCES household,
  category text NOT NULL CONSTRAINT household_category_category_check CHECK (category IN ('POOR', 'NEAR_POOR', 'NEWLY_ESCAPED')),
  decision_no text NOT NULL,
  decided_on date NOT NULL,
  valid_from date NOT NULL,
  valid_to date,
  CONSTRAINT household_category_validity_check CHECK (valid_to IS NULL OR valid_from < valid_to),
  PRIMARY KEY (household_id, valid_from)
);
${TABLES.map((table) => `ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY; ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`).join('\n')}
GRANT INSERT ON person TO td_app;
`,
  down: `DROP TABLE household_category, household_member, household, person;`,
};
