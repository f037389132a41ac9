/** What one change writes, as rows of JSON by table. */
export interface Written {
  readonly dossier: string;
  /** Whether the dossier's own row is new. */
  readonly isBorn: boolean;
  readonly columns: { readonly status: string; readonly names_person: boolean };
  readonly events: readonly object[];
  readonly decisions: readonly object[];
  /** The tasks that are open afterwards; others are closed. */
  readonly tasks: readonly object[];
  readonly revisions: readonly object[];
  readonly notes: readonly object[];
  readonly entries: readonly object[];
  readonly papers: readonly object[];
  readonly numbers: readonly object[];
  readonly wakes: readonly object[];
  readonly effects: readonly object[];
  readonly answers: readonly object[];
}

/**
 * The one statement of a change, with only those parts that it has something for: a part costs even where it writes
 * nothing. There are a few dozen shapes, each planned once per connection.
 */
export function recordStatement(written: Written): { readonly text: string; readonly parameters: readonly string[] } {
  const parameters = [written.dossier, JSON.stringify(written.columns)];
  const json = (rows: readonly object[]) => `$${parameters.push(JSON.stringify(rows))}::jsonb`;
  const part = (rows: readonly object[], sql: (rows: string) => string) => (rows.length > 0 ? [sql(json(rows))] : []);
  const parts = [
    COLUMNS,
    ...(written.isBorn ? [BORN, UNDRAFTED] : [changed(written.columns)]),
    ...part(written.events, EVENTS),
    ...part(written.decisions, DECISIONS),
    ...(written.tasks.length > 0 ? [TASKS(json(written.tasks))] : written.isBorn ? [] : [NO_TASKS]),
    ...(written.columns.status === 'ended' ? [NO_DRAFTS] : part(written.decisions, DRAFTS_OF_DECIDED)),
    ...part(written.revisions, REVISIONS),
    ...part(written.notes, NOTES),
    ...part(written.entries, ENTRIES),
    ...part(written.papers, PAPERS),
    ...part(written.papers, FINAL),
    ...part(written.numbers, NUMBERS),
    ...part(written.wakes, WAKES),
    ...part(written.effects, EFFECTS),
    ...part(written.answers, ANSWERS),
  ];
  return { text: `WITH ${parts.join(', ')} SELECT`, parameters };
}

const COLUMNS = `
columns AS (
  SELECT * FROM jsonb_to_record($2::jsonb) AS c (applicant_id uuid, request_type text, status text, ending text, sequence integer,
    state jsonb, state_version smallint, head text, commune_id text, district_id text, province_id text, reception_unit_id text,
    village_id text, training boolean, lookup_code text, code text, masked_name text, submitted_at timestamptz, received_on date,
    promised_on date, ended_at timestamptz, subject_key text, search_text text)
)`;

const BORN = `
born AS (
  INSERT INTO dossier (dossier_id, applicant_id, request_type, status, ending, sequence, state, state_version, head, commune_id,
    district_id, province_id, reception_unit_id, village_id, training, lookup_code, code, subject_key, masked_name,
    search_text, submitted_at, received_on, promised_on, ended_at)
  SELECT $1::uuid, applicant_id, request_type, status, ending, sequence, state, state_version, decode(head, 'hex'), commune_id,
    district_id, province_id, reception_unit_id, village_id, training, lookup_code, code,
    decode(subject_key, 'hex'), masked_name, search_text, submitted_at, received_on, promised_on, ended_at FROM columns
)`;

/** The dossier takes the place of its draft, if it had one: at the counter it has none. */
const UNDRAFTED = `
taken AS (
  DELETE FROM draft WHERE dossier_id = $1::uuid
)`;

/** Columns with an index keep their value most of the time: PostgreSQL then leaves the indexes alone. */
const changed = ({ names_person }: Written['columns']) => `
changed AS (
  UPDATE dossier d SET status = c.status, ending = c.ending, sequence = c.sequence, state = c.state, state_version = c.state_version,
    head = decode(c.head, 'hex'), commune_id = c.commune_id, district_id = c.district_id, province_id = c.province_id,
    reception_unit_id = c.reception_unit_id, code = c.code, received_on = c.received_on, promised_on = c.promised_on,
    ended_at = c.ended_at, ${names_person ? NAMED : UNNAMED}
  FROM columns c WHERE d.dossier_id = $1::uuid
)`;
const NAMED = `masked_name = c.masked_name, village_id = c.village_id, subject_key = decode(c.subject_key, 'hex'), search_text = c.search_text`;
const UNNAMED = `search_text = CASE WHEN d.code IS NULL AND c.code IS NOT NULL THEN d.search_text || ' ' || c.search_text ELSE d.search_text END`;

type Sql = (rows: string) => string;

const EVENTS: Sql = (rows) => `
events AS (
  INSERT INTO event (dossier_id, sequence, type, at, data, previous, hash)
  SELECT $1::uuid, sequence, type, at, data, decode(previous, 'hex'), decode(hash, 'hex')
  FROM jsonb_to_recordset(${rows}) AS e (sequence integer, type text, at timestamptz, data jsonb, previous text, hash text)
)`;

const DECISIONS: Sql = (rows) => `
decisions AS (
  INSERT INTO decision (dossier_id, task_key, sequence, account_id)
  SELECT $1::uuid, task_key, sequence, account_id FROM jsonb_to_recordset(${rows}) AS e (task_key text, sequence integer, account_id uuid)
)`;

const NO_TASKS = `
closed AS (
  DELETE FROM task WHERE dossier_id = $1::uuid
)`;

const TASKS: Sql = (rows) => `
tasks AS (
  SELECT * FROM jsonb_to_recordset(${rows}) AS t (task_key text, place_key text, step text, step_title jsonb, kind text, post_id text,
    office_id text, unit_id text, assignee_id uuid, claimed_by uuid, entered_at timestamptz, due_at timestamptz, not_before timestamptz,
    promised_on date, code text)
), closed AS (
  DELETE FROM task WHERE dossier_id = $1::uuid AND task_key NOT IN (SELECT task_key FROM tasks)
), opened AS (
  INSERT INTO task (dossier_id, task_key, place_key, step, step_title, kind, post_id, office_id, unit_id, assignee_id, claimed_by,
    entered_at, due_at, not_before, promised_on, code, request_type, masked_name, village_id, training)
  SELECT $1::uuid, task_key, place_key, step, step_title, kind, post_id, office_id, unit_id, assignee_id, claimed_by, entered_at, due_at,
    not_before, tasks.promised_on, tasks.code, columns.request_type, columns.masked_name, columns.village_id, columns.training
  FROM tasks, columns
  ON CONFLICT (dossier_id, task_key) DO UPDATE SET assignee_id = excluded.assignee_id, claimed_by = excluded.claimed_by,
    due_at = excluded.due_at, promised_on = excluded.promised_on, code = excluded.code, masked_name = excluded.masked_name,
    village_id = excluded.village_id
)`;

const NO_DRAFTS = `
undrafted AS (
  DELETE FROM entry_draft WHERE dossier_id = $1::uuid
)`;

const DRAFTS_OF_DECIDED: Sql = (rows) => `
undrafted AS (
  DELETE FROM entry_draft WHERE dossier_id = $1::uuid AND (task_key, account_id) IN (
    SELECT task_key, account_id FROM jsonb_to_recordset(${rows}) AS e (task_key text, account_id uuid))
)`;

const KEPT = `id uuid, salt text, digest text, content jsonb, account_id uuid, at timestamptz`;

const REVISIONS: Sql = (rows) => `
revisions AS (
  INSERT INTO revision (dossier_id, revision_id, number, form_id, document, salt, digest, account_id, at)
  SELECT $1::uuid, id, number, form_id, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset(${rows}) AS r (${KEPT}, number integer, form_id text)
)`;

const NOTES: Sql = (rows) => `
notes AS (
  INSERT INTO note (dossier_id, note_id, kind, body, salt, digest, account_id, at)
  SELECT $1::uuid, id, kind, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset(${rows}) AS n (${KEPT}, kind text)
)`;

const ENTRIES: Sql = (rows) => `
entries AS (
  INSERT INTO entry (dossier_id, entry_id, form_id, step, task_key, document, salt, digest, account_id, at)
  SELECT $1::uuid, id, form_id, step, task_key, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset(${rows}) AS n (${KEPT}, form_id text, step text, task_key text)
)`;

const PAPERS: Sql = (rows) => `
papers AS (
  INSERT INTO paper (dossier_id, paper_id, kind, regulation, unit_id, content, salt, digest, at)
  SELECT $1::uuid, id, kind, regulation, unit_id, content, decode(salt, 'hex'), digest, at
  FROM jsonb_to_recordset(${rows}) AS n (${KEPT}, kind text, regulation text, unit_id text)
)`;

const FILE_COLUMNS = 'dossier_id, paper_id, number, issued_on, storage_key, not_before, attempts';

/** A paper that needs no number is ready to be made into a file. */
const FINAL: Sql = (rows) => `
final AS (
  INSERT INTO paper_file (${FILE_COLUMNS})
  SELECT $1::uuid, id, NULL, NULL, gen_random_uuid(), clock_timestamp(), 0
  FROM jsonb_to_recordset(${rows}) AS n (id uuid, final boolean) WHERE final
)`;

const NUMBERS: Sql = (rows) => `
given_numbers AS (
  SELECT * FROM jsonb_to_recordset(${rows}) AS n (unit_id text, register text, year integer, number text, kind text, issued_on date,
    at timestamptz)
), numbers AS (
  INSERT INTO paper_number (unit_id, register, year, number, dossier_id, kind, issued_on, at)
  SELECT n.unit_id, n.register, n.year, n.number, $1::uuid, n.kind, n.issued_on, n.at FROM given_numbers n
  WHERE NOT EXISTS (SELECT FROM paper_number o WHERE (o.unit_id, o.register, o.year, o.number, o.dossier_id) =
    (n.unit_id, n.register, n.year, n.number, $1::uuid))
), renumbered AS (
  UPDATE paper_number o SET issued_on = n.issued_on, at = n.at FROM given_numbers n
  WHERE (o.unit_id, o.register, o.year, o.number, o.dossier_id) = (n.unit_id, n.register, n.year, n.number, $1::uuid)
), printed AS (
  INSERT INTO paper_file AS f (${FILE_COLUMNS})
  SELECT $1::uuid, p.paper_id, n.number, n.issued_on, gen_random_uuid(), clock_timestamp(), 0
  FROM given_numbers n CROSS JOIN LATERAL (
    SELECT paper_id FROM paper p WHERE p.dossier_id = $1::uuid AND p.kind = n.kind ORDER BY p.at DESC, p.paper_id DESC LIMIT 1) p
  ON CONFLICT (dossier_id, paper_id) DO UPDATE SET number = excluded.number, issued_on = excluded.issued_on,
    storage_key = excluded.storage_key, sha256 = NULL, bytes = NULL, made_at = NULL, not_before = excluded.not_before, attempts = 0
  WHERE (f.number, f.issued_on) IS DISTINCT FROM (excluded.number, excluded.issued_on)
)`;

const WAKES: Sql = (rows) => `
woken AS (
  INSERT INTO wake (dossier_id, sequence, told, renewal, renewed, not_before, attempts)
  SELECT $1::uuid, sequence, 0, 0, 0, clock_timestamp(), 0
  FROM jsonb_to_recordset(${rows}) AS w (sequence integer)
  ON CONFLICT (dossier_id) DO UPDATE SET sequence = greatest(wake.sequence, excluded.sequence),
    not_before = least(wake.not_before, excluded.not_before), attempts = 0
)`;

const EFFECTS: Sql = (rows) => `
told AS (
  INSERT INTO outbox (effect_key, dossier_id, kind, payload, not_before, attempts)
  SELECT $1::text || '/' || sequence, $1::uuid, kind, jsonb_build_object('sequence', sequence), clock_timestamp(), 0
  FROM jsonb_to_recordset(${rows}) AS o (sequence integer, kind text)
)`;

const ANSWERS: Sql = (rows) => `
answered AS (
  INSERT INTO idempotency (key, account_id, request_digest, status, body)
  SELECT key, account_id, decode(digest, 'hex'), status, body
  FROM jsonb_to_recordset(${rows}) AS i (key uuid, account_id uuid, digest text, status smallint, body jsonb)
)`;
