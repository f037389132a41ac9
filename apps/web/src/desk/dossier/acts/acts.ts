import type { Schema } from '@trinhduyet/api-client';

type Offer = Schema<'OfferView'>;
type Place = Schema<'PlaceView'>;
export type Outcome = NonNullable<Place['outcomes']>[number];

const ACTS = [
  ...(['decide', 'receive', 'askSupplement', 'refuseReception'] as const),
  ...(['askConsent', 'consent', 'refuseConsent'] as const),
  ...(['forwardReception', 'extend', 'assign', 'claim', 'release'] as const),
] as const;
export type ActCommand = (typeof ACTS)[number];

/** Not to receive a dossier is lawful for these reasons only. */
export const REFUSALS = ['NOT_COMPETENT', 'NOT_IN_SCOPE', 'DUPLICATE_OPEN_DOSSIER', 'FORGED_PAPER'] as const;
export type Refusal = (typeof REFUSALS)[number];

/** Something that an official could do at a step: now, or not, and then why. */
export interface Act {
  readonly key: string;
  readonly command: ActCommand;
  readonly task: string;
  /** Of a decision: which one. A check that is done by hand has only the key of its result. */
  readonly outcome?: Partial<Outcome> & Pick<Outcome, 'key'>;
  readonly targets: NonNullable<Offer['targets']>;
  readonly because?: Offer['because'];
  /** Of what is too early: from when on it is lawful. */
  readonly from?: string;
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
]);

/** Shown also when it is too late for it: why another day cannot be promised is worth knowing. */
const EXPLAINED: ReadonlySet<ActCommand> = new Set<ActCommand>(['extend']);

export function actsOf({ offers, places }: Pick<Schema<'DossierView'>, 'offers' | 'places'>): Acts {
  const acts = offers
    .flatMap((offer) => actOf(offer, places) ?? [])
    .filter(({ because }) => because === undefined || !BESIDE_THE_POINT.has(because.code));
  const answers = acts.filter(({ command }) => ANSWERS.has(command));
  const step = answers.length > 0 ? answers : ORDER.flatMap((belongs) => acts.filter(belongs));
  const more = acts.filter((act) => !step.includes(act) && (act.because === undefined || EXPLAINED.has(act.command)));
  const closed = sharedReason(step);
  if (closed) return { beside: [], more: withoutRepetition(more), closed };
  const [main, ...beside] = step;
  return { main, beside, more: withoutRepetition(more) };
}

/** What a head is asked comes before whatever else could be done. */
const ANSWERS: ReadonlySet<ActCommand> = new Set<ActCommand>(['consent', 'refuseConsent']);

const isReturn = ({ outcome }: Act) => outcome?.act === 'return';

/** The acts of the step from left to right. */
const ORDER: readonly ((act: Act) => boolean)[] = [
  (act) => act.command === 'decide' && !isReturn(act),
  ({ command }) => command === 'receive',
  ({ command }) => command === 'askSupplement',
  ({ command }) => command === 'askConsent',
  isReturn,
  ({ command }) => command === 'refuseReception',
];

function actOf({ command, task, outcome, targets, because, from }: Offer, places: readonly Place[]): Act | undefined {
  const known = ACTS.find((each) => each === command);
  if (known === undefined || task === undefined) return undefined;
  const place = places.find((each) => each.task === task);
  const found = place?.outcomes?.find(({ key }) => key === outcome);
  return {
    key: [known, task, outcome].filter(Boolean).join(':'),
    command: known,
    task,
    because,
    from,
    outcome: outcome === undefined ? undefined : (found ?? { key: outcome }),
    targets: targets ?? [],
  };
}

/** One reason for everything that waiting does not lift: better one sentence than a row of dead buttons. */
function sharedReason(acts: readonly Act[]): Offer['because'] {
  const [first] = acts;
  const isShared = acts.every(({ because, from }) => from === undefined && because?.code === first?.because?.code);
  return isShared ? first?.because : undefined;
}

/** Taking what one has taken already is lawful, and says nothing. */
function withoutRepetition(acts: readonly Act[]): readonly Act[] {
  const hasTaken = acts.some(({ command }) => command === 'release');
  return acts.filter(({ command }) => command !== 'claim' || !hasTaken);
}

/** What has to be known, or said aloud, before an act is done. */
export type Need = 'why' | 'day' | 'confirmation' | 'target' | 'reason' | 'items' | 'refusal' | 'colleague' | 'unit';

export function needOf({ command, outcome }: Act, note: string): Need | undefined {
  switch (command) {
    case 'decide':
      return outcome && needOfOutcome(outcome, note);
    case 'askSupplement':
      return 'items';
    case 'refuseReception':
      return 'refusal';
    case 'forwardReception':
      return 'unit';
    case 'askConsent':
    case 'refuseConsent':
      return 'why';
    case 'extend':
      return 'day';
    case 'assign':
      return 'colleague';
    case 'receive':
    case 'consent':
    case 'claim':
    case 'release':
      return undefined;
  }
}

function needOfOutcome({ act, reason }: Partial<Outcome>, note: string): Need | undefined {
  if (act === 'approve' || act === 'reject') return 'confirmation';
  if (act === 'return') return 'target';
  return reason === true && note.trim() === '' ? 'reason' : undefined;
}
