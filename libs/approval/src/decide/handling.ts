import type { Actor, CommandOf } from '../command';
import { signsAlone } from '../signing';
import type { Task } from '../state';
import { accept, type Decider, findTask, refuse, takeTask } from './decision';

/** Taking a task that anybody in the office could do. Acting on it does so too; claiming only says so beforehand. */
export const claim: Decider<CommandOf<'claim'>> = (_chain, state, command, context) => {
  const taken = takeTask(state, command.task, { ...context, seen: undefined });
  if (!taken.ok) return taken;
  if (taken.found.task.claimedBy !== undefined) return accept();
  return accept({ type: 'claimed', at: context.at, by: taken.found.by, task: command.task });
};

/** Giving a claimed task back: by who claimed it, or by the head. */
export const release: Decider<CommandOf<'release'>> = (_chain, state, command, { actor, at }) => {
  const sought = findTask(state, command.task);
  if (!sought.ok) return sought;
  const { task } = sought.found;
  if (actor.kind !== 'official') return refuse('not-your-task');
  if (actor.account === state.submission.by) return refuse('own-dossier');
  if (task.claimedBy === undefined) return refuse('not-claimed');
  const post = task.claimedBy === actor.account ? task.post : headship(actor, task);
  if (post === undefined) return refuse('claimed-by-another');
  return accept({ type: 'released', at, by: { kind: 'official', account: actor.account, post }, task: command.task });
};

/** A head gives the task to one of those who hold its post (phân công). */
export const assign: Decider<CommandOf<'assign'>> = (_chain, state, command, { actor, at, assigneePosts }) => {
  const sought = findTask(state, command.task);
  if (!sought.ok) return sought;
  const { task } = sought.found;
  const post = actor.kind === 'official' ? headship(actor, task) : undefined;
  if (actor.kind !== 'official' || post === undefined) return refuse('not-the-head');
  if (actor.account === state.submission.by) return refuse('own-dossier');
  if (signsAlone(task)) return refuse('assigned-to-another');
  if (!assigneePosts?.includes(task.post) || command.to === state.submission.by) return refuse('not-assignable');
  return accept({
    type: 'assigned',
    at,
    by: { kind: 'official', account: actor.account, post },
    task: command.task,
    to: command.to,
  });
};

/** The post by which somebody heads the task: head of its office, or leader of its unit. */
export function headship(actor: Actor & { kind: 'official' }, task: Task): string | undefined {
  const heads = actor.posts.find(({ office, duty }) => office === task.office && duty === 'head');
  const leads = actor.posts.find(({ unit, duty }) => unit === task.unit && duty === 'leader');
  return (heads ?? leads)?.post;
}
