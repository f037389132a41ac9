import type { Instant } from '@trinhduyet/calendar';
import type { Chain, StepKey } from './chain.generated';
import type { Command, CommandType } from './command';
import { decide } from './decide';
import { awaitsTranscript } from './decide/counter';
import type { DecideContext } from './decide/decision';
import type { RefusalCode } from './refusal';
import { destinationOf, returnTargets, stepOf } from './routing';
import type { DossierState, Kept, Open, Place, Task, TaskKey } from './state';

/** One thing that the actor could ask for: lawful now, or why not. A button shown without `because` is a button that works. */
export interface Offer {
  readonly command: CommandType;
  readonly task?: TaskKey;
  readonly outcome?: string;
  /** For a return: where to. */
  readonly targets?: readonly StepKey[];
  readonly because?: RefusalCode;
  readonly from?: Instant;
}

/** Stands for a text, form or paper that would come with the command. */
const PROBE: Kept = { id: '', digest: '' };

/** Everything that concerns the actor at this dossier, judged by `decide` itself so that nothing is told twice. */
export function lawful(chain: Chain, state: DossierState, context: DecideContext): readonly Offer[] {
  if (state.status !== 'open') return [];
  return candidates(chain, state, context).map(({ offer, command }) =>
    judged(offer, decide(chain, state, command, context)),
  );
}

/** Where a dossier in transit is on its way to: the steps named by the core, before any worker came round. */
export function heading(chain: Chain, state: DossierState): readonly StepKey[] {
  if (state.status !== 'open') return [];
  if (state.withdrawnAt !== undefined) return [];
  if (state.places.length === 0) return ['reception'];
  return state.places.flatMap((place) => {
    const destination = destinationOf(chain, place);
    return destination.kind === 'step' ? [destination.step] : [];
  });
}

/** Nobody can decide while a dossier is on its way: something was decided, or submitted, that a worker has not followed yet. */
export function inTransit(state: DossierState): boolean {
  if (state.status !== 'open') return false;
  return (
    state.withdrawnAt !== undefined ||
    state.places.length === 0 ||
    state.places.some(({ settled }) => settled !== undefined)
  );
}

interface Candidate {
  readonly offer: Offer;
  readonly command: Command;
}

function candidates(chain: Chain, state: Open, { actor }: DecideContext): readonly Candidate[] {
  switch (actor.kind) {
    case 'applicant':
      return [candidate({ type: 'supplement', revision: PROBE }), candidate({ type: 'withdraw' })];
    case 'administrator':
      return [candidate({ type: 'lookAgain' })];
    case 'system':
      return [];
    case 'official': {
      const concerns = (task: Task) => actor.posts.some(({ post, unit }) => post === task.post || unit === task.unit);
      return [
        ...state.places.flatMap((place) =>
          place.asked.filter(concerns).flatMap((task) => ofTask(chain, state, place, task)),
        ),
        ...ofPaper(state),
      ];
    }
  }
}

function ofTask(chain: Chain, state: Open, place: Place, { key: task }: Task): readonly Candidate[] {
  const own = place.kind === 'reception' ? ofReception(task) : ofReview(chain, state, place, task);
  return [
    ...own,
    candidate({ type: 'askSupplement', task, items: 1, note: PROBE }),
    candidate({ type: 'askConsent', task, note: PROBE }),
    candidate({ type: 'consent', task }),
    candidate({ type: 'refuseConsent', task, note: PROBE }),
    candidate({ type: 'extend', task, promisedOn: '', note: PROBE, paper: PROBE }),
    candidate({ type: 'claim', task }),
    candidate({ type: 'release', task }),
    candidate({ type: 'assign', task, to: '' }),
  ];
}

/** What a dossier that came on paper still needs from the office. */
function ofPaper(state: Open): readonly Candidate[] {
  const isWaiting = state.submission.counter && state.places.some(({ kind }) => kind === 'supplement');
  return [
    ...(awaitsTranscript(state) ? [candidate({ type: 'transcribe', revision: PROBE, findings: [] })] : []),
    ...(isWaiting ? [candidate({ type: 'supplement', revision: PROBE })] : []),
  ];
}

function ofReception(task: TaskKey): readonly Candidate[] {
  return [
    candidate({ type: 'receive', task, paper: PROBE }),
    candidate({ type: 'refuseReception', task, reason: 'NOT_COMPETENT', note: PROBE }),
    candidate({ type: 'forwardReception', task, to: '' }),
  ];
}

function ofReview(chain: Chain, state: Open, place: Place, task: TaskKey): readonly Candidate[] {
  const step = stepOf(chain, place.step);
  if (step?.kind === 'check') return step.routes.map(({ on }) => decision(task, on));
  if (step?.kind !== 'review') return [];
  return step.outcomes.map(({ key, act }) => {
    if (act !== 'return') return decision(task, key);
    const targets = returnTargets(chain, state, step, key);
    const { offer, command } = decision(task, key, targets[0]);
    return { offer: { ...offer, targets }, command };
  });
}

function decision(task: TaskKey, outcome: string, returnTo?: StepKey): Candidate {
  const command: Command = {
    type: 'decide',
    task,
    outcome,
    note: PROBE,
    entry: PROBE,
    amount: 0,
    returnTo,
  };
  return { offer: { command: 'decide', task, outcome }, command };
}

function candidate(command: Command): Candidate {
  return { offer: { command: command.type, task: 'task' in command ? command.task : undefined }, command };
}

/** Refusals that only say that the probe named nobody in particular. */
const OF_THE_PROBE: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-assignable',
  'no-such-unit',
  'unlawful-promise',
]);

function judged(offer: Offer, decision: ReturnType<typeof decide>): Offer {
  if (decision.ok || OF_THE_PROBE.has(decision.refusal.code)) return offer;
  const { code, from } = decision.refusal;
  return { ...offer, because: code, from };
}
