import {
  type Actor,
  type Chain,
  type DossierEvent,
  type DossierState,
  heading,
  inTransit,
  lawful,
  type Offer,
  RECEPTION,
  reviewOf,
  type StuckReason,
  SUPPLEMENT,
} from '@trinhduyet/approval';
import type { WorkingCalendar } from '@trinhduyet/calendar';
import { abilityFor, classesSeen, type DossierRow, mayRead, type PrincipalPost } from '@trinhduyet/access';
import { subject } from '@casl/ability';
import { type Data, type FieldClass, projected, type Projection } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { LocalText } from '@trinhduyet/programme';
import type { PublishedForm, PublishedType, RequestTypes } from '@trinhduyet/request-types';
import type { SupplementItem } from '../writing/input';
import { titleOf } from '../writing/read-model';

export interface PageParts {
  readonly transaction: Transaction;
  readonly types: RequestTypes;
  readonly calendar: WorkingCalendar;
}

/** One event of the history as a page tells it: what, when, who by name and post, and its words where one may see them. */
export interface HistoryLine {
  readonly sequence: number;
  readonly type: DossierEvent['type'];
  readonly at: string;
  readonly step?: LocalText;
  readonly who?: string;
  readonly post?: LocalText;
  readonly outcome?: LocalText;
  readonly act?: string;
  readonly note?: string;
  readonly findings?: readonly string[];
  readonly items?: readonly SupplementItem[];
  readonly dueAt?: string;
}

export interface StepEntry {
  readonly step: LocalText;
  readonly form: string;
  readonly at: string;
  readonly document: Data;
}

export interface FileLine {
  readonly id: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}
export interface PaperLine {
  readonly id: string;
  readonly kind: string;
  readonly at: string;
  readonly title: LocalText;
  readonly number: string | null;
}

/** Where the dossier stands, in words: the step, who has it, by when. */
export interface PlaceLine {
  readonly key: string;
  readonly step: string;
  readonly kind: string;
  readonly title: LocalText;
  readonly applicant: LocalText;
  readonly enteredAt: string;
  readonly dueAt?: string;
  readonly notBefore?: string;
  readonly stuck?: StuckReason;
  readonly task?: string;
  readonly office?: string;
  readonly unit?: string;
  readonly telephone?: string;
  /** The form that this step fills in, and what somebody has begun to fill in. */
  readonly form?: string;
  readonly outcomes?: readonly {
    readonly key: string;
    readonly act: string;
    readonly title: LocalText;
    readonly reason: boolean;
    readonly form: boolean;
  }[];
  /** Why this is the reader's own: the post by which they have it. */
  readonly mineBy?: LocalText;
}

export interface DossierPage {
  readonly id: string;
  readonly requestType: PublishedType;
  readonly chain: Chain;
  readonly isApplicant: boolean;
  readonly row: DossierRow;
  readonly training: boolean;
  readonly lookupCode: string;
  readonly state: Exclude<DossierState, { status: 'unsubmitted' }>;
  readonly inTransit: boolean;
  readonly headingFor: readonly LocalText[];
  readonly places: readonly PlaceLine[];
  readonly form: PublishedForm;
  readonly document: Projection;
  readonly previous?: Data;
  readonly history: readonly HistoryLine[];
  readonly entries: readonly StepEntry[];
  readonly files: readonly FileLine[];
  readonly papers: readonly PaperLine[];
  readonly offers: readonly Offer[];
  readonly colleagues: readonly { readonly account: string; readonly name: string }[];
  readonly receptionUnits: readonly { readonly unit: string; readonly name: string }[];
  readonly draft?: { readonly document: Data; readonly note: string };
}

interface Row {
  readonly applicant_id: string;
  readonly commune_id: string;
  readonly district_id: string | null;
  readonly province_id: string;
  readonly reception_unit_id: string;
  readonly village_id: string | null;
  readonly training: boolean;
  readonly lookup_code: string;
  readonly state: Exclude<DossierState, { status: 'unsubmitted' }>;
  readonly now: string;
  readonly revisions: readonly { number: number; formId: string; document: Data }[];
  readonly events: readonly { sequence: number; data: DossierEvent }[];
  readonly notes: readonly { id: string; kind: string; body: unknown }[];
  readonly entries: readonly { step: string; formId: string; at: string; document: Data }[];
  readonly files: readonly FileLine[];
  readonly papers: readonly (Omit<PaperLine, 'title'> & { content: { title: LocalText } })[];
  readonly names: readonly { account: string; name: string }[];
  readonly posts: readonly { post: string; title: LocalText; office: string; unit: string; telephone: string | null }[];
  readonly draft: { document: Data; note: string } | null;
}

/** Everything that one person may see of one dossier, and what they may do with it now: asked of the same core that judges. */
export async function dossierPage(parts: PageParts, id: string, account: string): Promise<DossierPage> {
  const { transaction, types, calendar } = parts;
  const row = await load(transaction, id, account);
  const { state } = row;
  const pins = state.reception?.pins ?? state.submission.pins;
  const requestType = await types.byId(transaction, pins.requestType.id);
  const chain = await types.chainOf(transaction, pins.requestType, pins.chain);
  const dossierRow = rowOf(row);
  const isApplicant = row.applicant_id === account;
  requireReader({ account, posts: transaction.posts, dossierRow, state });
  const actor = readerOf(account, isApplicant, dossierRow, transaction.posts);
  const offers = lawful(chain, state, { at: row.now, actor, calendar, offer: anyOffer(chain, state) });
  const [revision, before] = row.revisions;
  const sees = classesOf({ account, posts: transaction.posts, dossierRow, chain, state, isApplicant });
  const form = requestType.form;
  return {
    ...{ id, requestType, chain, isApplicant, row: dossierRow, state, form, offers },
    ...{ training: row.training, lookupCode: row.lookup_code, inTransit: inTransit(state), files: row.files },
    headingFor: heading(chain, state).map((step) => titleOf(chain, { step })),
    places: placesOf(chain, row, transaction.posts, requestType),
    document: projected(form.plan, revision?.document ?? {}, sees),
    previous: before && !isApplicant ? projected(form.plan, before.document, sees).data : undefined,
    history: history(chain, row, isApplicant),
    entries: isApplicant
      ? []
      : row.entries.map((entry) => ({
          step: titleOf(chain, entry),
          form: entry.formId,
          at: entry.at,
          document: entry.document,
        })),
    papers: row.papers.map(({ content, ...paper }) => ({ ...paper, title: content.title })),
    colleagues: await colleaguesOf(transaction, state, offers),
    receptionUnits: await elsewhere(transaction, state, offers),
    draft: row.draft ?? undefined,
  };
}

async function load(transaction: Transaction, id: string, account: string): Promise<Row> {
  const row = await transaction.one<Row>(PAGE, [id, account]);
  if (!row) throw new Problem('not-found');
  return row;
}

function rowOf(row: Row): DossierRow {
  return {
    applicantId: row.applicant_id,
    communeId: row.commune_id,
    districtId: row.district_id,
    provinceId: row.province_id,
    receptionUnitId: row.reception_unit_id,
    villageId: row.village_id,
  };
}

/** Permission to read, or to administer a dossier that is stuck; otherwise it is as if it were not there. */
function requireReader({
  account,
  posts,
  dossierRow,
  state,
}: Pick<Reader, 'account' | 'posts' | 'dossierRow' | 'state'>): void {
  const ability = abilityFor({ account, kind: posts.length > 0 ? 'official' : 'applicant', posts });
  const isStuck = state.status === 'open' && state.places.some(({ stuck }) => stuck !== undefined);
  const administers = isStuck && ability.can('administer', subject('Dossier', { ...dossierRow }));
  if (!mayRead(ability, dossierRow) && !administers) throw new Problem('not-found');
}

/** For files and papers of a dossier: whoever may read the dossier. A draft is its owner's alone, as the door sees to. */
export async function requireReadable(transaction: Transaction, id: string, account: string): Promise<void> {
  const row = await transaction.one<DossierRow>(
    `SELECT applicant_id AS "applicantId", commune_id AS "communeId", district_id AS "districtId", province_id AS "provinceId",
       reception_unit_id AS "receptionUnitId", village_id AS "villageId" FROM dossier WHERE dossier_id = $1`,
    [id],
  );
  const { posts } = transaction;
  const ability = abilityFor({ account, kind: posts.length > 0 ? 'official' : 'applicant', posts });
  if (row && !mayRead(ability, row)) throw new Problem('not-found');
}

function readerOf(account: string, isApplicant: boolean, row: DossierRow, posts: readonly PrincipalPost[]): Actor {
  if (isApplicant) return { kind: 'applicant', account };
  const ability = abilityFor({ account, kind: 'official', posts });
  if (!mayRead(ability, row)) return { kind: 'administrator', account };
  return { kind: 'official', account, posts };
}

interface Reader {
  readonly account: string;
  readonly posts: readonly PrincipalPost[];
  readonly dossierRow: DossierRow;
  readonly chain: Chain;
  readonly state: Row['state'];
  readonly isApplicant: boolean;
}

/** What a permission shows, and what the step at hand needs: a village head sees no citizen number, a surveyor does. */
function classesOf({ account, posts, dossierRow, chain, state, isApplicant }: Reader): readonly FieldClass[] {
  const kind = isApplicant ? 'applicant' : 'official';
  const seen = classesSeen(abilityFor({ account, kind, posts }), dossierRow);
  const held = new Set(posts.map(({ post }) => post));
  const atHand =
    state.status === 'open' ? state.places.filter(({ asked }) => asked.some(({ post }) => held.has(post))) : [];
  const needed = atHand.flatMap(({ step }) => reviewOf(chain, step)?.sees ?? ALL);
  return [...new Set([...seen, ...needed])];
}
const ALL: readonly FieldClass[] = ['public', 'personal', 'sensitive'];

/** Reception is judged as if a chain were there; whether one is, the act itself finds out. */
function anyOffer(chain: Chain, state: Row['state']) {
  const { pins, competentUnit } = state.submission;
  return { code: '', pins, chain, ladder: [], competentUnit };
}

function placesOf(chain: Chain, row: Row, posts: readonly PrincipalPost[], type: PublishedType): readonly PlaceLine[] {
  const { state } = row;
  if (state.status !== 'open') return [];
  return state.places.map((place): PlaceLine => {
    const [task] = place.asked;
    const asked = row.posts.find(({ post }) => post === task?.post);
    const mine = task && posts.some(({ post }) => post === task.post);
    const review = reviewOf(chain, place.step);
    return {
      ...{ key: place.key, step: place.step, kind: place.kind, enteredAt: place.enteredAt },
      ...{ dueAt: place.dueAt, notBefore: place.notBefore, stuck: place.stuck, task: task?.key },
      title: titleOf(chain, place),
      applicant: wordsFor(chain, place.step),
      office: asked?.office,
      unit: asked?.unit,
      telephone: asked?.telephone ?? undefined,
      form: review?.form === undefined ? undefined : type.stepForms[review.form]?.pin.id,
      outcomes: review?.outcomes.map(({ key, act, title, reason, skipsForm }) => ({
        ...{ key, act, title },
        reason: reason === 'required',
        form: review.form !== undefined && act !== 'return' && !skipsForm,
      })),
      mineBy: mine ? asked?.title : undefined,
    };
  });
}

/** A step in the applicant's words. */
export function wordsFor(chain: Chain, step: string): LocalText {
  if (step === RECEPTION) return chain.reception.applicant;
  if (step === SUPPLEMENT) return { vi: 'Chờ Ông/Bà bổ sung', en: 'Waiting for your supplement' };
  return chain.steps.find(({ key }) => key === step)?.applicant ?? { vi: step, en: step };
}

/** Kept out of an applicant's history: what the office does among itself. */
const INTERNAL: ReadonlySet<DossierEvent['type']> = new Set([
  ...([
    'left',
    'claimed',
    'released',
    'assigned',
    'reminded',
    'escalated',
    'unstuck',
    'lookedAgain',
    'handedOver',
    'checked',
  ] as const),
]);

function history(chain: Chain, row: Row, isApplicant: boolean): readonly HistoryLine[] {
  return row.events
    .filter(({ data }) => data.type !== 'left' && !(isApplicant && INTERNAL.has(data.type)))
    .map(({ sequence, data }) => line(chain, row, sequence, data, isApplicant));
}

function line(chain: Chain, row: Row, sequence: number, event: DossierEvent, isApplicant: boolean): HistoryLine {
  const step = stepOfEvent(event);
  const by = event.by;
  const post = by.kind === 'official' ? row.posts.find((each) => each.post === by.post) : undefined;
  const shows = !isApplicant || event.type !== 'decided' || event.act === 'reject';
  return {
    ...{ sequence, type: event.type, at: event.at },
    step: step === undefined ? undefined : isApplicant ? wordsFor(chain, step) : titleOf(chain, { step }),
    who:
      by.kind === 'official' && !isApplicant
        ? row.names.find(({ account }) => account === by.account)?.name
        : undefined,
    post: post?.title,
    ...outcomeOf(chain, event, step),
    ...(shows ? wordsOf(row, event) : {}),
    findings: event.type === 'checked' ? event.findings : undefined,
    dueAt: event.type === 'entered' ? event.dueAt : undefined,
  };
}

/** Keys of places and tasks begin with their step. */
function stepOfEvent(event: DossierEvent): string | undefined {
  if (event.type === 'entered') return event.step;
  const key = 'task' in event ? event.task : 'place' in event ? event.place : undefined;
  return key?.replace(/(\.\d+)+$/, '');
}

function outcomeOf(chain: Chain, event: DossierEvent, step: string | undefined) {
  if (event.type !== 'decided' || step === undefined) return {};
  const outcome = reviewOf(chain, step)?.outcomes.find(({ key }) => key === event.outcome);
  return { outcome: outcome?.title, act: event.act };
}

function wordsOf({ notes }: Row, event: DossierEvent) {
  if (!('note' in event) || !event.note) return {};
  const { id } = event.note;
  const body = notes.find((note) => note.id === id)?.body;
  if (typeof body === 'string') return { note: body };
  return { items: (body as { items?: SupplementItem[] } | undefined)?.items };
}

async function colleaguesOf(transaction: Transaction, state: Row['state'], offers: readonly Offer[]) {
  const task = offers.find(({ command, because }) => command === 'assign' && because === undefined)?.task;
  if (task === undefined || state.status !== 'open') return [];
  const post = state.places.flatMap(({ asked }) => asked).find(({ key }) => key === task)?.post;
  return transaction.query<{ account: string; name: string }>(
    `SELECT h.account_id AS account, a.name FROM holding h JOIN account a USING (account_id)
     WHERE h.post_id = $1 AND h.valid_from <= (door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date
       AND (h.valid_to IS NULL OR (door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date < h.valid_to) ORDER BY a.name`,
    [post],
  );
}

/** Where a misdirected dossier may go, while it is at reception. */
async function elsewhere(transaction: Transaction, state: Row['state'], offers: readonly Offer[]) {
  const mayForward = offers.some(({ command, because }) => command === 'forwardReception' && because === undefined);
  if (!mayForward) return [];
  return transaction.query<{ unit: string; name: string }>(
    `SELECT DISTINCT u.unit_id AS unit, u.name FROM unit u JOIN unit c ON c.unit_id = $1 AND subpath(u.path, 0, 1) = subpath(c.path, 0, 1)
       JOIN office_function f ON f.unit_id = u.unit_id AND f.function = 'reception'
     WHERE u.tier = 'commune' AND u.unit_id <> $1 ORDER BY u.name`,
    [state.submission.receptionUnit],
  );
}

const PAGE = `
SELECT d.applicant_id, d.commune_id, d.district_id, d.province_id, d.reception_unit_id, d.village_id, d.training, d.lookup_code, d.state,
  door.now() AS now,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('number', number, 'formId', form_id, 'document', document) ORDER BY number DESC), '[]')
   FROM revision r WHERE r.dossier_id = d.dossier_id) AS revisions,
  (SELECT jsonb_agg(jsonb_build_object('sequence', sequence, 'data', data) ORDER BY sequence) FROM event e WHERE e.dossier_id = d.dossier_id) AS events,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', note_id, 'kind', kind, 'body', body)), '[]') FROM note n WHERE n.dossier_id = d.dossier_id) AS notes,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('step', step, 'formId', form_id, 'at', at, 'document', document) ORDER BY entry_id), '[]')
   FROM entry n WHERE n.dossier_id = d.dossier_id) AS entries,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', attachment_id, 'field', field, 'name', name, 'mediaType', media_type, 'bytes', bytes)
     ORDER BY attachment_id), '[]') FROM attachment a WHERE a.dossier_id = d.dossier_id) AS files,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', paper_id, 'kind', p.kind, 'at', p.at, 'content', content, 'number', n.number) ORDER BY paper_id), '[]')
   FROM paper p LEFT JOIN paper_number n ON n.dossier_id = p.dossier_id AND n.kind = p.kind WHERE p.dossier_id = d.dossier_id) AS papers,
  (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('account', a.account_id, 'name', a.name)), '[]') FROM account a
   WHERE a.account_id IN (SELECT (e.data #>> '{by,account}')::uuid FROM event e WHERE e.dossier_id = d.dossier_id AND e.data #>> '{by,kind}' = 'official')) AS names,
  (SELECT coalesce(jsonb_agg(DISTINCT jsonb_build_object('post', p.post_id, 'title', jsonb_build_object('vi', p.title, 'en', p.title_en),
     'office', o.name, 'unit', u.name, 'telephone', coalesce(o.telephone, u.telephone))), '[]')
   FROM post p JOIN office o USING (office_id) JOIN unit u ON u.unit_id = p.unit_id WHERE p.post_id IN (
     SELECT e.data #>> '{by,post}' FROM event e WHERE e.dossier_id = d.dossier_id
     UNION SELECT t ->> 'post' FROM jsonb_path_query(d.state, '$.places[*].asked[*]') AS t)) AS posts,
  (SELECT jsonb_build_object('document', document, 'note', note) FROM entry_draft x WHERE x.dossier_id = d.dossier_id AND x.account_id = $2
   ORDER BY updated_at DESC LIMIT 1) AS draft
FROM dossier d WHERE d.dossier_id = $1`;
