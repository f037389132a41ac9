import type { CommandOf, HeldPost } from '../command';
import type { By } from '../event';
import { isOpenPlace } from '../places';
import { reviewOf } from '../routing';
import { askedAgain, isAsked, nextTaskKey, signsAlone } from '../signing';
import { type Open, type Place, type Task, taskAt } from '../state';
import { headship } from './handling';
import {
  accept,
  type DecideContext,
  type Decider,
  findTask,
  found,
  type Found,
  missing,
  refuse,
  takeTask,
} from './decision';
import { signing } from './review';

/** Whose word may stand beside a decision: whoever has a matter in hand, not the counter and not the registry. */
const MAY_SIGN: ReadonlySet<string> = new Set(['village-head', 'specialist', 'head', 'leader']);

/** A further signer before, beside or after one's own signature. The place waits for them. */
export const addSigner: Decider<CommandOf<'addSigner'>> = (_chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { place, task, by } = taken.found;
  if (place.kind !== 'review') return refuse('not-a-signer');
  const post = context.addressees?.find((each) => each.post === command.post && MAY_SIGN.has(each.duty));
  if (!post || place.asked.some((each) => each.post === post.post && !each.signed)) return refuse('no-such-post');
  const { unit, office } = post;
  const asked: Task = {
    key: nextTaskKey(place),
    post: post.post,
    office,
    unit,
    added: { by: task.key, how: command.how },
    ...(command.how === 'after' ? { waitsFor: [task.key] } : {}),
  };
  return accept({ type: 'signerAdded', at: context.at, by, task: task.key, asked, note: command.note });
};

/**
 * A signer who was added agrees, or does not. Dissent does not decide the matter: it stands on the record, and whoever
 * added them, if they had decided already, is asked again with it before their eyes.
 */
export const cosign: Decider<CommandOf<'cosign'>> = (chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  const { place, task, by } = taken.found;
  const step = reviewOf(chain, place.step);
  if (!task.added || !step) return refuse('not-a-signer');
  if (!command.agrees && !command.note) return refuse('reason-required');
  const adder = place.asked.find(({ key }) => key === task.added?.by);
  if (adder?.signed?.by === by.account) return refuse('same-person');
  const again = !command.agrees && adder?.signed ? askedAgain(place, adder) : undefined;
  const { agrees, note } = command;
  return signing(step, state, place, { type: 'cosigned', at: context.at, by, task: task.key, agrees, note, again });
};

/** A signer or an office that has not answered is not asked any more: by who asked, or their head. */
export const takeBackAsk: Decider<CommandOf<'takeBackAsk'>> = (chain, state, { task: key }, { actor, at }) => {
  const sought = taskAt(state, key);
  if (!sought || sought.task.signed || !isOpenPlace(state, sought.place)) return refuse('no-such-task');
  const asker = askerOf(state, sought.place, sought.task);
  if (!asker || actor.kind !== 'official') return refuse('not-asked-by-you');
  const post = actor.posts.find((each) => each.post === asker.post)?.post ?? headship(actor, asker);
  if (post === undefined) return refuse('not-asked-by-you');
  if (actor.account === state.submission.by) return refuse('own-dossier');
  const by = { kind: 'official', account: actor.account, post } as const;
  const step = reviewOf(chain, sought.place.step);
  const event = { type: 'askTakenBack', at, by, task: key } as const;
  return step ? signing(step, state, sought.place, event) : accept(event);
};

function askerOf(state: Open, place: Place, task: Task): Task | undefined {
  const key = task.added?.by ?? place.beside?.task;
  return key === undefined ? undefined : taskAt(state, key)?.task;
}

/** The task goes to the same duty elsewhere in the unit: it was sent to the wrong office, or its own is short of hands. */
export const transfer: Decider<CommandOf<'transfer'>> = (_chain, state, command, context) => {
  const sought = findTask(state, command.task);
  if (!sought.ok) return sought;
  const { place, task } = sought.found;
  const mover = moverOf(state, task, context);
  if (!mover.ok) return mover;
  if (signsAlone(task)) return refuse('assigned-to-another');
  const to = targetOf(task, command.post, context);
  if (!to || isPartOf(state, place, to.post)) return refuse('no-such-post');
  const { signed: _, claimedBy: __, opened: ___, assignee: ____, ...rest } = task;
  const asked: Task = { ...rest, key: nextTaskKey(place), post: to.post, office: to.office };
  const { note } = command;
  return accept({ type: 'transferred', at: context.at, by: mover.found, task: task.key, asked, note });
};

/** Nobody is asked twice at one place, nor for what they have asked of others. */
function isPartOf(state: Open, place: Place, post: string): boolean {
  const asker = place.beside && taskAt(state, place.beside.task)?.task;
  return asker?.post === post || place.asked.some((task) => task.post === post);
}

/** Whoever has the task, or heads it. */
function moverOf(state: Open, task: Task, context: DecideContext): Found<By & { kind: 'official' }> {
  const own = takeTask(state, task.key, context);
  if (own.ok) return found(own.found.by);
  const { actor } = context;
  const post = actor.kind === 'official' && !state.suspended ? headship(actor, task) : undefined;
  if (actor.kind !== 'official' || post === undefined) return own;
  if (actor.account === state.submission.by) return missing('own-dossier');
  return found({ kind: 'official', account: actor.account, post });
}

function targetOf(task: Task, wanted: string, { addressees = [] }: DecideContext): HeldPost | undefined {
  const duty = addressees.find(({ post }) => post === task.post)?.duty;
  const to = addressees.find(({ post }) => post === wanted);
  return to && to.unit === task.unit && to.duty === duty && to.post !== task.post ? to : undefined;
}

/** That somebody who is asked has looked: from then on the decision before stands. */
export const open: Decider<CommandOf<'open'>> = (_chain, state, command, { actor, at }) => {
  const sought = findTask(state, command.task);
  if (!sought.ok) return sought;
  const { place, task } = sought.found;
  const holds = actor.kind === 'official' && actor.posts.some(({ post }) => post === task.post);
  if (actor.kind !== 'official' || !holds || !isAsked(place, task)) return refuse('not-your-task');
  if (task.signs && task.assignee !== actor.account) return refuse('assigned-to-another');
  if (task.opened) return accept();
  const by = { kind: 'official', account: actor.account, post: task.post } as const;
  return accept({ type: 'opened', at, by, task: task.key });
};
