import type { ReviewStep, SigningRule } from './chain.generated';
import type { Place, Task, TaskKey } from './state';

/** Whether the task is asked now: not signed, and everybody who signs before it has. */
export function isAsked({ settled, asked }: Place, { signed, waitsFor }: Task): boolean {
  if (settled || signed) return false;
  return !waitsFor?.some((key) => asked.some((task) => task.key === key && !task.signed));
}

/** How many of so many signers must agree; more than there are where the rule cannot be kept. */
export function needed(rule: SigningRule, signers: number): number {
  switch (rule.kind) {
    case 'all':
      return signers;
    case 'any':
      return 1;
    case 'at-least':
      return rule.count;
    case 'percent':
      return Math.max(1, Math.ceil((signers * rule.percent) / 100));
  }
}

/** Passed as soon as enough agree, failed as soon as enough no longer can; undefined while it is open. */
export function verdict(
  rule: SigningRule,
  { signers, agree, against }: { readonly signers: number; readonly agree: number; readonly against: number },
): 'passed' | 'failed' | undefined {
  const enough = needed(rule, signers);
  if (agree >= enough) return 'passed';
  return signers - against < enough ? 'failed' : undefined;
}

export interface Conclusion {
  readonly outcome: string;
  /** What is approved by it; a proposal decides no amount. */
  readonly amount?: number;
}

/**
 * What a review comes out with by what its signers have said so far: the chain's own signers by the panel's rule, and
 * only when those whom they added have answered too. Undefined while it is open.
 */
export function conclusion({ panel, outcomes }: ReviewStep, { asked }: Place): Conclusion | undefined {
  const signers = asked.filter(({ added }) => !added);
  const outcome = panel ? ofPanel(panel, signers) : signers[0]?.signed?.outcome;
  if (outcome === undefined || signers.some((task) => task.signed && cosignersAwaited(asked, task.key)))
    return undefined;
  const approves = outcomes.some(({ key, act }) => key === outcome && act === 'approve');
  return approves ? { outcome, amount: lastAmount(signers, outcome) } : { outcome };
}

function ofPanel({ rule, passes, fails }: NonNullable<ReviewStep['panel']>, signers: readonly Task[]) {
  const said = signers.flatMap(({ signed }) => (signed ? [signed.outcome] : []));
  const agree = said.filter((outcome) => outcome === passes).length;
  const came = verdict(rule, { signers: signers.length, agree, against: said.length - agree });
  return came && (came === 'passed' ? passes : fails);
}

/** Whether somebody whom this signer added has not answered yet, or somebody whom they added in turn. */
export function cosignersAwaited(asked: readonly Task[], key: TaskKey): boolean {
  return asked.some((task) => task.added?.by === key && (!task.signed || cosignersAwaited(asked, task.key)));
}

function lastAmount(signers: readonly Task[], outcome: string): number | undefined {
  const agreed = signers.flatMap(({ signed }) => (signed?.outcome === outcome ? [signed] : []));
  return agreed.sort((a, b) => a.sequence - b.sequence).findLast(({ amount }) => amount !== undefined)?.amount;
}

/** The key of the next task that is asked at a place. */
export function nextTaskKey(place: Place): TaskKey {
  return `${place.key}.${(place.lastTask ?? place.asked.length) + 1}`;
}

/** The same task, asked anew: what was signed or taken is forgotten, who was asked is not. */
export function askedAgain(place: Place, { signed: _, claimedBy: __, opened: ___, ...task }: Task): Task {
  return { ...task, key: nextTaskKey(place) };
}

/** A task of one holder of a post among others, who signs in person: nobody can be put in their place. */
export function signsAlone({ signs }: Task): boolean {
  return signs === 'in-person';
}
