import type { Actor, CommandOf } from '../command';
import type { By } from '../event';
import { reviewOf } from '../routing';
import type { Open, Place, Task, TaskKey } from '../state';
import {
  accept,
  type Asked,
  type DecideContext,
  type Decider,
  findTask,
  type Found,
  found,
  missing,
  refuse,
  takeTask,
} from './decision';
import { headship } from './handling';

/**
 * The applicant is asked once at each step, for everything. The law allows a further request that is justified: then the
 * head of the office, or a leader of the unit, consents to it beforehand. Whoever heads the task needs nobody's consent.
 */
export function lacksConsent(state: Open, { place, task }: Pick<Asked, 'place' | 'task'>, actor: Actor): boolean {
  return isFurther(state, place) && place.consent?.answer !== 'given' && !isHeadOf(actor, task);
}

/** Why the applicant is to be asked once more; after a refusal it may be tried with other words. */
export const askConsent: Decider<CommandOf<'askConsent'>> = (chain, state, { task, note }, context) => {
  const taken = takeTask(state, task, context);
  if (!taken.ok) return taken;
  const { place, by } = taken.found;
  const mayAsk = place.kind === 'reception' || reviewOf(chain, place.step)?.supplement !== undefined;
  if (!mayAsk) return refuse('may-not-ask-supplement');
  if (!lacksConsent(state, taken.found, context.actor)) return refuse('consent-not-needed');
  if (place.consent && place.consent.answer === undefined) return refuse('consent-pending');
  return accept({ type: 'consentAsked', at: context.at, by, task, note });
};

export const consent: Decider<CommandOf<'consent'>> = (_chain, state, { task }, context) => {
  const asked = awaiting(state, task, context);
  return asked.ok ? accept({ type: 'consented', at: context.at, by: asked.found, task }) : asked;
};

export const refuseConsent: Decider<CommandOf<'refuseConsent'>> = (_chain, state, { task, note }, context) => {
  const asked = awaiting(state, task, context);
  return asked.ok ? accept({ type: 'consentRefused', at: context.at, by: asked.found, task, note }) : asked;
};

/** As whom the actor answers, if the task's head was asked and has not answered yet. */
function awaiting(state: Open, key: TaskKey, { actor }: DecideContext): Found<By & { readonly kind: 'official' }> {
  const sought = findTask(state, key);
  if (!sought.ok) return sought;
  const { place, task } = sought.found;
  const post = actor.kind === 'official' ? headship(actor, task) : undefined;
  if (actor.kind !== 'official' || post === undefined) return missing('not-the-head');
  if (actor.account === state.submission.by) return missing('own-dossier');
  if (!place.consent || place.consent.answer !== undefined) return missing('no-consent-asked');
  return found({ kind: 'official', account: actor.account, post });
}

const isFurther = ({ visits }: Open, { step }: Place) =>
  visits.some((visit) => visit.step === step && visit.outcome === 'supplement');

const isHeadOf = (actor: Actor, task: Task) => actor.kind === 'official' && headship(actor, task) !== undefined;
