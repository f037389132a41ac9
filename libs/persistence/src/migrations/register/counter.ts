const OWN = 'SECURITY DEFINER SET search_path = public, door, pg_temp';
const TODAY = `(door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date`;
const IN_FORCE = (row: string) =>
  `${row}.valid_from <= ${TODAY} AND (${row}.valid_to IS NULL OR ${TODAY} < ${row}.valid_to)`;
const FUNCTIONS = [
  'door.begin_dossier(uuid)',
  'door.account_of_person(uuid, uuid)',
  'door.open_dossiers_of(bytea, boolean)',
  'door.people_by_name(text, text)',
  'door.person_by_id(uuid)',
  'door.person_by_key(bytea, boolean)',
  'door.card_of(person)',
  'door.receives_for(text)',
] as const;

/** A person with the household, as the counter shows them. `ofSeveral`: which recognition counts, should two be in force. */
export const cardOf = (ofSeveral: string) => `
CREATE OR REPLACE FUNCTION door.card_of(who person) RETURNS jsonb LANGUAGE sql STABLE ${OWN} AS $$
  SELECT jsonb_build_object('id', who.person_id, 'name', who.name, 'dateOfBirth', who.date_of_birth, 'birthYear', who.birth_year,
    'sex', who.sex, 'ethnicity', who.ethnicity, 'phone', who.phone, 'sealedNumber', encode(who.sealed_number, 'hex'),
    'training', who.training, 'commune', who.commune_id, 'communeName', u.name, 'village', who.village_id, 'villageName', v.name,
    'household', (
      SELECT jsonb_build_object('id', h.household_id, 'headName', head.name, 'relation', m.relation, 'members', (
          SELECT jsonb_agg(jsonb_build_object('name', p.name, 'relation', o.relation,
              'birthYear', coalesce(p.birth_year, extract(year FROM p.date_of_birth)::int)) ORDER BY o.relation <> 'HEAD', p.birth_year)
          FROM household_member o JOIN person p USING (person_id) WHERE o.household_id = h.household_id AND o.until IS NULL),
        'category', (SELECT jsonb_build_object('category', c.category, 'decisionNo', c.decision_no, 'decidedOn', c.decided_on,
            'validFrom', c.valid_from, 'validTo', c.valid_to)
          FROM household_category c WHERE c.household_id = h.household_id AND ${IN_FORCE('c')} ${ofSeveral}))
      FROM household_member m JOIN household h USING (household_id) JOIN person head ON head.person_id = h.head_id
      WHERE m.person_id = who.person_id AND m.until IS NULL ORDER BY m.since DESC LIMIT 1))
  FROM unit u LEFT JOIN village v ON v.village_id = who.village_id WHERE u.unit_id = who.commune_id
$$;`;

/**
 * What a reception may learn and do. Every function asks first whether whoever is at the door receives dossiers in the
 * province of the person: since 01/07/2025 any commune of the province does (NĐ 118/2025/NĐ-CP).
 */
export const COUNTER = {
  up: `
CREATE FUNCTION door.receives_for(commune text) RETURNS boolean LANGUAGE sql STABLE ${OWN} AS $$
  SELECT EXISTS (SELECT FROM holding h JOIN post p USING (post_id) JOIN unit mine ON mine.unit_id = p.unit_id
    JOIN unit home ON home.unit_id = commune AND subpath(home.path, 0, 1) = subpath(mine.path, 0, 1)
    WHERE h.account_id = door.account() AND p.duty = 'clerk' AND ${IN_FORCE('h')} AND ${IN_FORCE('p')})
$$;
CREATE POLICY person_added ON person FOR INSERT WITH CHECK ((SELECT door.receives_for(commune_id)));

/* Paper forms that wait to be typed in: nobody is asked by a task, so that the step goes on being somebody else's. */
CREATE INDEX dossier_untyped_idx ON dossier (commune_id, dossier_id)
  WHERE status = 'open' AND state #>> '{submission,counter,transcribed}' = 'false';

${cardOf('')}

/* Whoever has the number in hand may learn whose it is, in the whole province. */
CREATE FUNCTION door.person_by_key(key bytea, in_training boolean) RETURNS SETOF jsonb LANGUAGE sql STABLE ${OWN} AS $$
  SELECT door.card_of(p) FROM person p WHERE p.subject_key = key AND p.training = in_training AND door.receives_for(p.commune_id)
$$;
CREATE FUNCTION door.person_by_id(which uuid) RETURNS SETOF jsonb LANGUAGE sql STABLE ${OWN} AS $$
  SELECT door.card_of(p) FROM person p WHERE p.person_id = which AND door.receives_for(p.commune_id)
$$;
/* By name only in the commune where one sits: a search over the province would be a directory of the poor. */
CREATE FUNCTION door.people_by_name(words text, of_unit text) RETURNS SETOF jsonb LANGUAGE sql STABLE ${OWN} AS $$
  SELECT door.card_of(p) FROM person p
  WHERE p.search_text LIKE '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    AND p.commune_id = of_unit AND of_unit = ANY (door.units()) AND door.receives_for(of_unit)
  ORDER BY p.search_text, p.person_id LIMIT 21
$$;

/* Open dossiers of the person and of whoever lives in the same household: code, type and where, and nothing that is in them. */
CREATE FUNCTION door.open_dossiers_of(key bytea, in_training boolean)
RETURNS TABLE (dossier_id uuid, request_type text, code text, unit_name text, submitted_at timestamptz, promised_on date,
  is_seen boolean, awaits_papers boolean, is_own boolean)
LANGUAGE sql STABLE ${OWN} AS $$
  SELECT d.dossier_id, d.request_type, coalesce(d.code, d.lookup_code), u.name, d.submitted_at, d.promised_on,
    d.commune_id = ANY (door.units()) OR d.reception_unit_id = ANY (door.units()),
    d.state -> 'submission' -> 'counter' IS NOT NULL AND d.reception_unit_id = ANY (door.units())
      AND jsonb_path_exists(d.state, '$.places[*] ? (@.kind == "supplement" && !exists(@.settled))'),
    d.subject_key = key
  FROM dossier d JOIN unit u ON u.unit_id = d.commune_id
  WHERE d.status = 'open' AND d.training = in_training AND door.receives_for(d.commune_id) AND (d.subject_key = key OR d.subject_key IN (
    SELECT other.subject_key FROM person me JOIN household_member mine ON mine.person_id = me.person_id AND mine.until IS NULL
      JOIN household_member theirs ON theirs.household_id = mine.household_id AND theirs.until IS NULL
      JOIN person other ON other.person_id = theirs.person_id
    WHERE me.subject_key = key AND me.training = in_training))
  ORDER BY d.dossier_id
$$;

/* The account that the person's dossiers belong to; without one, one that nobody can sign in to, to be claimed later. */
CREATE FUNCTION door.account_of_person(which uuid, fresh uuid) RETURNS uuid LANGUAGE plpgsql ${OWN} AS $$
DECLARE
  who person;
BEGIN
  SELECT * INTO who FROM person WHERE person_id = which AND door.receives_for(commune_id) FOR UPDATE;
  IF who.person_id IS NULL OR who.account_id IS NOT NULL THEN RETURN who.account_id; END IF;
  INSERT INTO account (account_id, kind, login, name, password_hash, created_at)
    VALUES (fresh, 'applicant', 'person:' || which, who.name, '', clock_timestamp());
  UPDATE person SET account_id = fresh WHERE person_id = which;
  RETURN fresh;
END $$;

/* A dossier that is not there yet is nobody's: whoever is about to file it may write its rows, in this transaction. */
CREATE FUNCTION door.begin_dossier(which uuid) RETURNS boolean LANGUAGE plpgsql ${OWN} AS $$
BEGIN
  IF EXISTS (SELECT FROM dossier WHERE dossier_id = which) OR EXISTS (SELECT FROM draft WHERE dossier_id = which) THEN RETURN false; END IF;
  PERFORM set_config('door.dossier', which::text, true);
  RETURN true;
END $$;

${FUNCTIONS.map((name) => `REVOKE ALL ON FUNCTION ${name} FROM PUBLIC;`).join('\n')}
GRANT EXECUTE ON FUNCTION ${FUNCTIONS.filter((name) => !name.startsWith('door.card_of')).join(', ')} TO td_app;
`,
  down: `
DROP INDEX dossier_untyped_idx;
DROP POLICY person_added ON person;
${FUNCTIONS.map((name) => `DROP FUNCTION ${name};`).join('\n')}
`,
};
