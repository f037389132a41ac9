import { dayOf } from '@trinhduyet/calendar';
import type { DossierEvent, EventOf, EventType } from './event';
import {
  type AtCounter,
  type DossierState,
  type Ended,
  type Open,
  type Place,
  type Settlement,
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
  return { ...withinOpen(state, event), sequence, material };
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

function ended({ places: _, withdrawnAt: __, ...state }: Open, event: EventOf<'ended'>): Ended {
  return { ...state, status: 'ended', ending: event.ending, endedAt: event.at };
}

function withinOpen(state: Open, event: Exclude<DossierEvent, { type: 'submitted' | 'ended' }>): Open {
  switch (event.type) {
    case 'entered':
      return { ...state, places: [...state.places, entered(event)] };
    case 'left':
      return left(state, event);
    case 'transcribed':
      return atCounter(state, { transcribed: true });
    case 'received':
      return settleTask(received(state, event), event.task, { outcome: 'received', at: event.at });
    case 'receptionRefused':
      return settleTask(state, event.task, { outcome: 'refused', at: event.at });
    case 'receptionForwarded':
      return settleTask(forwarded(state, event), event.task, { outcome: 'forwarded', at: event.at });
    case 'supplementAsked':
      return settleTask(paused(state, event), event.task, { outcome: 'supplement', at: event.at, until: event.until });
    case 'supplemented':
      return settlePlace(answered(moved(resumed(state, event), event), event), event.place, {
        outcome: 'answered',
        at: event.at,
      });
    case 'supplementLapsed':
      return settlePlace(resumed(state, event), event.place, { outcome: 'lapsed', at: event.at });
    case 'extended':
      return extended(state, event);
    case 'consentAsked':
      return consented(state, event.task, {});
    case 'consented':
      return consented(state, event.task, { answer: 'given' });
    case 'consentRefused':
      return consented(state, event.task, { answer: 'refused' });
    case 'decided':
      return decided(state, event);
    case 'checked':
      return settlePlace(state, event.place, { outcome: event.outcome, at: event.at });
    case 'issued':
      return settlePlace(state, event.place, { outcome: 'issued', at: event.at });
    case 'assigned':
      return onTask(state, event.task, (task) => ({ ...task, assignee: event.to, claimedBy: undefined }));
    case 'claimed':
      return onTask(state, event.task, (task) =>
        event.by.kind === 'system' ? task : { ...task, claimedBy: event.by.account },
      );
    case 'released':
      return onTask(state, event.task, (task) => ({ ...task, claimedBy: undefined }));
    case 'handedOver':
      return onPlace(state, event.place, (place) => ({ ...place, asked: event.asked, dueAt: event.dueAt }));
    case 'unstuck':
      return onPlace(state, event.place, (place) => ({ ...place, asked: event.asked, stuck: undefined }));
    case 'reminded':
      return onPlace(state, event.place, (place) => ({ ...place, reminded: true }));
    case 'escalated':
      return onPlace(state, event.place, (place) => ({ ...place, reminded: true, escalated: true }));
    case 'withdrawn':
      return { ...state, withdrawnAt: event.at };
    case 'lookedAgain':
      return state;
  }
}

function entered(event: EventOf<'entered'>): Place {
  const { place, step, kind, round, at, asked, dueAt, remindAt, notBefore, stuck } = event;
  const next = { resumeTo: event.resumeTo, andThen: event.andThen };
  const timing = { enteredAt: at, dueAt, remindAt, notBefore };
  return { key: place, step, kind, round, ...timing, asked, ...next, stuck, reminded: false, escalated: false };
}

function left(state: Open, event: EventOf<'left'>): Open {
  const place = state.places.find(({ key }) => key === event.place);
  if (!place) return state;
  const { key, step, round, enteredAt, settled } = place;
  const outcome = settled?.outcome ?? 'withdrawn';
  const visit: Visit = { key, step, round, enteredAt, leftAt: event.at, outcome, decidedBy: settled?.by };
  return { ...state, places: state.places.filter((other) => other !== place), visits: [...state.visits, visit] };
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

function resumed(state: Open, event: EventOf<'supplemented'> | EventOf<'supplementLapsed'>): Open {
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
  const { outcome, act, at, returnTo, resume, amount } = event;
  const by = event.by.kind === 'official' ? event.by.account : undefined;
  const after = settleTask(state, event.task, { outcome, at, by, returnTo, resume });
  return act === 'approve' && amount !== undefined ? { ...after, decidedAmount: amount } : after;
}

function consented(state: Open, task: string, consent: NonNullable<Place['consent']>): Open {
  const place = state.places.find(({ asked }) => asked.some(({ key }) => key === task));
  return place ? onPlace(state, place.key, (each) => ({ ...each, consent })) : state;
}

function settleTask(state: Open, task: string, settled: Settlement): Open {
  const place = state.places.find(({ asked }) => asked.some(({ key }) => key === task));
  return place ? settlePlace(state, place.key, settled) : state;
}

function settlePlace(state: Open, key: string, settled: Settlement): Open {
  return onPlace(state, key, (place) => ({ ...place, settled }));
}

function onPlace(state: Open, key: string, change: (place: Place) => Place): Open {
  return { ...state, places: state.places.map((place) => (place.key === key ? change(place) : place)) };
}

function onTask(state: Open, key: string, change: (task: Task) => Task): Open {
  const asked = (place: Place) => place.asked.map((task) => (task.key === key ? change(task) : task));
  return { ...state, places: state.places.map((place) => ({ ...place, asked: asked(place) })) };
}
