import { dayOf } from '@trinhduyet/calendar';
import { SKIPPED } from './conditions';
import type { DossierEvent, EventOf, EventType } from './event';
import * as branching from './evolve-branches';
import { onPlace, onTask, placeOf, settlePlace, settleTask } from './evolve-places';
import * as signing from './evolve-signing';
import { cosignersAwaited } from './signing';
import {
  type AtCounter,
  type DossierState,
  type Ended,
  type Open,
  type Place,
  type Task,
  UNSUBMITTED,
  type Visit,
} from './state';

/** Events that somebody who is about to decide must have seen. */
const MATERIAL: ReadonlySet<EventType> = new Set<EventType>([
  'submitted',
  'transcribed',
  'received',
  'receptionRefused',
  'receptionForwarded',
  'supplementAsked',
  'supplemented',
  'supplementLapsed',
  'decided',
  'cosigned',
  'opined',
  'recalled',
  'checked',
  'withdrawn',
  'ended',
]);

/** The state after a record, whole or from a stored state on. The row of the dossier keeps the same, with its sequence. */
export function fold(events: readonly DossierEvent[], from: DossierState = UNSUBMITTED): DossierState {
  return events.reduce(evolve, from);
}

/** Folds one recorded fact into the state. Never refuses: what is recorded has happened. Branches that were released are frozen. */
export function evolve(state: DossierState, event: DossierEvent): DossierState {
  const sequence = state.sequence + 1;
  const material = MATERIAL.has(event.type) ? sequence : state.material;
  if (event.type === 'submitted') return { ...submitted(event), sequence, material };
  if (state.status !== 'open') return state;
  if (event.type === 'ended') return { ...ended(state, event), sequence, material };
  return { ...(FOLDS[event.type] as Fold<WithinOpen>)(state, event), sequence, material };
}

function submitted(event: EventOf<'submitted'>): Omit<Open, 'sequence' | 'material'> {
  const { at, by, pins, receptionUnit, competentUnit, village, counter } = event;
  const account = by.kind === 'system' ? '' : by.account;
  const submission = {
    at,
    by: counter?.applicant ?? account,
    pins,
    receptionUnit,
    competentUnit,
    ...(village === undefined ? {} : { village }),
    ...(counter ? { counter: { filedBy: account, papers: counter.papers, transcribed: false } } : {}),
  };
  return { status: 'open', submission, places: [], visits: [], pauses: [] };
}

function ended(
  { places: _, withdrawnAt: __, suspended: ___, urgedAt: ____, ...state }: Open,
  event: EventOf<'ended'>,
): Ended {
  return { ...state, status: 'ended', ending: event.ending, endedAt: event.at };
}

type WithinOpen = Exclude<EventType, 'submitted' | 'ended'>;
type Fold<T extends WithinOpen> = (state: Open, event: EventOf<T>) => Open;

/** What each fact makes of an open dossier; one that is missing here does not compile. */
const FOLDS: { readonly [T in WithinOpen]: Fold<T> } = {
  entered: (state, event) => ({ ...state, places: [...state.places, entered(event)] }),
  left,
  transcribed: (state) => atCounter(state, { transcribed: true }),
  received: (state, event) => settleTask(received(state, event), event.task, { outcome: 'received', at: event.at }),
  receptionRefused: (state, event) => settleTask(state, event.task, { outcome: 'refused', at: event.at }),
  receptionForwarded: (state, event) =>
    settleTask(forwarded(state, event), event.task, { outcome: 'forwarded', at: event.at }),
  supplementAsked: (state, event) =>
    settleTask(paused(state, event), event.task, { outcome: 'supplement', at: event.at, until: event.until }),
  supplemented: (state, event) =>
    settlePlace(answered(moved(resumed(state, event), event), event), event.place, {
      outcome: 'answered',
      at: event.at,
    }),
  supplementLapsed: (state, event) =>
    settlePlace(resumed(state, event), event.place, { outcome: 'lapsed', at: event.at }),
  extended,
  consentAsked: (state, event) => consented(state, event.task, {}),
  consented: (state, event) => consented(state, event.task, { answer: 'given' }),
  consentRefused: (state, event) => consented(state, event.task, { answer: 'refused' }),
  decided,
  checked: (state, event) => settlePlace(state, event.place, { outcome: event.outcome, at: event.at }),
  issued: (state, event) => settlePlace(state, event.place, { outcome: 'issued', at: event.at }),
  assigned: (state, event) =>
    onTask(state, event.task, (task) => ({ ...task, assignee: event.to, claimedBy: undefined })),
  claimed: (state, event) =>
    onTask(state, event.task, (task) => (event.by.kind === 'system' ? task : { ...task, claimedBy: event.by.account })),
  released: (state, event) => onTask(state, event.task, (task) => ({ ...task, claimedBy: undefined })),
  handedOver: (state, event) =>
    onPlace(state, event.place, (place) => ({ ...place, asked: event.asked, dueAt: event.dueAt })),
  unstuck: (state, event) => onPlace(state, event.place, (place) => unstuck(place, event)),
  reminded: (state, event) => onPlace(state, event.place, (place) => ({ ...place, reminded: true })),
  escalated: (state, event) => onPlace(state, event.place, (place) => escalated(place, event)),
  raised: (state, event) => onPlace(state, event.place, (place) => ({ ...place, leaderAt: undefined })),
  remindedAgain: (state, event) => onPlace(state, event.place, (place) => ({ ...place, againAt: event.againAt })),
  recounted,
  withdrawn: (state, event) => ({ ...state, withdrawnAt: event.at }),
  concluded: signing.concluded,
  signerAdded: signing.signerAdded,
  cosigned: signing.cosigned,
  consulted: signing.consulted,
  opined: (state, event) => settleTask(state, event.task, { outcome: event.opinion, at: event.at }),
  askTakenBack: signing.askTakenBack,
  transferred: (state, event) => signing.replaced(state, event.task, event.asked),
  opened: (state, event) => onTask(state, event.task, (task) => ({ ...task, opened: true })),
  recalled: signing.recalled,
  suspended,
  resumed: (state, event) => restarted(resumed(state, event), event),
  urged: (state, event) => ({ ...state, urgedAt: event.at }),
  branchEnded: branching.ended,
  branchesReopened: branching.reopened,
  lookedAgain: (state) => state,
};

function entered(event: EventOf<'entered'>): Place {
  const { place, step, kind, round, at, asked, dueAt, remindAt, notBefore, stuck, skipped } = event;
  const next = { resumeTo: event.resumeTo, andThen: event.andThen };
  const origin = { from: event.from, within: event.within, branches: event.branches };
  const timing = { enteredAt: at, dueAt, remindAt, notBefore };
  const entry = {
    key: place,
    step,
    kind,
    round,
    ...timing,
    asked,
    ...next,
    ...origin,
    stuck,
    reminded: false,
    escalated: false,
  };
  return skipped ? { ...entry, settled: { outcome: SKIPPED, at } } : entry;
}

function unstuck(place: Place, { asked, outcome, at }: EventOf<'unstuck'>): Place {
  const freed = { ...place, asked, stuck: undefined };
  return outcome === undefined ? freed : { ...freed, settled: { outcome, at } };
}

function left(state: Open, event: EventOf<'left'>): Open {
  const place = state.places.find(({ key }) => key === event.place);
  if (!place) return state;
  const { key, step, round, enteredAt, settled } = place;
  const outcome = settled?.outcome ?? (state.withdrawnAt === undefined ? 'not-needed' : 'withdrawn');
  const visit: Visit = { key, step, round, enteredAt, leftAt: event.at, outcome, decidedBy: settled?.by };
  const visits = [...state.visits, { ...visit, ...remembered(place, event.returned) }];
  return { ...state, places: state.places.filter((other) => other !== place), visits };
}

/** What a return or a recall may need of a place that was left. Records of before these could be know no origin. */
function remembered(place: Place, returned: true | undefined): Partial<Visit> {
  const { from, within, resumeTo, andThen, amountSet, settled, asked, branches, stops } = place;
  const signed = asked.filter((task) => task.signed);
  const signers = [...new Set(signed.flatMap((task) => (task.signed ? [task.signed.by] : [])))];
  const isWhole = ({ key, added }: Task) => !added && !cosignersAwaited(asked, key);
  const signatures = signed.length > 0 ? { signers, kept: signed.filter(isWhole) } : {};
  if (from === undefined) return { ...signatures, ...(stops ? { stops } : {}) };
  const isReturn = settled?.returnTo !== undefined && settled.outcome !== 'recalled';
  return {
    ...signatures,
    ...{ from, within, resumeTo, andThen, amountSet, branches, stops },
    decidedTask: settled?.task,
    decidedPost: asked.find(({ key }) => key === settled?.task)?.post,
    returned: returned ?? (isReturn ? true : undefined),
  };
}

function received(state: Open, event: EventOf<'received'>): Open {
  const { receivedAt, receivedOn, code, workingDays, promisedOn, pins, ladder, competentUnit } = event;
  const reception = { at: receivedAt, on: receivedOn, code, workingDays, promisedOn, pins, ladder };
  return { ...state, reception, submission: { ...state.submission, competentUnit } };
}

function forwarded(state: Open, event: EventOf<'receptionForwarded'>): Open {
  return { ...state, submission: { ...state.submission, receptionUnit: event.to, competentUnit: event.to } };
}

function paused(state: Open, event: EventOf<'supplementAsked'>): Open {
  if (!state.reception) return state;
  const reception = { ...state.reception, promisedOn: undefined };
  return { ...state, reception, pauses: [...state.pauses, { from: dayOf(event.at) }] };
}

function extended(state: Open, { from, promisedOn, workingDays }: EventOf<'extended'>): Open {
  if (!state.reception) return state;
  return { ...state, reception: { ...state.reception, promisedOn, extension: { from, workingDays } } };
}

function suspended(state: Open, { at, ground }: EventOf<'suspended'>): Open {
  const stopped = { ...state, suspended: { at, ground } };
  if (!state.reception) return stopped;
  const reception = { ...state.reception, promisedOn: undefined };
  return { ...stopped, reception, pauses: [...state.pauses, { from: dayOf(at) }] };
}

/** The limits of all places, moved on by the time that the clock stood still. */
function restarted(state: Open, { limits, resumedOn }: EventOf<'resumed'>): Open {
  const stop = { from: dayOf(state.suspended?.at ?? ''), to: resumedOn };
  const places = state.places.map((place) => {
    const { place: _, ...timing } = limits.find((each) => each.place === place.key) ?? { place: undefined };
    return { ...place, ...timing, stops: [...(place.stops ?? []), stop] };
  });
  return { ...state, suspended: undefined, places };
}

function resumed(state: Open, event: EventOf<'supplemented'> | EventOf<'supplementLapsed'> | EventOf<'resumed'>): Open {
  if (!state.reception) return state;
  const pauses = state.pauses.map((pause) => (pause.to === undefined ? { ...pause, to: event.resumedOn } : pause));
  const promised = event.promisedOn === undefined ? {} : { promisedOn: event.promisedOn };
  return { ...state, pauses, reception: { ...state.reception, ...promised } };
}

function moved(state: Open, { village }: EventOf<'supplemented'>): Open {
  return village === undefined ? state : { ...state, submission: { ...state.submission, village } };
}

/** The applicant answers with the whole form; papers brought to the counter leave it as it is. */
function answered(state: Open, { by, papers }: EventOf<'supplemented'>): Open {
  return atCounter(state, { ...(papers ? { papers } : {}), ...(by.kind === 'applicant' ? { transcribed: true } : {}) });
}

function atCounter(state: Open, change: Partial<AtCounter>): Open {
  const { counter } = state.submission;
  return counter ? { ...state, submission: { ...state.submission, counter: { ...counter, ...change } } } : state;
}

function decided(state: Open, event: EventOf<'decided'>): Open {
  if (event.pending) return signing.signed(state, event);
  const { outcome, act, at, returnTo, resume, amount, task } = event;
  const by = event.by.kind === 'official' ? event.by.account : undefined;
  const known = placeOf(state, task)?.from === undefined ? {} : { task };
  const after = settleTask(state, task, { outcome, at, by, returnTo, resume, ...known });
  return act === 'approve' && amount !== undefined ? signing.withAmount(after, task, amount) : after;
}

function consented(state: Open, task: string, consent: NonNullable<Place['consent']>): Open {
  const place = placeOf(state, task);
  return place ? onPlace(state, place.key, (each) => ({ ...each, consent })) : state;
}

function escalated(place: Place, { leaderAt, againAt }: EventOf<'escalated'>): Place {
  return { ...place, reminded: true, escalated: true, leaderAt, againAt };
}

/** What is not late any more is as if it had never been; who was told of it then will be told again, should it be late again. */
function recounted(state: Open, { at, places, promised }: EventOf<'recounted'>): Open {
  const after = places.reduce((reached, { place: key, was: _, ...timing }) => {
    const isBack = timing.dueAt !== undefined && timing.dueAt > at;
    const change = isBack ? { ...timing, escalated: false, leaderAt: undefined, againAt: undefined } : timing;
    return onPlace(reached, key, (place) => ({ ...place, ...NO_TIMING, ...change }));
  }, state);
  if (!after.reception || !promised) return after;
  return { ...after, reception: { ...after.reception, promisedOn: promised.to } };
}
/** Stored events have no fields for what is not there. */
const NO_TIMING = { dueAt: undefined, remindAt: undefined, notBefore: undefined, leaderAt: undefined };
