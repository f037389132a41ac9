import { SEEN_BY } from './door';

const PERSONAL = ['event', 'decision', 'revision', 'note', 'entry', 'paper', 'paper_number'] as const;

const forced = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY ${table}_all ON ${table} FOR ALL`;

/**
 * The second wall. A dossier is seen by its applicant and by the units along its ladder; the rows of a dossier only
 * after the door opened it (door.enter), which goes by the same condition.
 */
export const POLICIES = {
  up: `
${forced('dossier')} USING (
  ${SEEN_BY('(SELECT door.account())', '((SELECT door.units())::text[])')}
  OR dossier_id = (SELECT door.dossier()) OR (SELECT door.is('bulk'))
);
${PERSONAL.map((table) => `${forced(table)} USING (dossier_id = (SELECT door.dossier()) OR (SELECT door.is('bulk')));`).join('\n')}
${forced('task')} USING (
  unit_id = ANY ((SELECT door.units())::text[]) OR dossier_id = (SELECT door.dossier()) OR (SELECT door.is('bulk'))
);
${forced('draft')} USING (applicant_id = (SELECT door.account()));
${forced('entry_draft')} USING (account_id = (SELECT door.account()) OR (SELECT door.is('system')));
${forced('attachment')} USING (
  dossier_id = (SELECT door.dossier()) OR account_id = (SELECT door.account())
);
${forced('idempotency')} USING (account_id = (SELECT door.account()));
${forced('account')} USING (
  account_id = (SELECT door.account()) OR kind = 'official' OR (SELECT door.is('gate'))
);
${forced('session')} USING ((SELECT door.is('gate')));
${forced('attempt')} USING ((SELECT door.is('gate')));
${forced('notice')} USING (account_id = (SELECT door.account()) OR (SELECT door.is('system')) OR (SELECT door.is('bulk')));
${forced('refusal')} USING ((SELECT door.is('bulk'))) WITH CHECK (true);
${forced('access_log')} USING ((SELECT door.is('bulk'))) WITH CHECK (true);

/* Searching names: trigram operators are not leakproof, so under a policy they would not use their index. Answers with
   nothing but ids, and only of dossiers whose tasks stand in the caller's own units. */
CREATE FUNCTION door.search(words text) RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
  SELECT d.dossier_id FROM dossier d
  WHERE d.search_text LIKE '%' || replace(replace(replace(words, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    AND EXISTS (SELECT FROM task t WHERE t.dossier_id = d.dossier_id AND t.unit_id = ANY (door.units()))
$$;
/* Whether the same person has another open dossier of the same type: one bit of dossiers that the caller may not see. */
CREATE FUNCTION door.has_open_twin(which uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
  SELECT EXISTS (SELECT FROM dossier mine JOIN dossier other ON other.subject_key = mine.subject_key
    AND other.request_type = mine.request_type AND other.status = 'open' AND other.dossier_id <> mine.dossier_id
    AND other.training = mine.training
    WHERE mine.dossier_id = which)
$$;

/* Following a dossier by its code, without an account: the state alone, nothing personal; the caller checks the PIN. */
CREATE FUNCTION door.look_up(which text) RETURNS TABLE (dossier_id uuid, request_type text, state jsonb, training boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, door, pg_temp AS $$
  SELECT d.dossier_id, d.request_type, d.state, d.training FROM dossier d WHERE d.lookup_code = which OR d.code = which LIMIT 1
$$;

REVOKE ALL ON FUNCTION door.search, door.has_open_twin, door.look_up FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.search, door.look_up TO td_app;
GRANT EXECUTE ON FUNCTION door.has_open_twin TO td_worker;
`,
  down: `
DROP FUNCTION door.look_up;
DROP FUNCTION door.has_open_twin;
DROP FUNCTION door.search;
${[
  'access_log',
  'refusal',
  'notice',
  'attempt',
  'session',
  'account',
  'idempotency',
  'attachment',
  'entry_draft',
  'draft',
  'task',
  ...PERSONAL,
  'dossier',
]
  .map((table) => `DROP POLICY ${table}_all ON ${table};`)
  .join('\n')}
`,
};
