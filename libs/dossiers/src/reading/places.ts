import type { PrincipalPost } from '@trinhduyet/access';
import {
  branchesStep,
  type Chain,
  isAsked,
  type Open,
  type Place,
  reviewOf,
  type StuckReason,
  type Task,
} from '@trinhduyet/approval';
import type { LocalText } from '@trinhduyet/programme';
import type { PublishedType } from '@trinhduyet/request-types';
import { titleOf } from '../writing/read-model';
import { ownTask, placesFor, type SignerLine, signersOf } from './at-hand';
import type { PageRow } from './page-row';
import { wordsFor } from './words';

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
  /** The official who has it, to officials. */
  readonly holder?: string;
  /** To officials: everybody who signs here, where several do. */
  readonly signers?: readonly SignerLine[];
  /** Of branches: which there are, and how they came out. */
  readonly branches?: readonly { readonly key: string; readonly title: LocalText; readonly outcome?: string }[];
  /** In which branch it runs. */
  readonly branch?: LocalText;
  /** What the reader is asked there is a signature beside somebody else’s. */
  readonly cosigns?: boolean;
  /** Of an opinion: the question, and whether the asker waits for it. */
  readonly question?: string;
  readonly blocking?: boolean;
}

/** As whom a page is read. */
interface Reader {
  readonly type: PublishedType;
  readonly isApplicant: boolean;
  readonly account: string;
  readonly posts: readonly PrincipalPost[];
}

/** The places of a dossier, what the reader is asked first. */
export function placesOf(chain: Chain, row: PageRow, reader: Reader): readonly PlaceLine[] {
  const { state } = row;
  if (state.status !== 'open') return [];
  const { isApplicant, posts } = reader;
  const shown = placesFor(state, reader).filter(({ kind }) => !isApplicant || kind !== 'consultation');
  return shown.map((place): PlaceLine => {
    const { key, step, kind, enteredAt, dueAt, notBefore, stuck } = place;
    const line = { key, step, kind, enteredAt, dueAt, notBefore, stuck };
    const own = ownTask(state, place, reader);
    return {
      ...line,
      title: titleOf(chain, place),
      applicant: wordsFor(chain, step),
      ...askedOf(row, place, own, reader),
      ...(own?.added ? { cosigns: true } : workOf(chain, place, reader.type)),
      ...branchesOf(chain, state, place, isApplicant),
      ...(isApplicant ? {} : { signers: signersOf(chain, row, place, posts), ...questionOf(row, place) }),
    };
  });
}

type AskedOf = Pick<PlaceLine, 'task' | 'office' | 'unit' | 'telephone' | 'mineBy' | 'holder'>;

/** Who is asked there: the reader first, else the first who is. */
function askedOf(row: PageRow, place: Place, own: Task | undefined, { isApplicant, posts }: Reader): AskedOf {
  const task = own ?? place.asked.find((each) => isAsked(place, each)) ?? place.asked[0];
  const asked = row.posts.find(({ post }) => post === task?.post);
  const isMine = posts.some(({ post }) => post === task?.post);
  return {
    task: task?.key,
    office: asked?.office,
    unit: asked?.unit,
    telephone: asked?.telephone ?? undefined,
    mineBy: isMine ? asked?.title : undefined,
    holder: isApplicant ? undefined : holderOf(row, task),
  };
}

/** What a review is about: its form, and what it may come out with. */
function workOf(chain: Chain, { step }: Place, type: PublishedType): Pick<PlaceLine, 'form' | 'outcomes'> {
  const review = reviewOf(chain, step);
  if (!review) return {};
  const outcomes = review.outcomes.map(({ key, act, title, reason, skipsForm }) => ({
    key,
    act,
    title,
    reason: reason === 'required',
    form: review.form !== undefined && act !== 'return' && !skipsForm,
  }));
  return { form: review.form === undefined ? undefined : type.stepForms[review.form]?.pin.id, outcomes };
}

/** How branches came out is the office's own matter, as long as it is at it. */
function branchesOf(
  chain: Chain,
  { places }: Open,
  place: Place,
  isApplicant: boolean,
): Pick<PlaceLine, 'branches' | 'branch'> {
  const titles = (step: string | undefined) => branchesStep(chain, step ?? '')?.branches ?? [];
  const around = places.find(({ key }) => key === place.within?.place);
  const branch = titles(around?.step).find(({ key }) => key === place.within?.branch)?.title;
  const branches = place.branches?.map(({ key, outcome }) => ({
    key,
    outcome: isApplicant ? undefined : outcome,
    title: titles(place.step).find((each) => each.key === key)?.title ?? { vi: key, en: key },
  }));
  return { branches, branch };
}

function questionOf({ events, notes }: PageRow, { key, beside }: Place): Pick<PlaceLine, 'question' | 'blocking'> {
  if (!beside) return {};
  const asked = events.find(({ data }) => data.type === 'consulted' && data.place === key)?.data;
  const body = asked?.type === 'consulted' ? notes.find(({ id }) => id === asked.note.id)?.body : undefined;
  return { question: typeof body === 'string' ? body : undefined, blocking: beside.blocking };
}

function holderOf({ names }: PageRow, task: Task | undefined): string | undefined {
  const holder = task?.claimedBy ?? task?.assignee;
  return names.find(({ account }) => account === holder)?.name;
}
