import {
  addWorkingDays,
  dayOf,
  type Instant,
  instantOn,
  officeInstant,
  timeOf,
  type WorkingCalendar,
  workingDaysBetween,
} from '@trinhduyet/calendar';
import type { Actor, CommandOf } from '../command';
import { resumption } from '../advance';
import { calendarAt } from '../calendars';
import { openTasksOf } from '../places';
import type { By, Limits } from '../event';
import { ladderOf, type Open, type Place } from '../state';
import { headship } from './handling';
import { accept, type Decider, findTask, refuse } from './decision';

/** The office stops the clock, on a ground that the chain names with its legal basis: by the head or the unit's leader. */
export const suspend: Decider<CommandOf<'suspend'>> = (chain, state, command, { actor, at }) => {
  const sought = findTask(state, command.task);
  if (!sought.ok) return sought;
  const { task } = sought.found;
  const post = actor.kind === 'official' ? headship(actor, task) : undefined;
  if (actor.kind !== 'official' || post === undefined) return refuse('not-the-head');
  if (actor.account === state.submission.by) return refuse('own-dossier');
  if (!state.reception || !chain.suspensions) return refuse('may-not-suspend');
  if (state.suspended) return refuse('suspended');
  if (state.pauses.some(({ to }) => to === undefined)) return refuse('already-asked');
  if (!chain.suspensions.some(({ key }) => key === command.ground)) return refuse('unlawful-ground');
  const by = { kind: 'official', account: actor.account, post } as const;
  return accept({ type: 'suspended', at, by, task: task.key, ground: command.ground, note: command.note });
};

/** The clock runs again: every limit moves on by the working days that it stood still, and another day is promised. */
export const resume: Decider<CommandOf<'resume'>> = (chain, state, command, context) => {
  const { actor, at, calendar } = context;
  const { suspended } = state;
  if (!suspended) return refuse('not-suspended');
  const heads = openTasksOf(state).map(({ task }) => (actor.kind === 'official' ? headship(actor, task) : undefined));
  const post = heads.find((each) => each !== undefined);
  if (actor.kind !== 'official' || post === undefined) return refuse('not-the-head');
  if (actor.account === state.submission.by) return refuse('own-dossier');
  const by = { kind: 'official', account: actor.account, post } as const;
  const limits = state.places.map((place) =>
    moved(place, { from: suspended.at, to: at, calendar: calendarAt(chain, state, place.step, context) }),
  );
  return accept({ type: 'resumed', at, by, note: command.note, ...resumption(state, at, calendar), limits });
};

interface Stop {
  readonly from: Instant;
  readonly to: Instant;
  readonly calendar: WorkingCalendar;
}

/** What had come before the clock stopped stays; what was still to come is later by as much. */
function moved({ key, dueAt, remindAt, leaderAt, againAt }: Place, { from, to, calendar }: Stop): Limits {
  const days = workingDaysBetween(calendar, dayOf(from), dayOf(officeInstant(calendar, to)));
  const later = (at: Instant | undefined) =>
    at === undefined || at < from ? at : instantOn(addWorkingDays(calendar, dayOf(at), days), timeOf(at));
  return {
    place: key,
    dueAt: later(dueAt),
    remindAt: later(remindAt),
    leaderAt: later(leaderAt),
    againAt: later(againAt),
  };
}

/** How often somebody may be urged, in working days. */
const URGE_EVERY = 2;

/** Whoever waits urges whoever is asked (đôn đốc): officials at any time, the applicant when a step is late. */
export const urge: Decider<CommandOf<'urge'>> = (_chain, state, _command, { actor, at, calendar }) => {
  const by = actor.kind === 'applicant' && actor.account === state.submission.by ? actor : officialOf(state, actor);
  if (!by) return refuse('not-your-dossier');
  if (state.suspended) return refuse('suspended');
  const asked = openTasksOf(state);
  if (asked.length === 0) return refuse('nobody-asked');
  const again = state.urgedAt && nextUrge(state.urgedAt, calendar);
  if (again !== undefined && at < again) return refuse('urged-lately', { from: again });
  const due = firstDue(state);
  if (by.kind === 'applicant' && (due === undefined || at <= due)) return refuse('not-overdue', { from: due });
  return accept({ type: 'urged', at, by });
};

/** By the post that has a part in the dossier, where the official holds one. */
function officialOf(state: Open, actor: Actor): (By & { kind: 'official' }) | undefined {
  if (actor.kind !== 'official') return undefined;
  const onLadder = actor.posts.find(({ unit }) => ladderOf(state).some((rung) => rung.unit === unit));
  const held = onLadder ?? actor.posts[0];
  return held && { kind: 'official', account: actor.account, post: held.post };
}

function nextUrge(last: Instant, calendar: WorkingCalendar): Instant {
  return instantOn(addWorkingDays(calendar, dayOf(last), URGE_EVERY), timeOf(last));
}

function firstDue(state: Open): Instant | undefined {
  const dues = openTasksOf(state).flatMap(({ place }) => (place.dueAt === undefined ? [] : [place.dueAt]));
  return dues.sort()[0];
}
