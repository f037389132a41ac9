import type { Instant } from '@trinhduyet/calendar';
import type { Chain, ReviewStep, StepKey } from './chain.generated';
import type { Command, CommandType } from './command';
import { decide } from './decide';
import { awaitsTranscript } from './decide/counter';
import type { DecideContext } from './decide/decision';
import type { RefusalCode } from './refusal';
import { carriedBy, returnTargets, stepOf, waysFrom } from './routing';
import { type DossierState, type Kept, type Open, type Place, type Task, taskAt, type TaskKey } from './state';

/** One thing that the actor could ask for: lawful now, or why not. A button shown without `because` is a button that works. */
export interface Offer {
  readonly command: CommandType;
  readonly task?: TaskKey;
  readonly outcome?: string;
  /** For a return: where to. */
  readonly targets?: readonly StepKey[];
  /** For a return that concerns what others have decided: whether that is kept or void, by target. */
  readonly others?: Readonly<Record<StepKey, 'keep' | 'void'>>;
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

/** Where a dossier in transit is on its way to, before any worker came round; each step that a condition may yet choose. */
export function heading(chain: Chain, state: DossierState): readonly StepKey[] {
  if (state.status !== 'open') return [];
  if (state.withdrawnAt !== undefined) return [];
  if (state.places.length === 0) return ['reception'];
  return state.places.flatMap((place) => waysFrom(chain, place));
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
      return [
        candidate({ type: 'supplement', revision: PROBE }),
        candidate({ type: 'withdraw' }),
        candidate({ type: 'urge' }),
      ];
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
        ...asked(state, concerns).map((task) => candidate({ type: 'takeBackAsk', task })),
        ...ofPaper(state),
        ...decidedBy(state, actor.account).map((task) => candidate({ type: 'recall', task })),
        ...(state.suspended ? [candidate({ type: 'resume' })] : []),
        candidate({ type: 'urge' }),
      ];
    }
  }
}

function ofTask(chain: Chain, state: Open, place: Place, asked: Task): readonly Candidate[] {
  const task = asked.key;
  if (asked.signed) return [];
  return [
    ...ofPlace(chain, state, place, asked),
    ...handling(task),
    ...(chain.suspensions && !state.suspended ? [candidate(suspension(chain, task))] : []),
  ];
}

/** Those whom a task that concerns the actor has asked, wherever they sit. */
function asked(state: Open, concerns: (task: Task) => boolean): readonly TaskKey[] {
  return state.places.flatMap((place) =>
    place.asked.flatMap((task) => {
      const asker = task.signed ? undefined : taskAt(state, task.added?.by ?? place.beside?.task ?? '');
      return asker && concerns(asker.task) ? [task.key] : [];
    }),
  );
}

/** What the task is about: the reception, a decision, a signature beside another's, or an opinion. */
function ofPlace(chain: Chain, state: Open, place: Place, asked: Task): readonly Candidate[] {
  const task = asked.key;
  if (place.kind === 'consultation') return [candidate({ type: 'opine', task, opinion: 'agree', note: PROBE })];
  if (asked.added) return [candidate({ type: 'cosign', task, agrees: true }), ...signers(task)];
  const isReview = place.kind === 'review';
  return [
    ...(place.kind === 'reception' ? ofReception(task) : ofReview(chain, state, place, task)),
    candidate({ type: 'askSupplement', task, items: 1, note: PROBE }),
    candidate({ type: 'askConsent', task, note: PROBE }),
    candidate({ type: 'consent', task }),
    candidate({ type: 'refuseConsent', task, note: PROBE }),
    candidate({ type: 'extend', task, promisedOn: '', note: PROBE, paper: PROBE }),
    ...(isReview ? [candidate({ type: 'consult', task, post: '', blocking: false, workingDays: 1, note: PROBE })] : []),
    ...(isReview ? signers(task) : []),
  ];
}

const signers = (task: TaskKey) => [candidate({ type: 'addSigner', task, post: '', how: 'beside' })];

function handling(task: TaskKey): readonly Candidate[] {
  return [
    candidate({ type: 'claim', task }),
    candidate({ type: 'release', task }),
    candidate({ type: 'assign', task, to: '' }),
    candidate({ type: 'transfer', task, post: '' }),
  ];
}

function suspension({ suspensions }: Chain, task: TaskKey): Command {
  return { type: 'suspend', task, ground: suspensions?.[0]?.key ?? '', note: PROBE };
}

/** The tasks by which somebody decided what could still be taken back: here, or just before. */
function decidedBy({ places, visits }: Open, account: string): readonly TaskKey[] {
  const signed = places.flatMap(({ asked, settled }) => [
    ...asked.filter((task) => task.signed?.by === account && !task.added).map(({ key }) => key),
    ...(settled?.by === account && settled.task !== undefined ? [settled.task] : []),
  ]);
  const before = visits.filter(
    ({ decidedBy: by, key }) => by === account && places.some((place) => leadsTo(place.from, key, visits)),
  );
  return [
    ...new Set([...signed, ...before.flatMap(({ decidedTask }) => (decidedTask === undefined ? [] : [decidedTask]))]),
  ];
}

/** Whether a place was entered from that one, or from what machines did after it. */
function leadsTo(from: string | undefined, key: string, visits: Open['visits']): boolean {
  if (from === undefined || from === key) return from === key;
  const before = visits.findLast((visit) => visit.key === from);
  return before?.decidedBy === undefined && before?.decidedTask === undefined && leadsTo(before?.from, key, visits);
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
    return { offer: { ...offer, targets, others: othersOf(chain, step, targets) }, command };
  });
}

function othersOf(chain: Chain, step: ReviewStep, targets: readonly StepKey[]): Offer['others'] {
  const carried = targets.flatMap((target) => {
    const others = carriedBy(chain, step, target);
    return others ? [[target, others] as const] : [];
  });
  return carried.length > 0 ? Object.fromEntries(carried) : undefined;
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
  'no-such-post',
  'unlawful-promise',
]);

function judged(offer: Offer, decision: ReturnType<typeof decide>): Offer {
  if (decision.ok || OF_THE_PROBE.has(decision.refusal.code)) return offer;
  const { code, from } = decision.refusal;
  return { ...offer, because: code, from };
}
