import type { EventOf } from './event';
import { onPlace, onTask, placeOf, settlePlace } from './evolve-places';
import { CONSULTATION, type Open, type Place, type Signature, type Task, type TaskKey } from './state';

/** One of several has said something; the place waits for the others. */
export function signed(state: Open, { task, outcome, at, by, amount }: EventOf<'decided'>): Open {
  const signature: Signature = {
    sequence: state.sequence + 1,
    outcome,
    at,
    by: by.kind === 'system' ? '' : by.account,
    amount,
  };
  return onTask(state, task, (each) => ({ ...each, signed: signature }));
}

export function concluded(state: Open, { place, outcome, amount, at }: EventOf<'concluded'>): Open {
  const task = lastSigned(state.places.find(({ key }) => key === place));
  const after = settlePlace(state, place, { outcome, at, by: task?.signed?.by, task: task?.key });
  return amount === undefined ? after : amountAt(after, place, amount);
}

/** Whose signature was the last of those that the chain asks for: they answer for what the place came out with. */
function lastSigned(place: Place | undefined): Task | undefined {
  const signed = (place?.asked ?? []).filter((task) => task.signed && !task.added);
  return signed.sort((a, b) => sequenceOf(a) - sequenceOf(b)).at(-1);
}

const sequenceOf = ({ signed }: Task) => signed?.sequence ?? 0;

/** The amount that is decided now, with the one before it at the place that decided. */
export function withAmount(state: Open, task: TaskKey, amount: number): Open {
  const place = placeOf(state, task);
  return place ? amountAt(state, place.key, amount) : state;
}

function amountAt(state: Open, key: string, amount: number): Open {
  const remember = (place: Place): Place =>
    place.from === undefined ? place : { ...place, amountSet: { before: state.decidedAmount } };
  return { ...onPlace(state, key, remember), decidedAmount: amount };
}

/** A further signer: whoever added them waits for one that signs before. */
export function signerAdded(state: Open, { task, asked }: EventOf<'signerAdded'>): Open {
  const place = placeOf(state, task);
  if (!place) return state;
  const waits = (each: Task): Task =>
    each.key === task && asked.added?.how === 'before'
      ? { ...each, waitsFor: [...(each.waitsFor ?? []), asked.key] }
      : each;
  return onPlace(state, place.key, (each) => withTask({ ...each, asked: each.asked.map(waits) }, asked));
}

export function cosigned(state: Open, { task, agrees, at, by, again }: EventOf<'cosigned'>): Open {
  const signature: Signature = {
    sequence: state.sequence + 1,
    outcome: agrees ? 'agrees' : 'disagrees',
    at,
    by: by.kind === 'system' ? '' : by.account,
  };
  const after = onTask(state, task, (each) => ({ ...each, signed: signature }));
  const added = placeOf(after, task)?.asked.find(({ key }) => key === task)?.added;
  return again && added ? replaced(after, added.by, again) : after;
}

/** Another task in the place of one: those who wait for it, and those whom it added, now mean the new one. */
export function replaced(state: Open, was: TaskKey, task: Task): Open {
  const place = placeOf(state, was);
  if (!place) return state;
  const renamed = (each: Task): Task => ({
    ...each,
    ...(each.waitsFor ? { waitsFor: each.waitsFor.map((key) => (key === was ? task.key : key)) } : {}),
    ...(each.added?.by === was ? { added: { ...each.added, by: task.key } } : {}),
  });
  const beside = (each: Place): Place =>
    each.beside?.task === was ? { ...each, beside: { ...each.beside, task: task.key } } : each;
  const asked = (each: Place) => each.asked.map((one) => (one.key === was ? task : renamed(one)));
  const after = onPlace(state, place.key, (each) => ({ ...each, asked: asked(each), lastTask: numberOf(task) }));
  return { ...after, places: after.places.map(beside) };
}

export function consulted(state: Open, event: EventOf<'consulted'>): Open {
  const { place: key, round, asked, beside, dueAt, remindAt, at } = event;
  const within = state.places.find((place) => place.key === beside.place)?.within;
  const timing = { enteredAt: at, dueAt, remindAt, reminded: false, escalated: false };
  const place: Place = {
    key,
    step: CONSULTATION,
    kind: 'consultation',
    round,
    ...timing,
    asked: [asked],
    beside,
    within,
  };
  return { ...state, places: [...state.places, place] };
}

export function askTakenBack(state: Open, { task, at }: EventOf<'askTakenBack'>): Open {
  const place = placeOf(state, task);
  if (!place) return state;
  if (place.kind === 'consultation') return settlePlace(state, place.key, { outcome: 'taken-back', at });
  const last = place.lastTask ?? place.asked.length;
  const asked = place.asked.filter(({ key }) => key !== task).map((each) => withoutWait(each, task));
  return onPlace(state, place.key, (each) => ({ ...each, asked, lastTask: last }));
}

function withoutWait(task: Task, key: TaskKey): Task {
  return task.waitsFor ? { ...task, waitsFor: task.waitsFor.filter((each) => each !== key) } : task;
}

/** The decision is as if it had not been: its task is asked again, or the place that came after gives way to its step. */
export function recalled(state: Open, { task, place, again, instead, at }: EventOf<'recalled'>): Open {
  if (again) {
    const here = state.places.find(({ key }) => key === place);
    const reopened = onPlace(restored(state, here), place, ({ settled: _, amountSet: __, ...each }) => each);
    return replaced(reopened, task, again);
  }
  const visit = state.visits.find(({ key }) => key === place);
  if (!visit || instead === undefined) return state;
  const { step, resumeTo, andThen, within } = visit;
  const back = { outcome: 'recalled', at, returnTo: step, resumeTo, andThen, within };
  const visits = state.visits.map((each) => (each === visit ? { ...visit, recalled: task } : each));
  return settlePlace({ ...restored(state, visit), visits }, instead, back);
}

function restored(state: Open, decided: Pick<Place, 'amountSet'> | undefined): Open {
  return decided?.amountSet ? { ...state, decidedAmount: decided.amountSet.before } : state;
}

function withTask(place: Place, task: Task): Place {
  return { ...place, asked: [...place.asked, task], lastTask: numberOf(task) };
}

function numberOf({ key }: Task): number {
  return Number(key.slice(key.lastIndexOf('.') + 1));
}
