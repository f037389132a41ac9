import type { PostId } from '@trinhduyet/org';
import type { Chain } from './chain.generated';
import type { Command } from './command';
import { decide } from './decide';
import type { DecideContext } from './decide/decision';
import type { Offer } from './lawful';
import type { DossierState, Kept, TaskKey } from './state';

/** Stands for what would be written. */
const PROBE: Kept = { id: '', digest: '' };

/**
 * Whom an act that is offered may ask, or give the task to, among the context's addressees: each is tried by `decide`
 * itself, so that a list to choose from holds nobody who would be refused. Undefined for an act that names no post.
 */
export function askable(
  chain: Chain,
  state: DossierState,
  { command, task, because }: Offer,
  context: DecideContext,
): readonly PostId[] | undefined {
  const asking = ASKING[command];
  if (!asking || task === undefined || because !== undefined) return undefined;
  const posts = (context.addressees ?? []).map(({ post }) => post);
  return posts.filter((post) => decide(chain, state, asking(task, post), context).ok);
}

const ASKING: Readonly<Partial<Record<Command['type'], (task: TaskKey, post: PostId) => Command>>> = {
  addSigner: (task, post) => ({ type: 'addSigner', task, post, how: 'beside' }),
  transfer: (task, post) => ({ type: 'transfer', task, post }),
  consult: (task, post) => ({ type: 'consult', task, post, blocking: false, workingDays: 1, note: PROBE }),
};
