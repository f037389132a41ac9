import {
  addDays,
  addWorkingDays,
  closing,
  dayOf,
  type Instant,
  instantOn,
  officeInstant,
  stepDue,
  type WorkingCalendar,
  workingDaysBetween,
} from '@trinhduyet/calendar';
import { type Directory, holdersOf, type Post, resolve, type Who } from '@trinhduyet/org';
import { calendarAt, type Calendars } from './calendars';
import type { Chain, ChainWho, ReviewStep, StepKey } from './chain.generated';
import { type ConditionContext, reading, skippedEntry, withWorkingDays } from './conditions';
import type { EventOf } from './event';
import { limited, remindersOf } from './overdue';
import { branchesStep, reviewOf, stepOf } from './routing';
import { needed } from './signing';
import {
  type BranchState,
  CONSULTATION,
  ladderOf,
  type Open,
  type PlaceKey,
  type PlaceKind,
  RECEPTION,
  type StuckReason,
  SUPPLEMENT,
  type Task,
  type Visit,
  type Within,
} from './state';

/** What following a dossier needs from outside: the moment, the calendars, and the offices along its ladder. */
export interface AdvanceContext extends Calendars, ConditionContext {
  readonly at: Instant;
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
  /** The place that it is entered from. */
  readonly from?: PlaceKey;
  readonly within?: Within;
}

type Asked = { readonly asked: readonly Task[] } | { readonly asked: readonly []; readonly stuck: StuckReason };

/** The event that enters a step. Where nobody can be asked, the step is entered stuck; it never fails. */
export function enter(chain: Chain, state: Open, entry: Entry, context: AdvanceContext): EventOf<'entered'> {
  const round = 1 + state.visits.filter(({ step }) => step === entry.step).length;
  const place = `${entry.step}.${round}`;
  const read = reading(state, context);
  const { step, at, from, within, resumeTo, andThen } = entry;
  const by = { kind: 'system' } as const;
  const skipped = skippedEntry(
    stepOf(chain, step),
    { at, by, place, step, round, from, within, resumeTo, andThen },
    read,
  );
  if (skipped) return skipped;
  const calendar = calendarAt(chain, state, step, context);
  const { kind, asks, timing } = plan(withWorkingDays(chain, step, read), state, entry, calendar);
  const asked = asks ? ask(chain, { step, place }, state, context) : { asked: [] };
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
    from: entry.from,
    within: entry.within,
    branches: branchesOf(chain, state, entry.step),
    ...asked,
    ...timing,
  };
}

/** Whom a step waits for today: a task for each who signs, or the reason why there is none. */
export function ask(
  chain: Chain,
  { step, place }: { readonly step: StepKey; readonly place: PlaceKey },
  state: Open,
  context: AdvanceContext,
): Asked {
  const signers = whoOf(chain, step).map((who) => find(who, state, context));
  const vacant = signers.find((found) => !found.ok);
  if (vacant && !vacant.ok) return { asked: [], stuck: vacant.reason };
  const posts = signers.flatMap((found) => (found.ok ? [found.post] : []));
  const panel = reviewOf(chain, step)?.panel;
  const asked = panel?.holders
    ? posts.flatMap((post) =>
        holdersOf(context.directory, post.id, dayOf(context.at)).map((assignee) => ({ post, assignee })),
      )
    : posts.map((post) => ({ post, assignee: undefined }));
  if (panel && needed(panel.rule, asked.length) > asked.length) return { asked: [], stuck: 'too-few-signers' };
  const tasks = asked.map(({ post, assignee }, index) => taskOf(`${place}.${index + 1}`, post, assignee));
  return { asked: carried(chain, state, step, panel?.inTurn ? inTurn(tasks) : tasks) };
}

function find(who: Who, state: Open, { at, directory }: AdvanceContext) {
  const { village } = state.submission;
  return resolve(directory, who, { ladder: ladderOf(state), day: dayOf(at), village });
}

/** Whom the step asks; checks and papers ask nobody until the machine has had its time. */
export function whoOf(chain: Chain, step: StepKey): readonly ChainWho[] {
  if (step === RECEPTION) return [chain.reception.who];
  const found = stepOf(chain, step);
  if (found?.kind === 'check') return [found.who];
  return found?.kind === 'review' ? [found.who, ...(found.panel?.with ?? [])] : [];
}

function taskOf(key: string, post: Post, assignee: string | undefined): Task {
  const task = { key, post: post.id, office: post.office, unit: post.unit };
  return assignee === undefined ? task : { ...task, assignee, signs: 'in-person' };
}

function inTurn(tasks: readonly Task[]): readonly Task[] {
  return tasks.map((task, index) => {
    const before = tasks.slice(0, index).map(({ key }) => key);
    return index === 0 ? task : { ...task, waitsFor: before };
  });
}

/** Signatures of the last time that the chain keeps, when others have returned the dossier or the applicant has answered. */
function carried(chain: Chain, { visits }: Open, step: StepKey, tasks: readonly Task[]): readonly Task[] {
  const panel = reviewOf(chain, step)?.panel;
  const last = visits.findLast((visit) => visit.step === step);
  if (!panel || !last?.kept) return tasks;
  const isKept = keptOf(panel, last);
  return tasks.map((task) => {
    const before = last.kept?.find(({ post, assignee }) => post === task.post && assignee === task.assignee);
    return before?.signed && isKept(before) ? { ...task, signed: before.signed } : task;
  });
}

/** Which signatures stay: those of the others when one is taken back; of those who agreed, where the chain says so. */
function keptOf({ carry, passes }: NonNullable<ReviewStep['panel']>, last: Visit): (task: Task) => boolean {
  if (last.recalled !== undefined) return ({ key }) => key !== last.recalled;
  const stays =
    last.outcome === 'supplement' ? carry.supplement === 'keep' : last.returned === true && carry.return === 'keep';
  return ({ signed }) => stays && signed?.outcome === passes;
}

/** The branches of a step, all to be gone through but for those that a return has kept. */
function branchesOf(chain: Chain, { visits }: Open, key: StepKey): readonly BranchState[] | undefined {
  const step = branchesStep(chain, key);
  if (!step) return undefined;
  const last = visits.findLast((visit) => visit.step === key);
  const kept = last?.returned && step.carry.return === 'keep' ? (last.branches ?? []) : [];
  return step.branches.map((branch) => kept.find((each) => each.key === branch.key) ?? { key: branch.key });
}

export interface Timing {
  readonly dueAt?: Instant;
  readonly remindAt?: Instant;
  readonly notBefore?: Instant;
}
interface Plan {
  readonly kind: PlaceKind;
  /** Whether people are asked at once. */
  readonly asks?: true;
  readonly timing: Timing;
}

/** How a step is carried and by when, by the calendar of the unit that has it. */
export function plan(chain: Chain, state: Open, entry: Entry, calendar: WorkingCalendar): Plan {
  if (entry.step === RECEPTION) {
    const { workingDays } = chain.reception;
    return { kind: 'reception', asks: true, timing: { dueAt: stepDue(calendar, entry.at, workingDays) } };
  }
  if (entry.step === SUPPLEMENT) {
    return { kind: 'supplement', timing: entry.until === undefined ? {} : { dueAt: closing(calendar, entry.until) } };
  }
  const step = stepOf(chain, entry.step);
  if (!step) return { kind: 'review', timing: {} };
  const limit = Math.max(0.5, step.workingDays - spentBefore(state, entry, calendar));
  const timing = limited(calendar, entry.at, limit, remindersOf(chain, entry.step));
  if (step.kind !== 'review') return { kind: step.kind, timing };
  return { kind: 'review', asks: true, timing: { ...timing, ...posted(calendar, entry.at, step) } };
}

/** A posting of n working days may be closed after the n-th one is over. */
function posted(calendar: WorkingCalendar, at: Instant, { notBefore }: ReviewStep): Timing {
  if (notBefore === undefined) return {};
  const lastDay = addWorkingDays(calendar, dayOf(officeInstant(calendar, at)), notBefore);
  return { notBefore: instantOn(addDays(lastDay, 1), '00:00') };
}

/**
 * A step that waited for the applicant, once or more often, goes on with what was left of its limit, and so does one
 * whose decision was taken back; any other entry has the whole.
 */
function spentBefore({ visits }: Open, { step, within }: Entry, calendar: WorkingCalendar): number {
  const own = visits.filter(
    (visit) => visit.within?.place === within?.place && visit.within?.branch === within?.branch,
  );
  const passed = own.filter((visit) => visit.step !== CONSULTATION);
  let spent = 0;
  for (let last = passed.length - 1; last > 0; last -= 2) {
    const [before, after] = [passed[last - 1], passed[last]];
    const goesOn = after?.step === SUPPLEMENT || after?.outcome === 'recalled';
    if (!goesOn || before?.step !== step) break;
    const stood = (before.stops ?? []).map(({ from, to }) => workingDaysBetween(calendar, from, to));
    const lasted = workingDaysBetween(calendar, dayOf(before.enteredAt), dayOf(before.leftAt));
    spent += stood.reduce((left, days) => left - days, lasted);
  }
  return spent;
}
