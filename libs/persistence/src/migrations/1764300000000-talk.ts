import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What officials say to each other about a dossier: on the record, and apart from opinions and decisions. A note is
 * written once; its author may withdraw it, which leaves its place. Its words have a salt of their own and can be erased
 * with it, as everything that was typed.
 */
export class Talk1764300000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(TABLES);
    await db.query(POLICIES);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE talk_seen, talk_mention, talk_photo, talk_note;');
    await db.query('DROP FUNCTION door.is_colleague;');
  }
}

const TABLES = `
CREATE TABLE talk_note (
  dossier_id uuid NOT NULL CONSTRAINT talk_note_dossier_fk REFERENCES dossier,
  note_id uuid NOT NULL,
  number integer NOT NULL,
  account_id uuid NOT NULL CONSTRAINT talk_note_account_fk REFERENCES account,
  post_id text NOT NULL,
  class text NOT NULL CONSTRAINT talk_note_class_check CHECK (class IN ('personal', 'sensitive')),
  body jsonb,
  salt bytea,
  digest text NOT NULL,
  at timestamptz NOT NULL,
  withdrawn_at timestamptz,
  PRIMARY KEY (dossier_id, note_id)
);
CREATE UNIQUE INDEX talk_note_number_idx ON talk_note (dossier_id, number);

/* Sent before its note is, under the note's id; nobody else sees it until the note is there. */
CREATE TABLE talk_photo (
  dossier_id uuid NOT NULL CONSTRAINT talk_photo_dossier_fk REFERENCES dossier,
  photo_id uuid NOT NULL,
  note_id uuid NOT NULL,
  account_id uuid NOT NULL CONSTRAINT talk_photo_account_fk REFERENCES account,
  name text NOT NULL,
  media_type text NOT NULL,
  bytes integer NOT NULL,
  sha256 text NOT NULL,
  storage_key text NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (dossier_id, photo_id)
);

CREATE TABLE talk_mention (
  dossier_id uuid NOT NULL CONSTRAINT talk_mention_dossier_fk REFERENCES dossier,
  note_id uuid NOT NULL,
  account_id uuid NOT NULL CONSTRAINT talk_mention_account_fk REFERENCES account,
  PRIMARY KEY (dossier_id, note_id, account_id)
);

/* Up to which note somebody has read. */
CREATE TABLE talk_seen (
  dossier_id uuid NOT NULL CONSTRAINT talk_seen_dossier_fk REFERENCES dossier,
  account_id uuid NOT NULL CONSTRAINT talk_seen_account_fk REFERENCES account,
  number integer NOT NULL,
  PRIMARY KEY (dossier_id, account_id)
);
GRANT SELECT, INSERT ON talk_note, talk_mention TO td_app;
GRANT UPDATE (withdrawn_at) ON talk_note TO td_app;
GRANT SELECT, INSERT, DELETE ON talk_photo TO td_app;
GRANT SELECT, INSERT, UPDATE (number) ON talk_seen TO td_app;
GRANT SELECT ON talk_note, talk_mention TO td_worker;
`;

const forced = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;`;

const AT_WORK = `dossier_id = (SELECT door.dossier()) AND (SELECT door.is_colleague() OR door.is('system'))`;
const MINE = 'account_id = (SELECT door.account())';

const POLICIES = `
/* Whether whoever is at the door reads the open dossier as an official: to its applicant nothing of this exists. */
CREATE FUNCTION door.is_colleague() RETURNS boolean LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
BEGIN
  RETURN EXISTS (SELECT FROM dossier d WHERE d.dossier_id = door.dossier() AND d.applicant_id IS DISTINCT FROM door.account());
END $$;
REVOKE ALL ON FUNCTION door.is_colleague FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.is_colleague TO td_app, td_worker;
${['talk_note', 'talk_photo', 'talk_mention', 'talk_seen'].map(forced).join('')}
CREATE POLICY talk_note_all ON talk_note FOR ALL USING (${AT_WORK}) WITH CHECK (${AT_WORK} AND ${MINE});
CREATE POLICY talk_mention_all ON talk_mention FOR ALL USING (${AT_WORK}) WITH CHECK (${AT_WORK}
  AND EXISTS (SELECT FROM talk_note n WHERE n.dossier_id = talk_mention.dossier_id AND n.note_id = talk_mention.note_id AND n.${MINE}));
CREATE POLICY talk_seen_all ON talk_seen FOR ALL USING (${AT_WORK} AND ${MINE});
CREATE POLICY talk_photo_read ON talk_photo FOR SELECT USING (${AT_WORK});
CREATE POLICY talk_photo_add ON talk_photo FOR INSERT WITH CHECK (${AT_WORK} AND ${MINE});
/* What belongs to a note belongs to the record. */
CREATE POLICY talk_photo_drop ON talk_photo FOR DELETE USING (${AT_WORK} AND ${MINE}
  AND NOT EXISTS (SELECT FROM talk_note n WHERE n.dossier_id = talk_photo.dossier_id AND n.note_id = talk_photo.note_id));
`;
