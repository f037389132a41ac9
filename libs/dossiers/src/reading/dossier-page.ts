import type { DossierRow } from '@trinhduyet/access';
import {
  askable,
  type Chain,
  type DossierState,
  heading,
  inTransit,
  lawful,
  type Offer,
  reviewOf,
  taskAt,
  pinsOf,
} from '@trinhduyet/approval';
import { dayOf, type Instant } from '@trinhduyet/calendar';
import { addresseesOf, type CalendarOf, type PostInWords, receptionUnits } from '@trinhduyet/directory';
import { type Data, type FieldClass, type Pointer, projected, type Projection } from '@trinhduyet/form';
import { heldOn, TODAY, type Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { PublishedForm, PublishedType, RequestTypes } from '@trinhduyet/request-types';
import { nextNumber } from '../papers/numbers';
import { amountIn } from '../writing/documents';
import { rowOf, titleOf, along } from '../writing/read-model';
import { type Looking, placesFor } from './at-hand';
import { type PlaceLine, placesOf } from './places';
import { history, type HistoryLine } from './history';
import { load, type PageRow } from './page-row';
import { actorOfReader, classesFor, entrySeen, isBetweenOffices, isFileSeen } from './reader';

export interface PageParts {
  readonly transaction: Transaction;
  readonly types: RequestTypes;
  readonly calendarOf: CalendarOf;
}

export interface StepEntry {
  readonly step: LocalText;
  readonly form?: PublishedForm;
  readonly at: string;
  readonly document: Projection;
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
  readonly issued: boolean;
}

export interface Numbering {
  readonly number: { readonly at: Pointer; readonly value: string };
  readonly issuedOn: { readonly at: Pointer; readonly value: string };
}

/** What the reader could do, and of what asks somebody: whom. */
export type OfferLine = Offer & { readonly posts?: readonly string[] };

export interface DossierPage {
  readonly id: string;
  readonly requestType: PublishedType;
  readonly chain: Chain;
  readonly isApplicant: boolean;
  readonly row: DossierRow;
  readonly training: boolean;
  readonly lookupCode: string;
  /** Village and commune. */
  readonly placeName: string;
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
  readonly offers: readonly OfferLine[];
  readonly colleagues: readonly { readonly account: string; readonly name: string }[];
  /** Posts along the ladder that the reader may ask for an opinion or signature, or give the task to. */
  readonly addressees: readonly PostInWords[];
  readonly receptionUnits: readonly { readonly unit: string; readonly name: string }[];
  /** Of a dossier that came on paper: the checklist with what was handed over, and whether the form is typed in. */
  readonly counter?: {
    readonly transcribed: boolean;
    readonly papers: readonly {
      readonly key: string;
      readonly title: LocalText;
      readonly field?: string;
      readonly isThere: boolean;
    }[];
    /** Answers that the portal asks for, and that may be missing on paper. */
    readonly optional: readonly Pointer[];
  };
  /** What was last proposed, where the step at hand names an amount of its own: a beginning for its form. */
  readonly proposal?: { readonly at: Pointer; readonly amount: number };
  /** At a step that numbers a paper: the next number that was set aside, and today, to begin its form with. */
  readonly numbering?: Numbering;
  /** What the reader has begun to write last, and at which step. */
  readonly draft?: { readonly step: string; readonly document: Data; readonly note: string };
}

/** Everything that one person may see of one dossier, and what they may do with it now: asked of the same core that judges. */
export async function dossierPage(parts: PageParts, id: string, account: string): Promise<DossierPage> {
  const { transaction, types, calendarOf } = parts;
  const row = await load(transaction, id, account);
  const { state } = row;
  const { type: requestType, chain } = await types.pinned(transaction, pinsOf(state));
  const dossierRow = rowOf(row);
  const isApplicant = row.applicant_id === account;
  const reader = { account, posts: transaction.posts, row: dossierRow };
  const actor = actorOfReader(reader, state);
  const counting = { calendar: calendarOf(row.commune_id), calendarOf };
  const context = { at: row.now, actor, ...counting, offer: anyOffer(chain, state) };
  const offers = lawful(chain, state, context);
  const addressees = await addresseesFor(transaction, dossierRow, offers);
  const [revision, before] = row.revisions;
  const sees = classesFor(reader, chain, state);
  const { form } = requestType;
  return {
    id,
    requestType,
    chain,
    isApplicant,
    row: dossierRow,
    state,
    form,
    offers: offers.map((offer) => ({ ...offer, posts: askable(chain, state, offer, { ...context, addressees }) })),
    training: row.training,
    lookupCode: row.lookup_code,
    placeName: row.place_name,
    inTransit: inTransit(state),
    headingFor: heading(chain, state).map((step) => titleOf(chain, { step })),
    places: placesOf(chain, row, { type: requestType, isApplicant, account, posts: transaction.posts }),
    document: projected(form.plan, revision?.document ?? {}, sees),
    previous: before && !isApplicant ? projected(form.plan, before.document, sees).data : undefined,
    history: history(chain, row, actor.kind),
    files: row.files.filter((file) => isFileSeen(form, file, sees)),
    entries: isApplicant ? [] : row.entries.map((entry) => entryOf(requestType, chain, entry, sees)),
    papers: row.papers
      .filter(({ kind }) => !isApplicant || !isBetweenOffices(chain, kind))
      .map(({ content, ...paper }) => ({ ...paper, title: content.title })),
    colleagues: await colleaguesOf(transaction, state, offers),
    addressees,
    receptionUnits: await elsewhere(transaction, { row: dossierRow, state, now: row.now }, offers),
    counter: counterOf(requestType, state),
    proposal: isApplicant ? undefined : proposalOf(chain, row, reader),
    numbering: await numberingOf(transaction, chain, row, { type: requestType, reader }),
    draft: row.draft ?? undefined,
  };
}

function entryOf(
  { stepForms }: PublishedType,
  chain: Chain,
  { step, formId, at, document }: PageRow['entries'][0],
  sees: readonly FieldClass[],
): StepEntry {
  const form = Object.values(stepForms).find(({ pin }) => pin.id === formId);
  return { step: titleOf(chain, { step }), form, at, document: entrySeen(form, document, sees) };
}

function counterOf({ definition, checklist }: PublishedType, { submission }: PageRow['state']): DossierPage['counter'] {
  const { counter } = submission;
  if (!counter) return undefined;
  const papers = checklist.map(({ key, title, field }) => ({
    key,
    title,
    field,
    isThere: counter.papers.includes(key),
  }));
  return { transcribed: counter.transcribed, papers, optional: [definition.roles.phone] };
}

function proposalOf(chain: Chain, { state, entries }: PageRow, looking: Looking): DossierPage['proposal'] {
  const [place] = placesFor(state, looking);
  const at = place && reviewOf(chain, place.step)?.amount;
  if (at === undefined) return undefined;
  const amounts = entries.flatMap(({ step, document }) => {
    const amount = amountIn(reviewOf(chain, step), document);
    return amount === undefined ? [] : [amount];
  });
  const amount = amounts.at(-1);
  return amount === undefined ? undefined : { at, amount };
}

/** For whoever numbers here: read once more only at such a step. */
async function numberingOf(
  transaction: Transaction,
  chain: Chain,
  { state, now }: PageRow,
  { type: { papers }, reader }: { readonly type: PublishedType; readonly reader: Looking },
): Promise<Numbering | undefined> {
  const [place] = placesFor(state, reader);
  const numbers = place && reviewOf(chain, place.step)?.numbers;
  const unit = place?.asked.find((task) => transaction.posts.some(({ post }) => post === task.post))?.unit;
  const register = numbers && papers[numbers.paper]?.symbol;
  if (!numbers || unit === undefined || register === undefined) return undefined;
  const today = dayOf(now);
  const value = await nextNumber(transaction, { unit, register, year: Number(today.slice(0, 4)) });
  if (value === undefined) return undefined;
  return { number: { at: numbers.number, value }, issuedOn: { at: numbers.issuedOn, value: today } };
}

/** Reception is judged as if a chain were there; whether one is, the act itself finds out. */
function anyOffer(chain: Chain, state: PageRow['state']) {
  const { pins, competentUnit } = state.submission;
  return { code: '', pins, chain, ladder: [], competentUnit };
}

const ASKS: ReadonlySet<string> = new Set(['consult', 'addSigner', 'transfer']);

/** Read only where the reader may ask somebody. */
async function addresseesFor(transaction: Transaction, row: DossierRow, offers: readonly Offer[]) {
  const mayAsk = offers.some(({ command, because }) => because === undefined && ASKS.has(command));
  return mayAsk ? addresseesOf(transaction, along(row)) : [];
}

async function colleaguesOf(transaction: Transaction, state: PageRow['state'], offers: readonly Offer[]) {
  const task = offers.find(({ command, because }) => command === 'assign' && because === undefined)?.task;
  const asked = task === undefined ? undefined : taskAt(state, task);
  if (!asked) return [];
  return transaction.query<{ account: string; name: string }>(
    `SELECT DISTINCT account_id AS account, a.name FROM post p JOIN holding h USING (post_id) JOIN account a USING (account_id)
     WHERE p.post_id = $1 AND ${heldOn(TODAY)} ORDER BY a.name`,
    [asked.task.post],
  );
}

/** Where a misdirected dossier may go, while it is at reception. */
async function elsewhere(
  transaction: Transaction,
  { row, state, now }: { row: DossierRow; state: PageRow['state']; now: Instant },
  offers: readonly Offer[],
) {
  const mayForward = offers.some(({ command, because }) => command === 'forwardReception' && because === undefined);
  if (!mayForward) return [];
  const units = await receptionUnits(transaction, row.communeId, dayOf(now));
  return units.filter(({ unit }) => unit !== state.submission.receptionUnit);
}
