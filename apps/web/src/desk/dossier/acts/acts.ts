import type { Schema } from '@trinhduyet/api-client';

type Offer = Schema<'OfferView'>;
type Place = Schema<'PlaceView'>;
export type Outcome = NonNullable<Place['outcomes']>[number];

const ACTS = [
  ...(['decide', 'receive', 'askSupplement', 'refuseReception'] as const),
  ...(['askConsent', 'consent', 'refuseConsent'] as const),
  ...(['forwardReception', 'consult', 'addSigner', 'takeBackAsk', 'transfer', 'extend'] as const),
  ...(['assign', 'claim', 'release', 'cosign', 'opine', 'recall', 'suspend', 'resume', 'urge'] as const),
] as const;
export type ActCommand = (typeof ACTS)[number];

/** Not to receive a dossier is lawful for these reasons only. */
export const REFUSALS = ['NOT_COMPETENT', 'NOT_IN_SCOPE', 'DUPLICATE_OPEN_DOSSIER', 'FORGED_PAPER'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** What somebody who is asked may say: a consulted office all of it, a further signer the first two. */
export const OPINIONS = ['agree', 'disagree', 'no-opinion'] as const;
export type Opinion = (typeof OPINIONS)[number];

/** Something that an official could do at a step: now, or not, and then why. */
export interface Act {
  readonly key: string;
  readonly command: ActCommand;
  /** Empty for what concerns the dossier as a whole. */
  readonly task: string;
  /** Of a decision: which one. A check that is done by hand has only the key of its result. */
  readonly outcome?: Partial<Outcome> & Pick<Outcome, 'key'>;
  readonly targets: NonNullable<Offer['targets']>;
  /** Of an answer to somebody who asked: which one. */
  readonly opinion?: Opinion;
  /** Of what asks another post, or gives it the task: which it may be. */
  readonly posts: readonly string[];
  /** Of an ask that is taken back: whom it was put to. */
  readonly whom?: Asked;
  readonly because?: Offer['because'];
  /** Of what is too early: from when on it is lawful. */
  readonly from?: string;
}

export interface Asked {
  readonly post?: Place['title'];
  readonly office?: string;
}

export interface Acts {
  /** What the step asks for next. */
  readonly main?: Act;
  readonly beside: readonly Act[];
  readonly more: readonly Act[];
  /** Why nothing of the step can be done by this reader, if that is so. */
  readonly closed?: Offer['because'];
}

/** Refusals that only say that an act does not belong to this step, to this person, or to a task nobody has taken. */
const BESIDE_THE_POINT: ReadonlySet<string> = new Set([
  ...(['may-not-extend', 'nothing-promised', 'consent-not-needed', 'no-consent-asked'] as const),
  ...(['may-not-ask-supplement', 'not-at-reception', 'not-claimed', 'not-the-head'] as const),
  ...(['nothing-to-recall', 'nobody-asked'] as const),
]);

/** Shown also when it is too late for it: why another day cannot be promised is worth knowing. */
const EXPLAINED: ReadonlySet<ActCommand> = new Set<ActCommand>(['extend', 'urge']);

export function actsOf({ offers, places }: Pick<Schema<'DossierView'>, 'offers' | 'places'>): Acts {
  const acts = offers
    .flatMap((offer) => actsOfOffer(offer, places))
    .filter(({ because }) => because === undefined || !BESIDE_THE_POINT.has(because.code))
    .filter(({ command }) => command !== 'urge' || waitsForOthers(places));
  const own = new Set(places.flatMap(({ task, mineBy }) => (task !== undefined && mineBy ? [task] : [])));
  const answers = acts.filter(({ command, because }) => because === undefined && ANSWERS.has(command));
  const step = answers.length > 0 ? answers : atStep(acts, own);
  const backwards = acts.filter(({ command }) => command === 'recall');
  const resume = acts.find(({ command, because }) => command === 'resume' && because === undefined);
  const rest = acts.filter((act) => act !== resume && !backwards.includes(act) && !isOfStep(act));
  const others = rest.filter(({ because, command }) => because === undefined || EXPLAINED.has(command));
  const more = inMenu(withoutRepetition(others), own);
  const closed = sharedReason(step);
  if (closed) return { main: resume, beside: backwards, more, closed };
  const [main, ...beside] = [...(resume ? [resume] : []), ...step];
  return { main, beside: [...beside, ...backwards], more };
}

/** Whoever alone is waited for has nobody to urge. */
function waitsForOthers(places: readonly Place[]): boolean {
  return places.some(({ task, mineBy, signers }) =>
    signers ? signers.some(({ standing, isMine }) => standing === 'asked' && !isMine) : task !== undefined && !mineBy,
  );
}

/** Where several are asked, each has their own: what only others may do is not shown beside it. */
function atStep(acts: readonly Act[], own: ReadonlySet<string>): readonly Act[] {
  const step = ORDER.flatMap((belongs) => acts.filter(belongs));
  const mine = step.filter(({ task }) => own.has(task));
  return mine.length > 0 ? mine : step;
}

/** In the order in which they are told above, each once: at one's own task before that of somebody else. */
function inMenu(acts: readonly Act[], own: ReadonlySet<string>): readonly Act[] {
  return ACTS.flatMap((command) => {
    const alike = acts.filter((act) => act.command === command);
    if (command === 'takeBackAsk') return alike;
    const [one] = [...alike.filter(({ task }) => own.has(task)), ...alike];
    return one ? [one] : [];
  });
}

/** What a head is asked comes before whatever else could be done. */
const ANSWERS: ReadonlySet<ActCommand> = new Set<ActCommand>(['consent', 'refuseConsent']);

const isReturn = ({ outcome }: Act) => outcome?.act === 'return';

/** The acts of the step from left to right. */
const ORDER: readonly ((act: Act) => boolean)[] = [
  (act) => act.command === 'decide' && !isReturn(act),
  ({ command }) => command === 'cosign' || command === 'opine',
  ({ command }) => command === 'receive',
  ({ command }) => command === 'askSupplement',
  ({ command }) => command === 'askConsent',
  isReturn,
  ({ command }) => command === 'refuseReception',
];

const isOfStep = (act: Act) => ORDER.some((belongs) => belongs(act));

function actsOfOffer(offer: Offer, places: readonly Place[]): readonly Act[] {
  const { task = '', outcome, targets = [], posts = [], because, from } = offer;
  const command = ACTS.find((each) => each === offer.command);
  if (command === undefined) return [];
  const act: Act = {
    key: [command, task, outcome].filter(Boolean).join(':'),
    command,
    task,
    because,
    from,
    outcome: outcome === undefined ? undefined : outcomeOf(places, task, outcome),
    targets,
    posts,
    whom: command === 'takeBackAsk' ? askedBy(places, task) : undefined,
  };
  if (command === 'cosign') return saying(act, ['agree', 'disagree']);
  return command === 'opine' ? saying(act, OPINIONS) : [act];
}

/** One button for each answer: whoever is asked has it at hand. */
function saying(act: Act, opinions: readonly Opinion[]): readonly Act[] {
  return opinions.map((opinion) => ({ ...act, key: `${act.key}:${opinion}`, opinion }));
}

function outcomeOf(places: readonly Place[], task: string, key: string): Act['outcome'] {
  return places.find((each) => each.task === task)?.outcomes?.find((each) => each.key === key) ?? { key };
}

function askedBy(places: readonly Place[], task: string): Asked | undefined {
  const signer = places.flatMap(({ signers = [] }) => signers).find((each) => each.task === task);
  return signer ?? places.find((each) => each.task === task);
}

/** One reason for everything that waiting does not lift: better one sentence than a row of dead buttons. */
function sharedReason(acts: readonly Act[]): Offer['because'] {
  const reasons = new Map(acts.map(({ because }) => [because?.code, because]));
  if (reasons.has(undefined) || acts.some(({ from }) => from !== undefined)) return undefined;
  // Of several tasks, none of which is the reader's to do now, the reader's own says more than that of somebody else.
  if (reasons.size > 1) reasons.delete('not-your-task');
  return reasons.size === 1 ? [...reasons.values()][0] : undefined;
}

/** Taking what one has taken already is lawful, and says nothing. */
function withoutRepetition(acts: readonly Act[]): readonly Act[] {
  const hasTaken = acts.some(({ command }) => command === 'release');
  return acts.filter(({ command }) => command !== 'claim' || !hasTaken);
}

/** What has to be known, or said aloud, before an act is done. */
export type Need =
  | ('why' | 'day' | 'confirmation' | 'target' | 'reason' | 'items' | 'refusal' | 'colleague' | 'unit')
  | ('signer' | 'question' | 'post' | 'ground' | 'words');

/** What acts ask for that always ask the same. */
const NEEDS: Readonly<Partial<Record<ActCommand, Need>>> = {
  askSupplement: 'items',
  refuseReception: 'refusal',
  forwardReception: 'unit',
  askConsent: 'why',
  refuseConsent: 'why',
  extend: 'day',
  assign: 'colleague',
  addSigner: 'signer',
  consult: 'question',
  transfer: 'post',
  suspend: 'ground',
  resume: 'words',
  recall: 'words',
};

export function needOf({ command, outcome, opinion }: Act, note: string): Need | undefined {
  const isNoteMissing = note.trim() === '';
  if (command === 'decide') return outcome && needOfOutcome(outcome, isNoteMissing);
  // A consulted office always answers in writing, a further signer only when it dissents.
  const isReasonAsked = command === 'opine' || (command === 'cosign' && opinion === 'disagree');
  return isReasonAsked && isNoteMissing ? 'reason' : NEEDS[command];
}

function needOfOutcome({ act, reason }: Partial<Outcome>, isNoteMissing: boolean): Need | undefined {
  if (act === 'approve' || act === 'reject') return 'confirmation';
  if (act === 'return') return 'target';
  return reason === true && isNoteMissing ? 'reason' : undefined;
}
