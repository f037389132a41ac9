import type { CheckStep, Outcome, ReviewStep } from '../chain.generated';
import type { CommandOf } from '../command';
import type { DossierEvent, EventOf } from '../event';
import { evolve } from '../evolve';
import { isOpenPlace } from '../places';
import type { Refusal, RefusalCode } from '../refusal';
import { returnTargets, stepOf } from '../routing';
import { conclusion } from '../signing';
import type { Open, Place } from '../state';
import { awaitsTranscript } from './counter';
import { accept, type Asked, type DecideContext, type Decider, type Decision, refuse, takeTask } from './decision';

/** One official decides at a review, or by hand at a check that the machine did not answer in time. */
export const decideReview: Decider<CommandOf<'decide'>> = (chain, state, command, context) => {
  const taken = takeTask(state, command.task, context);
  if (!taken.ok) return taken;
  if (awaitsTranscript(state)) return refuse('not-transcribed');
  const { place, task } = taken.found;
  const step = task.added ? undefined : stepOf(chain, place.step);
  if (step?.kind === 'check') return decideByHand(step, command, taken.found, context);
  if (step?.kind !== 'review') return refuse('unknown-outcome');
  const outcome = step.outcomes.find(({ key }) => key === command.outcome);
  if (!outcome) return refuse('unknown-outcome');
  const returns = outcome.act === 'return';
  const refusal = hindrance({ state, step, outcome, place, command, context });
  if (refusal) return refuse(refusal.code, refusal);
  if (returns && !returnTargets(chain, state, step, outcome.key).includes(command.returnTo ?? ''))
    return refuse('unlawful-target');
  const event = decidedEvent(outcome, command, taken.found, context);
  return returns || place.asked.length === 1 ? accept(event) : signing(step, state, place, event);
};

function decidedEvent(
  outcome: Outcome,
  { task, note, entry, amount, paper, returnTo }: CommandOf<'decide'>,
  { by }: Asked,
  { at }: DecideContext,
): EventOf<'decided'> {
  const back = outcome.act === 'return' ? { returnTo, resume: outcome.resume ?? 'through' } : {};
  return { type: 'decided', at, by, task, ...kindOf(outcome), note, entry, amount, ...back, paper };
}

/** One of several: recorded as a signature, and the place concluded when it was the one that was missing. */
export function signing(step: ReviewStep, state: Open, place: Place, event: SigningEvent): Decision {
  const said: DossierEvent = event.type === 'decided' ? { ...event, pending: true } : event;
  const after = evolve(state, said) as Open;
  const reached = after.places.find(({ key }) => key === place.key);
  const came = reached && conclusion(step, reached);
  if (!came) return accept(said);
  const { at, by } = event;
  return accept(said, { type: 'concluded', at, by, place: place.key, ...came });
}

type SigningEvent = EventOf<'decided'> | EventOf<'cosigned'> | EventOf<'askTakenBack'>;

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
  if (!returns && opinionAwaited(state, command.task)) return because('awaits-opinion');
  if (actor.kind === 'official' && hasSignedBeside(place, command.task, actor.account)) return because('same-person');
  if (outcome.reason === 'required' && !command.note) return because('reason-required');
  return outcome.skipsForm || returns ? undefined : unfilled(step, command);
}

function unfilled(step: ReviewStep, command: CommandOf<'decide'>): Refusal | undefined {
  if (step.form !== undefined && !command.entry) return because('entry-required');
  return step.amount !== undefined && command.amount === undefined ? because('amount-required') : undefined;
}

/** Whoever has signed beside a decision is not the one to take it. */
function hasSignedBeside({ asked }: Place, task: string, account: string): boolean {
  return asked.some(({ added, signed }) => added?.by === task && signed?.by === account);
}

/** An opinion was asked that the decision waits for. */
function opinionAwaited(state: Open, task: string): boolean {
  return state.places.some(
    (place) => place.beside?.blocking && place.beside.task === task && isOpenPlace(state, place),
  );
}

/** Separation of duties: who settled one of those steps last, or signed there, may not decide here too. */
function decidedThere(state: Open, steps: readonly string[], account: string): boolean {
  const last = steps.map((step) => state.visits.findLast((visit) => visit.step === step));
  return last.some((visit) => visit?.decidedBy === account || visit?.signers?.includes(account));
}

function because(code: RefusalCode): Refusal {
  return { code };
}
