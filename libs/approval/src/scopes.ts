import type { Chain, Step, StepKey } from './chain.generated';

/** A branch that a step runs in, and the step of the chain that it belongs to. */
export interface Scope {
  readonly step: StepKey;
  readonly branch: StepKey;
}

const known = new WeakMap<Chain, ReadonlyMap<StepKey, readonly Scope[]>>();

/** The branches that a step runs in, from the outermost inwards; none for a step of the chain itself. */
export function scopesOf(chain: Chain, key: StepKey): readonly Scope[] {
  const found = known.get(chain) ?? readScopes(chain);
  known.set(chain, found);
  return found.get(key) ?? [];
}

/** A branch is what can be reached from its start without leaving it: only a route that joins leads out. */
function readScopes(chain: Chain): ReadonlyMap<StepKey, readonly Scope[]> {
  const scopes = new Map<StepKey, readonly Scope[]>();
  const steps = new Map(chain.steps.map((step) => [step.key, step]));
  const visit = (key: StepKey, scope: readonly Scope[]): void => {
    const step = steps.get(key);
    if (!step || scopes.has(key)) return;
    scopes.set(key, scope);
    for (const next of nextSteps(step)) visit(next, scope);
    if (step.kind !== 'branches') return;
    for (const branch of step.branches) visit(branch.start, [...scope, { step: key, branch: branch.key }]);
  };
  visit(chain.start, []);
  return scopes;
}

export const nextSteps = (step: Step): readonly StepKey[] =>
  step.routes.flatMap((route) => ('to' in route ? [route.to] : []));
