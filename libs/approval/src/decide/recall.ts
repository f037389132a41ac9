import type { Chain } from '../chain.generated';
import type { CommandOf } from '../command';
import type { EventOf } from '../event';
import { placesWithin } from '../places';
import type { RefusalCode } from '../refusal';
import { reviewOf } from '../routing';
import { askedAgain } from '../signing';
import { type Open, type Place, type Task, taskAt, type TaskKey, type Visit } from '../state';
import { accept, type Decider, found, type Found, missing, refuse } from './decision';

/**
 * One's own decision is taken back, as long as nobody has opened what came after and no number was given; in transit too.
 * What others have signed at the same place stays. The step goes on with what was left of its limit.
 */
export const recall: Decider<CommandOf<'recall'>> = (chain, state, command, { actor, at }) => {
  if (actor.kind !== 'official') return refuse('not-your-task');
  if (state.withdrawnAt !== undefined) return refuse('in-transit');
  if (state.suspended) return refuse('suspended');
  const decided = decidedBy(state, command.task, actor.account);
  if (!decided) return refuse('nothing-to-recall');
  if (reviewOf(chain, decided.step)?.numbers) return refuse('already-numbered');
  if (!actor.posts.some(({ post }) => post === decided.post)) return refuse('not-your-task');
  const found = 'visit' in decided ? givingWay(chain, state, decided.visit) : askingAgain(decided);
  if (!found.ok) return found;
  const by = { kind: 'official', account: actor.account, post: decided.post } as const;
  return accept({ type: 'recalled', at, by, task: command.task, note: command.note, ...found.found });
};

type Back = Found<Pick<EventOf<'recalled'>, 'place' | 'again' | 'instead'>>;

/** The dossier has gone on: what came after gives way, if nobody has begun with it. */
function givingWay(chain: Chain, state: Open, visit: Visit): Back {
  const instead = successorOf(chain, state, visit);
  if (!instead) return missing('nothing-to-recall');
  const hindrance = touched(state, instead);
  return hindrance ? missing(hindrance) : found({ place: visit.key, instead: instead.key });
}

function askingAgain({ place, task }: Here): Back {
  const at = task.signed?.sequence ?? 0;
  const isLater = ({ signed }: Task) => signed === undefined || signed.sequence > at;
  const followed = place.asked.some((each) => each.waitsFor?.includes(task.key) && isLater(each) && isTouched(each));
  return followed ? missing('already-opened') : found({ place: place.key, again: askedAgain(place, task) });
}

interface Here {
  readonly place: Place;
  readonly task: Task;
}
type Decided = { readonly step: string; readonly post: string } & (Here | { readonly visit: Visit });

/** What that person decided by that task: a signature, a place that has not been left yet, or one that has. */
function decidedBy(state: Open, key: TaskKey, account: string): Decided | undefined {
  const here = taskAt(state, key);
  if (here) return isOwn(here, account) ? { ...here, step: here.place.step, post: here.task.post } : undefined;
  const visit = state.visits.findLast((each) => each.decidedTask === key && each.decidedBy === account);
  return visit?.decidedPost === undefined ? undefined : { visit, step: visit.step, post: visit.decidedPost };
}

/** Their decision settled the place, or is a signature that others are still waited for with. */
function isOwn({ place: { kind, settled }, task: { key, signed, added } }: Here, account: string): boolean {
  if (kind !== 'review' || added) return false;
  return settled ? settled.task === key && settled.by === account : signed?.by === account;
}

/** The place that the dossier stands at because of a visit; what machines did in between is done again. */
function successorOf(chain: Chain, state: Open, visit: Visit): Place | undefined {
  if (reviewOf(chain, visit.step) === undefined) return undefined;
  return state.places.find(
    (place) => !place.settled && !isInside(place, state) && cameFrom(chain, state, place, visit),
  );
}

const isInside = ({ within }: Place, state: Open) =>
  within !== undefined && state.places.some(({ key, settled }) => key === within.place && settled !== undefined);

function cameFrom(chain: Chain, state: Open, { from }: Pick<Place, 'from'>, visit: Visit): boolean {
  if (from === undefined) return false;
  if (from === visit.key) return true;
  const before = state.visits.findLast(({ key }) => key === from);
  const kind = before && chain.steps.find(({ key }) => key === before.step)?.kind;
  return before !== undefined && (kind === 'check' || kind === 'paper') && cameFrom(chain, state, before, visit);
}

/** Whether anybody has begun with what came after: there, or in one of its branches. */
function touched(state: Open, instead: Place): RefusalCode | undefined {
  if (instead.kind === 'supplement') return 'nothing-to-recall';
  const places = [instead, ...placesWithin(state, instead.key)];
  const asksBeside = state.places.some(({ beside }) => places.some(({ key }) => key === beside?.place));
  const branchCameOut = instead.branches?.some(({ outcome }) => outcome !== undefined) ?? false;
  const moved = state.visits.some(({ within }) => within?.place === instead.key);
  const opened = places.some(({ asked }) => asked.some(isTouched));
  return opened || asksBeside || branchCameOut || moved ? 'already-opened' : undefined;
}

const isTouched = ({ opened, claimedBy, assignee, signs, signed }: Task) =>
  opened === true || claimedBy !== undefined || signed !== undefined || (assignee !== undefined && !signs);
