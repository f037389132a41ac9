import type { Actor, CommandOf } from '../command';
import type { By } from '../event';
import { stepOf } from '../routing';
import type { Open, Place, PlaceKind } from '../state';
import { accept, type Decider, refuse } from './decision';

/** What an automatic check found. Asked with the key of its place: a dossier that has moved on refuses, which is an answer. */
export const recordCheck: Decider<CommandOf<'recordCheck'>> = (_chain, state, command, { actor, at }) => {
  if (actor.kind !== 'system') return refuse('not-your-task');
  const place = waiting(state, command.place, 'check');
  if (!place) return refuse('moved-on');
  const { outcome, findings } = command;
  return accept({ type: 'checked', at, by: { kind: 'system' }, place: place.key, outcome, findings });
};

export const recordPaper: Decider<CommandOf<'recordPaper'>> = (chain, state, command, { actor, at }) => {
  if (actor.kind !== 'system') return refuse('not-your-task');
  const place = waiting(state, command.place, 'paper');
  const step = place && stepOf(chain, place.step);
  if (!place || step?.kind !== 'paper') return refuse('moved-on');
  return accept({
    type: 'issued',
    at,
    by: { kind: 'system' },
    place: place.key,
    paper: command.paper,
    kind: step.paper,
  });
};

/** The administrator has mended what a dossier is stuck on. */
export const lookAgain: Decider<CommandOf<'lookAgain'>> = (_chain, state, _command, { actor, at }) => {
  const by = administrator(actor);
  if (!by) return refuse('not-your-task');
  return state.places.some(({ stuck }) => stuck !== undefined)
    ? accept({ type: 'lookedAgain', at, by })
    : refuse('not-stuck');
};

function waiting(state: Open, key: string, kind: PlaceKind): Place | undefined {
  if (state.withdrawnAt !== undefined) return undefined;
  return state.places.find((place) => place.key === key && place.kind === kind && !place.settled);
}

function administrator(actor: Actor): By | undefined {
  if (actor.kind === 'administrator') return { kind: 'administrator', account: actor.account };
  return actor.kind === 'system' ? { kind: 'system' } : undefined;
}
