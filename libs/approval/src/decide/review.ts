import type { CheckStep, Outcome, ReviewStep } from '../chain.generated';
import type { CommandOf } from '../command';
import type { Refusal, RefusalCode } from '../refusal';
import { returnTargets, stepOf } from '../routing';
import type { Open, Place } from '../state';
import { awaitsTranscript } from './counter';
import { accept, type Asked, type DecideContext, type Decider, refuse, takeTask } from './decision';

/** One official decides at a review, or by hand at a check that the machine did not answer in time. */
export const decideReview: Decider<CommandOf<'decide'>> = (chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  if (awaitsTranscript(state)) return refuse('not-transcribed');
  const { place } = taken.found;
  const step = stepOf(chain, place.step);
  if (step?.kind === 'check') return decideByHand(step, command, taken.found, context);
  if (step?.kind !== 'review') return refuse('unknown-outcome');
  const outcome = step.outcomes.find(({ key }) => key === command.outcome);
  if (!outcome) return refuse('unknown-outcome');
  const refusal = hindrance({ state, step, outcome, place, command, context });
  if (refusal) return refuse(refusal.code, refusal);
  const unlawful =
    outcome.act === 'return' && !returnTargets(chain, state, step, outcome.key).includes(command.returnTo ?? '');
  if (unlawful) return refuse('unlawful-target');
  const { task, note, entry, amount, paper } = command;
  const by = taken.found.by;
  const back = outcome.act === 'return' ? { returnTo: command.returnTo, resume: outcome.resume ?? 'through' } : {};
  return accept({ type: 'decided', at: context.at, by, task, ...kindOf(outcome), note, entry, amount, ...back, paper });
};

function kindOf({ key, act }: Outcome) {
  return { outcome: key, act };
}

function decideByHand(step: CheckStep, command: CommandOf<'decide'>, { by }: Asked, { at }: DecideContext) {
  const outcome = step.routes.find(({ on }) => on === command.outcome)?.on;
  if (outcome === undefined) return refuse('unknown-outcome');
  return accept({
    type: 'decided',
    at,
    by,
    task: command.task,
    outcome,
    act: 'confirm',
    note: command.note,
  });
}

interface Attempt {
  readonly state: Open;
  readonly step: ReviewStep;
  readonly outcome: Outcome;
  readonly place: Place;
  readonly command: CommandOf<'decide'>;
  readonly context: DecideContext;
}

function hindrance({ state, step, outcome, place, command, context }: Attempt): Refusal | undefined {
  const { actor, at } = context;
  const returns = outcome.act === 'return';
  if (!returns && place.notBefore !== undefined && at < place.notBefore)
    return { code: 'not-before', from: place.notBefore };
  if (actor.kind === 'official' && decidedThere(state, step.differsFrom ?? [], actor.account))
    return because('same-person');
  if (outcome.reason === 'required' && !command.note) return because('reason-required');
  return outcome.skipsForm || returns ? undefined : unfilled(step, command);
}

function unfilled(step: ReviewStep, command: CommandOf<'decide'>): Refusal | undefined {
  if (step.form !== undefined && !command.entry) return because('entry-required');
  return step.amount !== undefined && command.amount === undefined ? because('amount-required') : undefined;
}

/** Separation of duties: who settled one of those steps last may not decide here too. */
function decidedThere(state: Open, steps: readonly string[], account: string): boolean {
  return steps.some((step) => state.visits.filter((visit) => visit.step === step).at(-1)?.decidedBy === account);
}

function because(code: RefusalCode): Refusal {
  return { code };
}
