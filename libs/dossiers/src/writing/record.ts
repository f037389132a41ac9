import { type Chain, type DossierEvent, type DossierState, fold, needsLook } from '@trinhduyet/approval';
import type { Instant } from '@trinhduyet/calendar';
import type { DossierRow } from '@trinhduyet/access';
import type { Transaction } from '@trinhduyet/persistence';
import { WAKE } from '../following/wakes';
import type { Answer } from './answer';
import { chained } from './chaining';
import type { KeptRow, RevisionRow } from './kept';
import { NEWS, newsOf } from './news';
import type { PaperRow } from './papers';
import type { PersonColumns } from './person';
import { type Fixed, openTasks, stateColumns } from './read-model';
import { recordStatement } from './record-statement';

/** Version of the folded state's shape; a change of it is a migration that folds anew. */
const STATE_VERSION = 1;

/** Rows that a command stores beside its events. */
export interface Rows {
  readonly revision?: RevisionRow;
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
 * It is the last of its transaction, and committed with it. Answers with the state that was reached.
 */
export async function record(transaction: Transaction, change: Change): Promise<DossierState> {
  const after = fold(change.events, change.before);
  const links = chained(change.events, { sequence: change.before.sequence, head: change.head });
  const head = links.at(-1)?.hash ?? change.head;
  const tasks = openTasks(change.chain, after, change.fixed);
  const wakes = wakesOf(change, after);
  const { text, parameters } = recordStatement({
    dossier: change.fixed.dossierId,
    isBorn: change.before.status === 'unsubmitted',
    columns: dossierColumns(change, after, head),
    events: links.map(({ sequence, event, previous, hash }) => ({
      ...hex({ previous, hash }),
      sequence,
      type: event.type,
      at: event.at,
      data: event,
    })),
    decisions: decisions(links),
    tasks,
    revisions: revisions(change),
    notes: notes(change),
    entries: entries(change),
    papers: papers(change),
    numbers: change.rows.number ? [{ ...change.rows.number, at: change.at }] : [],
    wakes,
    effects: effects(links, change.before),
    answers: answers(change, after),
  });
  await transaction.finish(text, parameters);
  if (wakes.length > 0) transaction.pokeAfterwards(WAKE, '');
  const news = newsOf(change, after, tasks);
  if (news) transaction.pokeAfterwards(NEWS, JSON.stringify(news));
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
  await transaction.finish(
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
    (event.type === 'decided' || event.type === 'cosigned' || event.type === 'opined') && event.by.kind === 'official'
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
function wakesOf({ before, events, byWorkflow }: Change, after: DossierState) {
  const follows = !byWorkflow && needsLook(before, after, events);
  return follows ? [{ sequence: after.sequence }] : [];
}

/** What somebody must be told by itself. */
const TOLD: ReadonlySet<string> = new Set([
  'received',
  'receptionRefused',
  'supplementAsked',
  'extended',
  'consentAsked',
  'consented',
  'consentRefused',
  'reminded',
  'escalated',
  'urged',
  'suspended',
  'resumed',
  'opined',
  'raised',
  'remindedAgain',
  'ended',
]);

/** What somebody must be told, each once: the key is the event's own. */
function effects(links: Links, before: DossierState) {
  return links.flatMap(({ event, sequence }) => {
    const kind = toldAs(event, before);
    return kind === undefined ? [] : [{ sequence, kind }];
  });
}

/** Of an answered supplement only once its place is left: the next one is entered with it, and has somebody to be told. */
function toldAs(event: DossierEvent, before: DossierState): string | undefined {
  if (event.type === 'cosigned') return event.agrees ? undefined : 'dissented';
  if (event.type === 'entered') return event.stuck === undefined ? undefined : 'stuck';
  if (event.type === 'recounted') return event.promised ? 'promiseMoved' : undefined;
  if (event.type === 'left') return isAnswered(before, event.place) ? 'supplemented' : undefined;
  return TOLD.has(event.type) ? event.type : undefined;
}

function isAnswered(state: DossierState, key: string): boolean {
  const place = state.status === 'open' ? state.places.find((each) => each.key === key) : undefined;
  return place?.kind === 'supplement' && place.settled?.outcome === 'answered';
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
