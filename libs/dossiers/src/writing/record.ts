import { type Chain, type DossierEvent, type DossierState, fold, needsLook } from '@trinhduyet/approval';
import type { Instant } from '@trinhduyet/calendar';
import type { DossierRow } from '@trinhduyet/access';
import type { Transaction } from '@trinhduyet/persistence';
import type { Answer } from './answer';
import { chained } from './chaining';
import type { KeptRow } from './kept';
import type { PaperRow } from './papers';
import type { PersonColumns } from './person';
import { type Fixed, openTasks, stateColumns } from './read-model';

/** Version of the folded state's shape; a change of it is a migration that folds anew. */
const STATE_VERSION = 1;

/** Rows that a command stores beside its events. */
export interface Rows {
  readonly revision?: KeptRow & { readonly number: number; readonly formId: string };
  readonly notes?: readonly (KeptRow & { readonly kind: 'reason' | 'supplement' })[];
  readonly entry?: KeptRow & { readonly formId: string; readonly step: string; readonly taskKey: string };
  readonly paper?: PaperRow;
  readonly number?: PaperNumber;
}
export interface PaperNumber {
  readonly unit_id: string;
  readonly register: string;
  readonly year: number;
  readonly number: string;
  readonly kind: string;
  readonly issued_on: string;
}

export interface Change {
  readonly chain: Chain;
  readonly fixed: Fixed;
  readonly row: DossierRow;
  readonly before: DossierState;
  readonly head: Buffer;
  readonly events: readonly DossierEvent[];
  readonly at: Instant;
  readonly account: string;
  readonly rows: Rows;
  readonly answer?: { readonly key: string; readonly digest: Buffer; readonly of: (after: DossierState) => Answer };
  /** The workflow asked for this itself: its answer is the wake. */
  readonly byWorkflow?: boolean;
  /** With a revision of the form: what the dossier is then listed and found by. */
  readonly person?: PersonColumns;
}

/**
 * The one write: events, state, tasks, decision, kept rows, wake, outbox and answer in one statement of one transaction.
 * Answers with the state that was reached.
 */
export async function record(transaction: Transaction, change: Change): Promise<DossierState> {
  const after = fold(change.events, change.before);
  const links = chained(change.events, { sequence: change.before.sequence, head: change.head });
  const head = links.at(-1)?.hash ?? change.head;
  await transaction.query(RECORD, [
    change.fixed.dossierId,
    JSON.stringify(dossierColumns(change, after, head)),
    JSON.stringify(
      links.map(({ sequence, event, previous, hash }) => ({
        ...hex({ previous, hash }),
        sequence,
        type: event.type,
        at: event.at,
        data: event,
      })),
    ),
    JSON.stringify(decisions(links)),
    JSON.stringify(openTasks(change.chain, after, change.fixed)),
    JSON.stringify(revisions(change)),
    JSON.stringify(notes(change)),
    JSON.stringify(entries(change)),
    JSON.stringify(papers(change)),
    JSON.stringify(change.rows.number ? [{ ...change.rows.number, at: change.at }] : []),
    JSON.stringify(wakes(change, after)),
    JSON.stringify(effects(links)),
    JSON.stringify(answers(change, after)),
  ]);
  return after;
}

export interface AnswerToKeep {
  readonly account: string;
  readonly key: string;
  readonly digest: Buffer;
  readonly answer: Answer;
}

/** Only the answer, where the core refused: no event, no sequence. */
export async function recordAnswer(
  transaction: Transaction,
  { account, key, digest, answer }: AnswerToKeep,
): Promise<void> {
  await transaction.query(
    'INSERT INTO idempotency (key, account_id, request_digest, status, body) VALUES ($1, $2, $3, $4, $5)',
    [key, account, digest, answer.status, JSON.stringify(answer.body)],
  );
}

function dossierColumns(change: Change, after: DossierState, head: Buffer) {
  if (after.status === 'unsubmitted') throw new Error('A dossier is stored from its submission on.');
  const { fixed, person } = change;
  return {
    request_type: fixed.requestType,
    village_id: fixed.villageId,
    training: fixed.training,
    lookup_code: fixed.lookupCode,
    masked_name: fixed.maskedName,
    applicant_id: change.row.applicantId,
    state: after,
    state_version: STATE_VERSION,
    head: head.toString('hex'),
    ...stateColumns(after, change.row),
    names_person: person !== undefined,
    subject_key: person?.subjectKey?.toString('hex') ?? null,
    search_text: [person?.searchText, after.reception?.code.toLowerCase()].filter(Boolean).join(' '),
  };
}

type Links = ReturnType<typeof chained>;

function decisions(links: Links) {
  return links.flatMap(({ event, sequence }) =>
    event.type === 'decided' && event.by.kind === 'official'
      ? [{ task_key: event.task, sequence, account_id: event.by.account }]
      : [],
  );
}

function keptColumns({ id, salt, digest, content }: KeptRow, { account, at }: Change) {
  return { id, salt: salt.toString('hex'), digest, content, account_id: account, at };
}

function revisions(change: Change) {
  const { revision } = change.rows;
  return revision ? [{ ...keptColumns(revision, change), number: revision.number, form_id: revision.formId }] : [];
}
function notes(change: Change) {
  return (change.rows.notes ?? []).map((note) => ({ ...keptColumns(note, change), kind: note.kind }));
}
function entries(change: Change) {
  const { entry } = change.rows;
  if (!entry) return [];
  return [{ ...keptColumns(entry, change), form_id: entry.formId, step: entry.step, task_key: entry.taskKey }];
}
function papers(change: Change) {
  const { paper } = change.rows;
  if (!paper) return [];
  const { kind, regulation = null, unitId, final } = paper;
  return [{ ...keptColumns(paper, change), kind, regulation, unit_id: unitId, final }];
}

/** The workflow is woken only when something follows, or the next bell comes earlier than it was going to look. */
function wakes({ before, events, byWorkflow }: Change, after: DossierState) {
  const follows = !byWorkflow && needsLook(before, after, events);
  return follows ? [{ sequence: after.sequence }] : [];
}

/** What somebody must be told, each once: the key is the event's own. */
const TOLD: ReadonlySet<string> = new Set([
  'received',
  'receptionRefused',
  'supplementAsked',
  'extended',
  'supplemented',
  'reminded',
  'escalated',
  'stuck',
  'ended',
]);
const isStuck = (event: DossierEvent) => event.type === 'entered' && event.stuck !== undefined;

function effects(links: Links) {
  return links
    .map(({ event, sequence }) => ({ sequence, kind: isStuck(event) ? 'stuck' : event.type }))
    .filter(({ kind }) => TOLD.has(kind));
}

function answers({ account, answer }: Change, after: DossierState) {
  if (!answer) return [];
  const { status, body } = answer.of(after);
  return [{ key: answer.key, account_id: account, digest: answer.digest.toString('hex'), status, body }];
}

function hex<K extends string>(buffers: Record<K, Buffer>): Record<K, string> {
  return Object.fromEntries(
    Object.entries<Buffer>(buffers).map(([key, value]) => [key, value.toString('hex')]),
  ) as Record<K, string>;
}

const KEPT = `id uuid, salt text, digest text, content jsonb, account_id uuid, at timestamptz`;

/** Parameters: dossier, its columns, then the rows of each table as JSON. Tasks that are no longer open are closed. */
const RECORD = `
WITH columns AS (
  SELECT * FROM jsonb_to_record($2::jsonb) AS c (applicant_id uuid, request_type text, status text, ending text, sequence integer,
    state jsonb, state_version smallint, head text, commune_id text, district_id text, province_id text, reception_unit_id text,
    village_id text, training boolean, lookup_code text, code text, masked_name text, submitted_at timestamptz, received_on date,
    promised_on date, ended_at timestamptz, names_person boolean, subject_key text, search_text text)
), dossier_written AS (
  INSERT INTO dossier (dossier_id, applicant_id, request_type, status, ending, sequence, state, state_version, head, commune_id,
    district_id, province_id, reception_unit_id, village_id, training, lookup_code, code, subject_key, masked_name,
    search_text, submitted_at, received_on, promised_on, ended_at)
  SELECT $1::uuid, applicant_id, request_type, status, ending, sequence, state, state_version, decode(head, 'hex'), commune_id,
    district_id, province_id, reception_unit_id, village_id, training, lookup_code, code,
    decode(subject_key, 'hex'), masked_name, search_text, submitted_at, received_on, promised_on, ended_at FROM columns
  ON CONFLICT (dossier_id) DO UPDATE SET status = excluded.status, ending = excluded.ending, sequence = excluded.sequence,
    state = excluded.state, state_version = excluded.state_version, head = excluded.head, commune_id = excluded.commune_id,
    district_id = excluded.district_id, province_id = excluded.province_id, reception_unit_id = excluded.reception_unit_id,
    code = excluded.code, received_on = excluded.received_on, promised_on = excluded.promised_on, ended_at = excluded.ended_at,
    masked_name = excluded.masked_name, village_id = excluded.village_id,
    subject_key = CASE WHEN (SELECT names_person FROM columns) THEN excluded.subject_key ELSE dossier.subject_key END,
    search_text = CASE WHEN (SELECT names_person FROM columns) THEN excluded.search_text
      WHEN dossier.code IS NULL AND excluded.code IS NOT NULL THEN dossier.search_text || ' ' || excluded.search_text ELSE dossier.search_text END
), events AS (
  INSERT INTO event (dossier_id, sequence, type, at, data, previous, hash)
  SELECT $1::uuid, sequence, type, at, data, decode(previous, 'hex'), decode(hash, 'hex')
  FROM jsonb_to_recordset($3::jsonb) AS e (sequence integer, type text, at timestamptz, data jsonb, previous text, hash text)
), decisions AS (
  INSERT INTO decision (dossier_id, task_key, sequence, account_id)
  SELECT $1::uuid, task_key, sequence, account_id FROM jsonb_to_recordset($4::jsonb) AS e (task_key text, sequence integer, account_id uuid)
), tasks AS (
  SELECT * FROM jsonb_to_recordset($5::jsonb) AS t (task_key text, place_key text, step text, step_title jsonb, kind text, post_id text,
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
), undrafted AS (
  DELETE FROM entry_draft WHERE dossier_id = $1::uuid AND ((SELECT status FROM columns) = 'ended' OR (task_key, account_id) IN (
    SELECT task_key, account_id FROM jsonb_to_recordset($4::jsonb) AS e (task_key text, account_id uuid)))
), revisions AS (
  INSERT INTO revision (dossier_id, revision_id, number, form_id, document, salt, digest, account_id, at)
  SELECT $1::uuid, id, number, form_id, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset($6::jsonb) AS r (${KEPT}, number integer, form_id text)
), notes AS (
  INSERT INTO note (dossier_id, note_id, kind, body, salt, digest, account_id, at)
  SELECT $1::uuid, id, kind, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset($7::jsonb) AS n (${KEPT}, kind text)
), entries AS (
  INSERT INTO entry (dossier_id, entry_id, form_id, step, task_key, document, salt, digest, account_id, at)
  SELECT $1::uuid, id, form_id, step, task_key, content, decode(salt, 'hex'), digest, account_id, at
  FROM jsonb_to_recordset($8::jsonb) AS n (${KEPT}, form_id text, step text, task_key text)
), papers AS (
  INSERT INTO paper (dossier_id, paper_id, kind, regulation, unit_id, content, salt, digest, at)
  SELECT $1::uuid, id, kind, regulation, unit_id, content, decode(salt, 'hex'), digest, at
  FROM jsonb_to_recordset($9::jsonb) AS n (${KEPT}, kind text, regulation text, unit_id text)
), given_numbers AS (
  SELECT * FROM jsonb_to_recordset($10::jsonb) AS n (unit_id text, register text, year integer, number text, kind text, issued_on date,
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
  INSERT INTO paper_file AS f (dossier_id, paper_id, number, issued_on, storage_key, not_before, attempts)
  SELECT $1::uuid, id, NULL, NULL, gen_random_uuid(), clock_timestamp(), 0
  FROM jsonb_to_recordset($9::jsonb) AS n (id uuid, final boolean) WHERE final
  UNION ALL
  SELECT $1::uuid, p.paper_id, n.number, n.issued_on, gen_random_uuid(), clock_timestamp(), 0
  FROM given_numbers n CROSS JOIN LATERAL (
    SELECT paper_id FROM paper p WHERE p.dossier_id = $1::uuid AND p.kind = n.kind ORDER BY p.at DESC, p.paper_id DESC LIMIT 1) p
  ON CONFLICT (dossier_id, paper_id) DO UPDATE SET number = excluded.number, issued_on = excluded.issued_on,
    storage_key = excluded.storage_key, sha256 = NULL, bytes = NULL, made_at = NULL, not_before = excluded.not_before, attempts = 0
  WHERE (f.number, f.issued_on) IS DISTINCT FROM (excluded.number, excluded.issued_on)
), woken AS (
  INSERT INTO wake (dossier_id, sequence, told, renewal, renewed, not_before, attempts)
  SELECT $1::uuid, sequence, 0, 0, 0, clock_timestamp(), 0
  FROM jsonb_to_recordset($11::jsonb) AS w (sequence integer)
  ON CONFLICT (dossier_id) DO UPDATE SET sequence = greatest(wake.sequence, excluded.sequence),
    not_before = least(wake.not_before, excluded.not_before), attempts = 0
), told AS (
  INSERT INTO outbox (effect_key, dossier_id, kind, payload, not_before, attempts)
  SELECT $1::text || '/' || sequence, $1::uuid, kind, jsonb_build_object('sequence', sequence), clock_timestamp(), 0
  FROM jsonb_to_recordset($12::jsonb) AS o (sequence integer, kind text)
)
INSERT INTO idempotency (key, account_id, request_digest, status, body)
SELECT key, account_id, decode(digest, 'hex'), status, body
FROM jsonb_to_recordset($13::jsonb) AS i (key uuid, account_id uuid, digest text, status smallint, body jsonb)`;
