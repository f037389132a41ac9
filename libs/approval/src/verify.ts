import type { Environment } from '@trinhduyet/feel/publish';
import { TIERS } from '@trinhduyet/org';
import type { BranchesStep, Chain, Outcome, ReviewStep, SigningRule, Step, StepKey } from './chain.generated';
import { SKIPPED } from './conditions';
import { whoOf } from './entering';
import { nextSteps, type Scope, scopesOf } from './scopes';
import { needed } from './signing';
import { RESERVED_STEPS } from './state';
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
    | 'unknown-outcome'
    | 'rule-beyond-signers'
    | 'route-crosses-branch'
    | 'end-within-branch'
    | 'join-outside-branch'
    | 'branch-longer-than-limit'
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
    ...keys.filter((key) => RESERVED_STEPS.includes(key)).map((step): Finding => ({ code: 'reserved-step', step })),
    ...named.filter((key) => !keys.includes(key)).map((step): Finding => ({ code: 'unknown-step', step })),
    ...(rises ? [] : [{ code: 'ladder-out-of-order' } as const]),
  ];
}

function ofStep(chain: Chain, step: Step, { stepForms, papers, environment = {} }: Surroundings): Finding[] {
  const offLadder = whoOf(chain, step.key).filter(({ tier }) => !chain.ladder.includes(tier));
  return [
    ...offLadder.map(({ tier }): Finding => ({ code: 'tier-not-in-ladder', step: step.key, detail: tier })),
    ...(step.kind === 'paper' && !papers.includes(step.paper)
      ? [{ code: 'unknown-paper', step: step.key, detail: step.paper } as const]
      : []),
    ...routes(chain, step),
    ...conditionFindings(step, environment),
    ...(step.kind === 'review' ? outcomePapers(step, papers) : []),
    ...(step.kind === 'review' ? [...ofReview(chain, step, stepForms), ...ofPanel(step)] : []),
    ...(step.kind === 'branches' ? ofBranches(chain, step) : []),
    ...scope(chain, step),
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

/** Only what the chain itself says can be known: how many hold a post is seen when the step is entered. */
function ofPanel({ key, panel, outcomes }: ReviewStep): Finding[] {
  if (!panel) return [];
  const known = outcomes.filter(({ act }) => act !== 'return').map((outcome) => outcome.key);
  const unknown = [panel.passes, panel.fails].filter((each) => !known.includes(each));
  const signers = panel.holders ? undefined : 1 + (panel.with?.length ?? 0);
  return [
    ...unknown.map((detail): Finding => ({ code: 'unknown-outcome', step: key, detail })),
    ...(signers === undefined ? [] : satisfiable(key, panel.rule, signers)),
  ];
}

function satisfiable(step: StepKey, rule: SigningRule, signers: number): Finding[] {
  return needed(rule, signers) > signers ? [{ code: 'rule-beyond-signers', step, detail: String(signers) }] : [];
}

function ofBranches(chain: Chain, { key, branches, rule, workingDays }: BranchesStep): Finding[] {
  const keys = branches.map((branch) => branch.key);
  const known = new Set(chain.steps.map((step) => step.key));
  const longest = Math.max(...branches.map(({ start }) => longestFrom(chain, start)));
  return [
    ...keys
      .filter((each, index) => keys.indexOf(each) !== index)
      .map((detail): Finding => ({ code: 'duplicate-step', step: key, detail })),
    ...branches
      .filter(({ start }) => !known.has(start))
      .map(({ start }): Finding => ({ code: 'unknown-step', step: key, detail: start })),
    ...satisfiable(key, rule, branches.length),
    ...(longest > workingDays
      ? [{ code: 'branch-longer-than-limit', step: key, detail: String(longest) } as const]
      : []),
  ];
}

/** A branch is left by a route that joins and by nothing else; nobody else walks in. */
function scope(chain: Chain, step: Step): Finding[] {
  const own = scopesOf(chain, step.key);
  const inBranch = own.length > 0;
  const starts = step.kind === 'branches' ? step.branches : [];
  const astray = [
    ...nextSteps(step).filter((next) => !isSame(scopesOf(chain, next), own)),
    ...starts
      .filter(({ key, start }) => !isSame(scopesOf(chain, start), [...own, { step: step.key, branch: key }]))
      .map(({ start }) => start),
  ];
  return [
    ...astray.map((detail): Finding => ({ code: 'route-crosses-branch', step: step.key, detail })),
    ...step.routes
      .filter((route) => ('joins' in route ? !inBranch : 'end' in route && inBranch))
      .map((route): Finding => ({
        code: 'joins' in route ? 'join-outside-branch' : 'end-within-branch',
        step: step.key,
        detail: route.on,
      })),
  ];
}

function isSame(one: readonly Scope[], other: readonly Scope[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ step, branch }, at) => other[at]?.step === step && other[at]?.branch === branch)
  );
}

/** What a step may come out with; a return goes back by itself and needs no route. */
function outcomesOf(step: Step): readonly string[] {
  return step.entry === undefined ? decidedOutcomes(step) : [...decidedOutcomes(step), SKIPPED];
}

function decidedOutcomes(step: Step): readonly string[] {
  if (step.kind === 'check') return ['clear', 'attention'];
  if (step.kind === 'paper') return ['issued'];
  if (step.kind === 'branches') return ['agreed', 'refused'];
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

function reachability(chain: Chain): Finding[] {
  const byKey = new Map(chain.steps.map((step) => [step.key, step]));
  const starts = (step: Step) => (step.kind === 'branches' ? step.branches.map(({ start }) => start) : []);
  const reached = closure([chain.start], (key) => {
    const step = byKey.get(key);
    return step ? [...nextSteps(step), ...starts(step)] : [];
  });
  const before = (key: StepKey) => chain.steps.filter((step) => nextSteps(step).includes(key)).map((step) => step.key);
  const ending = chain.steps.filter((step) => step.routes.some((route) => !('to' in route))).map(({ key }) => key);
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
  const needs = chain.reception.workingDays + longestTo(chain, chain.start, chain.promise.until);
  return needs > chain.promise.workingDays ? [{ code: 'promise-too-short', detail: String(needs) }] : [];
}

/** Working days of the longest way from a step to that one, both included; -Infinity where there is none. */
function longestTo(chain: Chain, start: StepKey, until: StepKey): number {
  return longestWay(chain, start, ({ key }) => key === until);
}

/** Working days of the longest way from the start of a branch to where it joins. */
function longestFrom(chain: Chain, start: StepKey): number {
  return longestWay(chain, start, ({ routes }) => routes.some((route) => 'joins' in route));
}

function longestWay(chain: Chain, start: StepKey, isLast: (step: Step) => boolean): number {
  const byKey = new Map(chain.steps.map((step) => [step.key, step]));
  const known = new Map<StepKey, number>();
  const longest = (key: StepKey): number => {
    const step = byKey.get(key);
    if (!step) return -Infinity;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, -Infinity);
    const ends = isLast(step) ? [0] : [];
    const length = step.workingDays + Math.max(-Infinity, ...ends, ...nextSteps(step).map(longest));
    known.set(key, length);
    return length;
  };
  return longest(start);
}
