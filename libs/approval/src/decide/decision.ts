import type { Instant } from '@trinhduyet/calendar';
import type { AccountId, Ladder, PostId, UnitId } from '@trinhduyet/org';
import type { Calendars } from '../calendars';
import type { Chain } from '../chain.generated';
import type { Actor, Command, HeldPost } from '../command';
import type { ConditionContext } from '../conditions';
import type { By, DossierEvent } from '../event';
import type { Refusal, RefusalCode } from '../refusal';
import { isOpenPlace } from '../places';
import { isAsked } from '../signing';
import { type Open, type Pins, type Place, type Task, taskAt, type TaskKey } from '../state';

export type Decision =
  { readonly ok: true; readonly events: readonly DossierEvent[] } | { readonly ok: false; readonly refusal: Refusal };

/** What the reception of today would bind the dossier to. Missing when no chain of the request type climbs the units in force. */
export interface ReceptionOffer {
  readonly code: string;
  readonly pins: Pins;
  readonly chain: Chain;
  readonly ladder: Ladder;
  readonly competentUnit: UnitId;
}

/** All that a decision may depend on, read in the command's own transaction. */
export interface DecideContext extends Calendars, ConditionContext {
  readonly at: Instant;
  readonly actor: Actor;
  /** The sequence that the actor has seen; anything material after it makes the command stale. */
  readonly seen?: number;
  readonly offer?: ReceptionOffer;
  /** Posts that the person to whom a task is given holds. */
  readonly assigneePosts?: readonly PostId[];
  /** Posts that a task may be given to, or an opinion asked of: held today, in a unit along the ladder. */
  readonly addressees?: readonly HeldPost[];
  /** Units where a misdirected dossier may be sent. */
  readonly receptionUnits?: readonly UnitId[];
}

export function accept(...events: DossierEvent[]): Decision {
  return { ok: true, events };
}

export function refuse(code: RefusalCode, details: Omit<Refusal, 'code'> = {}): Decision {
  return { ok: false, refusal: { code, ...details } };
}

/** A task that the actor may act on now, and on what it stands. */
export interface Asked {
  readonly place: Place;
  readonly task: Task;
  readonly by: By & { readonly kind: 'official' };
}
export type Found<T> = { readonly ok: true; readonly found: T } | { readonly ok: false; readonly refusal: Refusal };

export const found = <T>(value: T): Found<T> => ({ ok: true, found: value });
export const missing = (code: RefusalCode): Found<never> => ({ ok: false, refusal: { code } });

/** The task of that key, if it is asked now, whoever asks. */
export function findTask(state: Open, key: TaskKey): Found<{ place: Place; task: Task }> {
  if (state.withdrawnAt !== undefined) return missing('in-transit');
  const asked = taskAt(state, key);
  if (asked) {
    if (asked.task.signed || !isOpenPlace(state, asked.place)) return missing('already-decided');
    return isAsked(asked.place, asked.task) ? found(asked) : missing('not-your-turn');
  }
  const wasAsked = [...state.visits, ...state.places].some((place) => key.startsWith(`${place.key}.`));
  return missing(wasAsked ? 'already-decided' : 'no-such-task');
}

/** The task, if it is this official's to act on: by a post held now, not another's, and seen as it stands. */
export function takeTask(state: Open, key: TaskKey, { actor, seen }: DecideContext): Found<Asked> {
  const sought = findTask(state, key);
  if (!sought.ok) return sought;
  if (state.suspended) return missing('suspended');
  const { place, task } = sought.found;
  if (actor.kind !== 'official' || !actor.posts.some(({ post }) => post === task.post)) return missing('not-your-task');
  const refusal = notTheirs(state, task, actor.account);
  if (refusal) return missing(refusal);
  if (seen !== undefined && seen < state.material) return missing('stale');
  return found({ place, task, by: { kind: 'official', account: actor.account, post: task.post } });
}

function notTheirs(state: Open, task: Task, account: AccountId): RefusalCode | undefined {
  if (state.submission.by === account) return 'own-dossier';
  if (task.claimedBy !== undefined && task.claimedBy !== account) return 'claimed-by-another';
  if (task.assignee !== undefined && task.assignee !== account) return 'assigned-to-another';
  return undefined;
}

export type Decider<T extends Command> = (chain: Chain, state: Open, command: T, context: DecideContext) => Decision;
