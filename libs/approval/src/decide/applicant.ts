import { resumption } from '../advance';
import type { Actor, CommandOf } from '../command';
import type { By } from '../event';
import type { Open } from '../state';
import { receiverOf } from './counter';
import { accept, type Decider, refuse } from './decision';

/** The answer to a request for supplement: the whole form anew, as a further revision. Of a paper dossier also papers that were brought to the counter. */
export const supplement: Decider<CommandOf<'supplement'>> = (_chain, state, command, { actor, at, calendar }) => {
  const by = applicantOf(state, actor) ?? (state.submission.counter && receiverOf(state.submission, actor));
  if (!by) return refuse('not-your-dossier');
  if (by.kind === 'official' && by.account === state.submission.by) return refuse('own-dossier');
  if (state.withdrawnAt !== undefined) return refuse('in-transit');
  const place = state.places.find(({ kind, settled }) => kind === 'supplement' && !settled);
  if (!place) return refuse('nothing-asked');
  return accept({
    type: 'supplemented',
    at,
    by,
    place: place.key,
    revision: command.revision,
    village: state.reception ? undefined : command.village,
    ...(by.kind === 'official' ? { papers: command.papers ?? [] } : {}),
    ...resumption(state, at, calendar),
  });
};

/** Withdrawing (rút hồ sơ) is lawful until the promised result is there, in transit too. */
export const withdraw: Decider<CommandOf<'withdraw'>> = (chain, state, command, { actor, at }) => {
  const by = applicantOf(state, actor);
  if (!by) return refuse('not-your-dossier');
  if (state.withdrawnAt !== undefined) return refuse('already-ended');
  if (state.visits.some(({ step }) => step === chain.promise.until)) return refuse('already-decided');
  return accept({ type: 'withdrawn', at, by, note: command.note });
};

function applicantOf(state: Open, actor: Actor): (By & { kind: 'applicant' }) | undefined {
  const isTheirs = actor.kind === 'applicant' && actor.account === state.submission.by;
  return isTheirs ? { kind: 'applicant', account: actor.account } : undefined;
}
