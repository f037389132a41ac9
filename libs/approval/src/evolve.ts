import { dayOf } from '@trinhduyet/calendar';
import type { DossierEvent, EventOf, EventType } from './event';
import * as branching from './evolve-branches';
import { onPlace, onTask, placeOf, settlePlace, settleTask } from './evolve-places';
import * as signing from './evolve-signing';
import { cosignersAwaited } from './signing';
import { type AtCounter, type DossierState, type Ended, type Open, type Place, UNSUBMITTED, type Visit } from './state';

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
  unstuck: (state, event) =>
    onPlace(state, event.place, (place) => ({ ...place, asked: event.asked, stuck: undefined })),
  reminded: (state, event) => onPlace(state, event.place, (place) => ({ ...place, reminded: true })),
  escalated: (state, event) => onPlace(state, event.place, (place) => ({ ...place, reminded: true, escalated: true })),
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
  const { place, step, kind, round, at, asked, dueAt, remindAt, notBefore, stuck } = event;
  const next = { resumeTo: event.resumeTo, andThen: event.andThen };
  const origin = { from: event.from, within: event.within, branches: event.branches };
  const timing = { enteredAt: at, dueAt, remindAt, notBefore };
  return {
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
  const { from, within, resumeTo, andThen, amountSet, settled, asked, branches } = place;
  if (from === undefined) return {};
  const signed = asked.filter((task) => task.signed);
  const signers = [...new Set(signed.flatMap((task) => (task.signed ? [task.signed.by] : [])))];
  return {
    from,
    within,
    resumeTo,
    andThen,
    amountSet,
    branches,
    decidedTask: settled?.task,
    decidedPost: asked.find(({ key }) => key === settled?.task)?.post,
    returned: returned ?? (settled?.returnTo !== undefined && settled.outcome !== 'recalled' ? true : undefined),
    ...(signed.length > 0
      ? { signers, kept: signed.filter(({ key, added }) => !added && !cosignersAwaited(asked, key)) }
      : {}),
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
function restarted(state: Open, { limits }: EventOf<'resumed'>): Open {
  const places = state.places.map((place) => {
    const found = limits.find((each) => each.place === place.key);
    return found ? { ...place, dueAt: found.dueAt, remindAt: found.remindAt, notBefore: found.notBefore } : place;
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
