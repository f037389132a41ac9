import type { CommandOf } from '../command';
import { limited } from '../overdue';
import { CONSULTATION, OPINION_DAYS, type Open } from '../state';
import { accept, type Decider, refuse, takeTask } from './decision';

/**
 * An opinion is asked of another office (xin ý kiến); it comes back to who asked. The clock goes on. A blocking one
 * keeps the asker from deciding, but not from returning the dossier.
 */
export const consult: Decider<CommandOf<'consult'>> = (_chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { place, task, by } = taken.found;
  if (place.kind !== 'review' || task.added) return refuse('not-a-signer');
  const post = context.addressees?.find((each) => each.post === command.post);
  if (!post || post.post === task.post || isAskedAlready(state, task.key, post.post)) return refuse('no-such-post');
  const { workingDays, blocking, note } = command;
  if (!Number.isInteger(workingDays * 2) || workingDays < OPINION_DAYS.fewest || workingDays > OPINION_DAYS.most)
    return refuse('unlawful-date');
  const { at, calendar } = context;
  const round = 1 + [...state.visits, ...state.places].filter(({ step }) => step === CONSULTATION).length;
  const key = `${CONSULTATION}.${round}`;
  const asked = { key: `${key}.1`, post: post.post, office: post.office, unit: post.unit };
  const beside = { place: place.key, task: task.key, blocking };
  const timing = limited(context.calendarOf?.(post.unit) ?? calendar, at, workingDays);
  return accept({ type: 'consulted', at, by, task: task.key, place: key, round, asked, beside, ...timing, note });
};

function isAskedAlready(state: Open, asker: string, post: string): boolean {
  const open = state.places.filter(({ beside, settled }) => beside?.task === asker && !settled);
  return open.some(({ asked }) => asked.some((task) => task.post === post));
}

/** The consulted office answers in writing. */
export const opine: Decider<CommandOf<'opine'>> = (_chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { place, task, by } = taken.found;
  if (place.kind !== 'consultation') return refuse('not-a-signer');
  const { opinion, note } = command;
  return accept({ type: 'opined', at: context.at, by, task: task.key, opinion, note });
};
