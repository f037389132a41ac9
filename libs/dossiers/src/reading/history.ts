import {
  type Actor,
  type Chain,
  type DossierEvent,
  type Opinion,
  reviewOf,
  type SigningOrder,
  stepOfKey,
} from '@trinhduyet/approval';
import type { LocalText } from '@trinhduyet/programme';
import type { SupplementItem } from '../writing/input';
import { titleOf } from '../writing/read-model';
import type { PageRow } from './page-row';
import { wordsFor } from './words';

/** What is told of an event: mostly what it is; a step that was skipped was not arrived at. */
export type Told = DossierEvent['type'] | 'skipped' | 'rerouted';

function toldOf(event: DossierEvent): Told {
  if (event.type === 'entered' && event.skipped) return 'skipped';
  return event.type === 'unstuck' && event.outcome !== undefined ? 'rerouted' : event.type;
}

/** One event of the history as a page tells it: what, when, who by name and post, and its words where one may see them. */
export interface HistoryLine {
  readonly sequence: number;
  readonly type: Told;
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
  /** Of an extension or a recount: the day promised before, and the one promised instead. */
  readonly promised?: { readonly before: string; readonly now: string };
  /** Whom the event asks, gives the task to, or asks no more. */
  readonly whom?: LocalText;
  /** How a further signer stands to the one who added them. */
  readonly how?: SigningOrder;
  /** What a consulted office said, or a further signer. */
  readonly opinion?: Opinion;
  /** On which ground the clock was stopped. */
  readonly ground?: LocalText;
  /** Of a recount: the due dates that moved. */
  readonly moved?: readonly { readonly step: LocalText; readonly before?: string; readonly now?: string }[];
}

/** Kept out of an applicant's history: what the office does among itself. */
const INTERNAL: ReadonlySet<Told> = new Set<Told>([
  'skipped',
  'rerouted',
  'left',
  'consentAsked',
  'consented',
  'consentRefused',
  'claimed',
  'released',
  'assigned',
  'reminded',
  'escalated',
  'raised',
  'remindedAgain',
  'unstuck',
  'lookedAgain',
  'handedOver',
  'checked',
  'transcribed',
  'concluded',
  'signerAdded',
  'cosigned',
  'consulted',
  'opined',
  'askTakenBack',
  'transferred',
  'opened',
  'branchEnded',
  'branchesReopened',
]);

/** Told by what comes before or after them. */
const UNTOLD: ReadonlySet<DossierEvent['type']> = new Set<DossierEvent['type']>([
  'left',
  'concluded',
  'opened',
  'branchEnded',
]);

/** The history as its reader may see it: an applicant without names and inner matters, an administrator without what was written,
 * an official whole. */
export function history(chain: Chain, row: PageRow, reader: Actor['kind']): readonly HistoryLine[] {
  const isApplicant = reader === 'applicant';
  const draw = {
    applicant: forApplicant,
    official: forOfficial,
    administrator: forAdministrator,
    system: forAdministrator,
  }[reader];
  return row.events
    .filter(({ data }) => !UNTOLD.has(data.type) && !(isApplicant && isInternal(data)))
    .map(({ sequence, data }) => ({ ...line(chain, row, sequence, data), ...draw(chain, row, data) }));
}

function line(chain: Chain, row: PageRow, sequence: number, event: DossierEvent): HistoryLine {
  return {
    sequence,
    type: toldOf(event),
    at: event.at,
    post: row.posts.find(({ post }) => event.by.kind === 'official' && post === event.by.post)?.title,
    ...outcomeOf(chain, event),
    findings: event.type === 'checked' || event.type === 'transcribed' ? event.findings : undefined,
    dueAt: event.type === 'entered' ? event.dueAt : undefined,
    ...askedOf(row, event),
    ground: event.type === 'suspended' ? chain.suspensions?.find(({ key }) => key === event.ground)?.title : undefined,
    promised: promisedOf(event),
    moved: event.type === 'recounted' ? movedOf(chain, event) : undefined,
  };
}

function askedOf({ posts }: PageRow, event: DossierEvent): Pick<HistoryLine, 'whom' | 'how' | 'opinion'> {
  if (event.type === 'cosigned') return { opinion: event.agrees ? 'agree' : 'disagree' };
  if (event.type === 'opined') return { opinion: event.opinion };
  if (event.type !== 'signerAdded' && event.type !== 'consulted' && event.type !== 'transferred') return {};
  const whom = posts.find(({ post }) => post === event.asked.post)?.title;
  return { whom, ...(event.type === 'signerAdded' ? { how: event.asked.added?.how } : {}) };
}

/** What the applicant is told of a recount is that another day is promised. */
function isInternal(event: DossierEvent): boolean {
  return INTERNAL.has(event.type) || (event.type === 'recounted' && !event.promised);
}

function promisedOf(event: DossierEvent): HistoryLine['promised'] {
  if (event.type === 'extended') return { before: event.from, now: event.promisedOn };
  if (event.type !== 'recounted' || !event.promised) return undefined;
  return { before: event.promised.from, now: event.promised.to };
}

function movedOf(chain: Chain, { places }: Extract<DossierEvent, { type: 'recounted' }>): HistoryLine['moved'] {
  return places
    .filter(({ dueAt, was }) => dueAt !== was.dueAt)
    .map(({ place, dueAt, was }) => ({
      step: titleOf(chain, { step: stepOfKey(place) }),
      before: was.dueAt,
      now: dueAt,
    }));
}

function forApplicant(chain: Chain, row: PageRow, event: DossierEvent) {
  const step = stepOfEvent(event);
  const isTold = event.type === 'decided' ? event.act === 'reject' : event.type !== 'recalled';
  return {
    step: step === undefined ? undefined : wordsFor(chain, step),
    moved: undefined,
    ...(isTold ? wordsOf(row, event) : {}),
  };
}

/** What happened and who did it, without what was written: the reader administers, and has no part in the matter. */
function forAdministrator(chain: Chain, row: PageRow, event: DossierEvent) {
  const step = stepOfEvent(event);
  return {
    step: step === undefined ? undefined : titleOf(chain, { step }),
    who: row.names.find(({ account }) => event.by.kind === 'official' && account === event.by.account)?.name,
  };
}

function forOfficial(chain: Chain, row: PageRow, event: DossierEvent) {
  return { ...forAdministrator(chain, row, event), ...wordsOf(row, event) };
}

function stepOfEvent(event: DossierEvent): string | undefined {
  if (event.type === 'entered') return event.step;
  const key = 'task' in event ? event.task : 'place' in event ? event.place : undefined;
  return key === undefined ? undefined : stepOfKey(key);
}

function outcomeOf(chain: Chain, event: DossierEvent) {
  const step = stepOfEvent(event);
  if (event.type !== 'decided' || step === undefined) return {};
  const outcome = reviewOf(chain, step)?.outcomes.find(({ key }) => key === event.outcome);
  return { outcome: outcome?.title, act: event.act };
}

function wordsOf({ notes }: PageRow, event: DossierEvent) {
  if (!('note' in event) || !event.note) return {};
  const { id } = event.note;
  const body = notes.find((note) => note.id === id)?.body;
  if (typeof body === 'string') return { note: body };
  return { items: (body as { items?: SupplementItem[] } | undefined)?.items };
}
