import {
  addDays,
  addWorkingDays,
  closing,
  dayOf,
  type Instant,
  instantOn,
  officeInstant,
  opening,
  stepDue,
  subtractWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
} from '@trinhduyet/calendar';
import { type Directory, type Post, resolve, type Who } from '@trinhduyet/org';
import type { Chain, ReviewStep, StepKey } from './chain.generated';
import { type ConditionContext, reading, skippedEntry, withWorkingDays } from './conditions';
import type { EventOf } from './event';
import { stepOf } from './routing';
import { ladderOf, type Open, type PlaceKind, RECEPTION, type StuckReason, SUPPLEMENT, type Task } from './state';

/** What following a dossier needs from outside: the moment, the calendar, and the offices along its ladder. */
export interface AdvanceContext extends ConditionContext {
  readonly at: Instant;
  readonly calendar: WorkingCalendar;
  readonly directory: Directory;
}

/** A step that is about to be entered, at the instant of the event that caused it. */
export interface Entry {
  readonly step: StepKey;
  readonly at: Instant;
  readonly resumeTo?: StepKey;
  readonly andThen?: StepKey;
  /** Only for the supplement: the last day to answer. */
  readonly until?: string;
}

/** How long before its due date an official is reminded, in working days. */
const REMIND_BEFORE = 2;

type Asked = { readonly asked: readonly Task[] } | { readonly asked: readonly []; readonly stuck: StuckReason };

/** The event that enters a step. Where nobody can be asked, the step is entered stuck; it never fails. */
export function enter(chain: Chain, state: Open, entry: Entry, context: AdvanceContext): EventOf<'entered'> {
  const round = 1 + state.visits.filter(({ step }) => step === entry.step).length;
  const place = `${entry.step}.${round}`;
  const read = reading(state, context);
  const by = { kind: 'system' } as const;
  const skipped = skippedEntry(stepOf(chain, entry.step), { at: entry.at, by, place, step: entry.step, round }, read);
  if (skipped) return skipped;
  const { kind, who, timing } = plan(withWorkingDays(chain, entry.step, read), state, entry, context.calendar);
  const asked = who ? ask(who, place, state, context) : { asked: [] };
  return {
    type: 'entered',
    at: entry.at,
    by,
    place,
    step: entry.step,
    kind,
    round,
    resumeTo: entry.resumeTo,
    andThen: entry.andThen,
    ...asked,
    ...timing,
  };
}

/** Whom a step waits for today: a task for the post, or the reason why there is none. */
export function ask(who: Who, place: string, state: Open, { at, directory }: AdvanceContext): Asked {
  const { village } = state.submission;
  const found = resolve(directory, who, { ladder: ladderOf(state), day: dayOf(at), village });
  return found.ok ? { asked: [taskOf(place, found.post)] } : { asked: [], stuck: found.reason };
}

/** Whom the step asks in the first place; checks and papers ask nobody until the machine has had its time. */
export function whoOf(chain: Chain, step: StepKey): Who | undefined {
  if (step === RECEPTION) return chain.reception.who;
  const found = stepOf(chain, step);
  return found && found.kind !== 'paper' ? found.who : undefined;
}

function taskOf(place: string, post: Post): Task {
  return { key: `${place}.1`, post: post.id, office: post.office, unit: post.unit };
}

interface Timing {
  readonly dueAt?: Instant;
  readonly remindAt?: Instant;
  readonly notBefore?: Instant;
}
interface Plan {
  readonly kind: PlaceKind;
  readonly who?: Who;
  readonly timing: Timing;
}

function plan(chain: Chain, state: Open, entry: Entry, calendar: WorkingCalendar): Plan {
  if (entry.step === RECEPTION) {
    const { who, workingDays } = chain.reception;
    return { kind: 'reception', who, timing: { dueAt: stepDue(calendar, entry.at, workingDays) } };
  }
  if (entry.step === SUPPLEMENT) {
    return { kind: 'supplement', timing: entry.until === undefined ? {} : { dueAt: closing(calendar, entry.until) } };
  }
  const step = stepOf(chain, entry.step);
  if (!step) return { kind: 'review', timing: {} };
  const limit = Math.max(0.5, step.workingDays - spentBeforeSupplement(state, entry.step, calendar));
  const timing = limited(calendar, entry.at, limit);
  if (step.kind !== 'review') return { kind: step.kind, timing };
  return { kind: 'review', who: step.who, timing: { ...timing, ...posted(calendar, entry.at, step) } };
}

function limited(calendar: WorkingCalendar, at: Instant, limit: number): Timing {
  const dueAt = stepDue(calendar, at, limit);
  const remindAt = opening(calendar, subtractWorkingDays(calendar, dayOf(dueAt), REMIND_BEFORE));
  return remindAt > at ? { dueAt, remindAt } : { dueAt };
}

/** A posting of n working days may be closed after the n-th one is over. */
function posted(calendar: WorkingCalendar, at: Instant, { notBefore }: ReviewStep): Timing {
  if (notBefore === undefined) return {};
  const lastDay = addWorkingDays(calendar, dayOf(officeInstant(calendar, at)), notBefore);
  return { notBefore: instantOn(addDays(lastDay, 1), '00:00') };
}

/** A step that waited for the applicant, once or more often, goes on with what was left of its limit; any other entry has the whole. */
function spentBeforeSupplement({ visits }: Open, step: StepKey, calendar: WorkingCalendar): number {
  let spent = 0;
  for (let last = visits.length - 1; last > 0; last -= 2) {
    const [asked, answered] = [visits[last - 1], visits[last]];
    if (answered?.step !== SUPPLEMENT || asked?.step !== step) break;
    spent += workingDaysBetween(calendar, dayOf(asked.enteredAt), dayOf(asked.leftAt));
  }
  return spent;
}
