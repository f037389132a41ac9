import type { Environment } from '@trinhduyet/feel/publish';
import { TIERS } from '@trinhduyet/org';
import type { Chain, Outcome, ReviewStep, Step, StepKey } from './chain.generated';
import { SKIPPED } from './conditions';
import { RECEPTION, SUPPLEMENT } from './state';
import { conditionFindings } from './verify-conditions';

/** Something that keeps a chain from being published. Texts stand with the studio. */
export interface Finding {
  readonly code:
    | 'duplicate-step'
    | 'reserved-step'
    | 'unknown-step'
    | 'unreachable-step'
    | 'no-way-to-an-end'
    | 'missing-route'
    | 'route-without-outcome'
    | 'duplicate-outcome'
    | 'tier-not-in-ladder'
    | 'ladder-out-of-order'
    | 'act-beyond-duty'
    | 'return-without-targets'
    | 'posting-longer-than-limit'
    | 'unknown-form'
    | 'unknown-paper'
    | 'promise-too-short'
    | 'condition'
    | 'outcome-not-total'
    | 'route-never-taken';
  readonly step?: StepKey;
  readonly detail?: string;
}

/** What the request type offers beside the chain: the forms of steps and the papers. */
export interface Surroundings {
  readonly stepForms: readonly string[];
  readonly papers: readonly string[];
  /** What conditions may read. */
  readonly environment?: Environment;
}

/** Who may do in law what: a specialist proposes, a head forwards, a leader approves or rejects. */
const DUTIES_OF_ACT: Record<Outcome['act'], readonly string[]> = {
  confirm: ['clerk', 'village-head', 'specialist', 'head', 'leader', 'archivist', 'administrator'],
  propose: ['village-head', 'specialist', 'head', 'leader'],
  forward: ['head', 'leader'],
  approve: ['head', 'leader'],
  reject: ['head', 'leader'],
  return: ['specialist', 'head', 'leader', 'archivist'],
};

/** Checks that a dossier on this chain can neither get lost nor stuck for a reason that the chain itself contains. */
export function verify(chain: Chain, surroundings: Surroundings): readonly Finding[] {
  return [
    ...names(chain),
    ...chain.steps.flatMap((step) => ofStep(chain, step, surroundings)),
    ...reachability(chain),
    ...promise(chain),
  ];
}

function names(chain: Chain): Finding[] {
  const keys = chain.steps.map(({ key }) => key);
  const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
  const order = chain.ladder.map((tier) => TIERS.indexOf(tier));
  const rises = order.every((rank, index) => index === 0 || rank > (order[index - 1] ?? -1));
  const named = [chain.start, chain.promise.until];
  return [
    ...twice.map((step): Finding => ({ code: 'duplicate-step', step })),
    ...keys
      .filter((key) => key === RECEPTION || key === SUPPLEMENT)
      .map((step): Finding => ({ code: 'reserved-step', step })),
    ...named.filter((key) => !keys.includes(key)).map((step): Finding => ({ code: 'unknown-step', step })),
    ...(rises ? [] : [{ code: 'ladder-out-of-order' } as const]),
  ];
}

function ofStep(chain: Chain, step: Step, { stepForms, papers, environment = {} }: Surroundings): Finding[] {
  const who = step.kind === 'paper' ? undefined : step.who;
  const offLadder = who !== undefined && !chain.ladder.includes(who.tier);
  return [
    ...(offLadder ? [{ code: 'tier-not-in-ladder', step: step.key, detail: who.tier } as const] : []),
    ...(step.kind === 'paper' && !papers.includes(step.paper)
      ? [{ code: 'unknown-paper', step: step.key, detail: step.paper } as const]
      : []),
    ...routes(chain, step),
    ...conditionFindings(step, environment),
    ...(step.kind === 'review' ? outcomePapers(step, papers) : []),
    ...(step.kind === 'review' ? ofReview(chain, step, stepForms) : []),
    ...(step.kind === 'review' && step.numbers && !papers.includes(step.numbers.paper)
      ? [{ code: 'unknown-paper', step: step.key, detail: step.numbers.paper } as const]
      : []),
  ];
}

/** What an outcome draws up must be there; a return draws up nothing. */
function outcomePapers({ key, outcomes }: ReviewStep, papers: readonly string[]): Finding[] {
  const unknown = ({ act, paper }: Outcome) => paper !== undefined && (act === 'return' || !papers.includes(paper));
  return outcomes.filter(unknown).map(({ paper }) => ({ code: 'unknown-paper', step: key, detail: paper }));
}

function ofReview(chain: Chain, step: ReviewStep, stepForms: readonly string[]): Finding[] {
  const keys = step.outcomes.map(({ key }) => key);
  const at = (code: Finding['code'], detail: string): Finding => ({ code, step: step.key, detail });
  const known = new Set(chain.steps.map(({ key }) => key));
  const targets = step.outcomes.flatMap(({ targets: named }) => (Array.isArray(named) ? named : []));
  const longPosting = step.notBefore !== undefined && step.notBefore >= step.workingDays;
  return [
    ...keys.filter((key, index) => keys.indexOf(key) !== index).map((key) => at('duplicate-outcome', key)),
    ...step.outcomes
      .filter(({ act }) => !DUTIES_OF_ACT[act].includes(step.who.duty))
      .map(({ key }) => at('act-beyond-duty', key)),
    ...step.outcomes
      .filter(({ act, targets: named }) => act === 'return' && !named)
      .map(({ key }) => at('return-without-targets', key)),
    ...[...targets, ...(step.differsFrom ?? [])].filter((key) => !known.has(key)).map((key) => at('unknown-step', key)),
    ...(step.form !== undefined && !stepForms.includes(step.form) ? [at('unknown-form', step.form)] : []),
    ...(longPosting ? [at('posting-longer-than-limit', String(step.notBefore))] : []),
  ];
}

/** What a step may come out with; a return goes back by itself and needs no route. */
function outcomesOf(step: Step): readonly string[] {
  return step.entry === undefined ? decidedOutcomes(step) : [...decidedOutcomes(step), SKIPPED];
}

function decidedOutcomes(step: Step): readonly string[] {
  if (step.kind === 'check') return ['clear', 'attention'];
  if (step.kind === 'paper') return ['issued'];
  return step.outcomes.filter(({ act }) => act !== 'return').map(({ key }) => key);
}

function routes(chain: Chain, step: Step): Finding[] {
  const outcomes = outcomesOf(step);
  const routed = step.routes.map(({ on }) => on);
  const unknown = step.routes.flatMap((route) =>
    'to' in route && !chain.steps.some(({ key }) => key === route.to) ? [route.to] : [],
  );
  const at = (code: Finding['code'], detail: string): Finding => ({ code, step: step.key, detail });
  return [
    ...outcomes.filter((key) => !routed.includes(key)).map((key) => at('missing-route', key)),
    ...routed
      .filter((key) => !outcomes.includes(key) && key !== SKIPPED)
      .map((key) => at('route-without-outcome', key)),
    ...unknown.map((key) => at('unknown-step', key)),
  ];
}

const nextOf = (step: Step): StepKey[] => step.routes.flatMap((route) => ('to' in route ? [route.to] : []));

function reachability(chain: Chain): Finding[] {
  const byKey = new Map(chain.steps.map((step) => [step.key, step]));
  const reached = closure([chain.start], (key) => (byKey.has(key) ? nextOf(byKey.get(key) as Step) : []));
  const before = (key: StepKey) => chain.steps.filter((step) => nextOf(step).includes(key)).map((step) => step.key);
  const ending = chain.steps.filter((step) => step.routes.some((route) => 'end' in route)).map(({ key }) => key);
  const ends = closure(ending, before);
  return [
    ...chain.steps
      .filter(({ key }) => !reached.has(key))
      .map(({ key }): Finding => ({ code: 'unreachable-step', step: key })),
    ...chain.steps
      .filter(({ key }) => !ends.has(key))
      .map(({ key }): Finding => ({ code: 'no-way-to-an-end', step: key })),
  ];
}

function closure(from: readonly StepKey[], next: (key: StepKey) => readonly StepKey[]): ReadonlySet<StepKey> {
  const seen = new Set<StepKey>();
  const waiting = [...from];
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (!seen.has(key)) waiting.push(...next(key));
    seen.add(key);
  }
  return seen;
}

/** The longest way to the step that keeps the promise, loops walked once, must fit into what form 01 promises. */
function promise(chain: Chain): Finding[] {
  const byKey = new Map(chain.steps.map((step) => [step.key, step]));
  const known = new Map<StepKey, number>();
  const longest = (key: StepKey): number => {
    const step = byKey.get(key);
    if (!step) return -Infinity;
    if (key === chain.promise.until) return step.workingDays;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, -Infinity);
    const length = step.workingDays + Math.max(-Infinity, ...nextOf(step).map(longest));
    known.set(key, length);
    return length;
  };
  const needed = chain.reception.workingDays + longest(chain.start);
  return needed > chain.promise.workingDays ? [{ code: 'promise-too-short', detail: String(needed) }] : [];
}
