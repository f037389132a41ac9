import type { BranchesStep, Chain, ReviewStep, Step, StepKey } from './chain.generated';
import { type Reading, routeFor } from './conditions';
import { type Scope, scopesOf } from './scopes';
import { type Ending, type Open, type Place, RECEPTION, SUPPLEMENT, type Visit } from './state';

/** Where a settled place leads: to a step, to an end, or nowhere, which only a chain that was never verified does. */
export type Destination =
  | { readonly kind: 'step'; readonly step: StepKey; readonly resumeTo?: StepKey; readonly andThen?: StepKey }
  | { readonly kind: 'end'; readonly ending: Ending }
  /** A branch is done. */
  | { readonly kind: 'join'; readonly outcome: 'agreed' | 'refused' }
  /** An opinion leads nowhere: the step that asked for it goes on. */
  | { readonly kind: 'stays' }
  | { readonly kind: 'nowhere' };

export function stepOf(chain: Chain, key: StepKey): Step | undefined {
  return chain.steps.find((step) => step.key === key);
}

export function reviewOf(chain: Chain, key: StepKey): ReviewStep | undefined {
  const step = stepOf(chain, key);
  return step?.kind === 'review' ? step : undefined;
}

export function branchesStep(chain: Chain, key: StepKey): BranchesStep | undefined {
  const step = stepOf(chain, key);
  return step?.kind === 'branches' ? step : undefined;
}

/** The step that gives a paper its number, where one does. */
export function numberingStep(chain: Chain, paper: string): ReviewStep | undefined {
  return chain.steps.find((step): step is ReviewStep => step.kind === 'review' && step.numbers?.paper === paper);
}

/** Says where the dossier goes after `place`, from what was decided there. Follows the routes; asks nobody but `read`. */
export function destinationOf(chain: Chain, place: Place, read: Reading = NOTHING_READ): Destination {
  const settled = place.settled;
  if (!settled) return { kind: 'nowhere' };
  if (place.kind === 'consultation') return { kind: 'stays' };
  if (settled.outcome === 'supplement') return { kind: 'step', step: SUPPLEMENT, ...afterSupplement(chain, place) };
  if (settled.outcome === 'recalled' && settled.returnTo !== undefined) {
    const { resumeTo, andThen } = settled;
    return { kind: 'step', step: settled.returnTo, resumeTo, andThen };
  }
  if (settled.returnTo !== undefined) return returnedTo(chain, place, settled.returnTo, settled.resume);
  if (place.kind === 'supplement')
    return place.resumeTo === undefined
      ? { kind: 'nowhere' }
      : { kind: 'step', step: place.resumeTo, resumeTo: place.andThen };
  if (place.kind === 'reception') return afterReception(chain, settled.outcome);
  return alongRoute(chain, place, settled.outcome, read);
}

/** Without facts no condition says anything. */
const NOTHING_READ: Reading = () => null;

/** Every step that the dossier may go to from there: one, unless it hangs on a condition that has not been read yet. */
export function waysFrom(chain: Chain, place: Place): readonly StepKey[] {
  const routes = stepOf(chain, place.step)?.routes ?? [];
  const ways = new Set(
    routes.flatMap(({ on, when }) => (on === place.settled?.outcome && when !== undefined ? [when] : [])),
  );
  const readings: Reading[] = [
    () => false,
    ...[...ways].map(
      (way): Reading =>
        (text) =>
          text === way,
    ),
  ];
  const found = readings.map((read) => destinationOf(chain, place, read));
  return [...new Set(found.flatMap((way) => (way.kind === 'step' ? [way.step] : [])))];
}

/** The steps that a return may lawfully go back to: those that led here, as far as the outcome allows them. */
export function returnTargets(chain: Chain, state: Open, from: ReviewStep, outcomeKey: string): readonly StepKey[] {
  const targets = from.outcomes.find(({ key, act }) => key === outcomeKey && act === 'return')?.targets;
  if (targets === undefined) return [];
  const before = wayTo(chain, state, from.key);
  return targets === 'any-earlier' ? before : before.filter((key) => targets.includes(key));
}

/**
 * The reviews, and the branches as a whole, that lie on the way to a step. Going back to one takes it and what came after
 * it off the way; other branches are no part of it.
 */
function wayTo(chain: Chain, state: Open, key: StepKey): readonly StepKey[] {
  const own = scopesOf(chain, key);
  const walked = state.visits
    .filter((visit) => isOnLadder(chain, visit.step) && isCurrent(state, visit))
    .map(({ step }) => step)
    .filter((step) => isInside(own, scopesOf(chain, step)));
  // From the chain itself into the branches: those around the step were entered after all that was walked outside of them.
  return [...own.map(({ step }) => step), key].reduce<readonly StepKey[]>((way, around, depth) => {
    const here = walked.filter((step) => scopesOf(chain, step).length === depth);
    const reached = here.reduce<readonly StepKey[]>((so, step) => [...back(chain, so, step), step], way);
    return back(chain, reached, around);
  }, []);
}

function back(chain: Chain, way: readonly StepKey[], step: StepKey): readonly StepKey[] {
  const at = way.indexOf(step);
  const scope = scopesOf(chain, step);
  return at < 0 ? way : way.filter((each, index) => index < at || !isInside(scopesOf(chain, each), scope));
}

function isOnLadder(chain: Chain, step: StepKey): boolean {
  const kind = stepOf(chain, step)?.kind;
  return kind === 'review' || kind === 'branches';
}

/** What ran in branches that the dossier has left since is no part of any way. */
const isCurrent = (state: Open, { within }: Visit) =>
  within === undefined || state.places.some(({ key }) => key === within.place);

/** Whether the one scope lies within the other, or is the same. */
function isInside(one: readonly Scope[], other: readonly Scope[]): boolean {
  return other.every(({ step, branch }, depth) => one[depth]?.step === step && one[depth]?.branch === branch);
}

/** What a return to that step makes of the decisions that others have taken: undefined where nobody else is concerned. */
export function carriedBy(chain: Chain, from: Step, target: StepKey): 'keep' | 'void' | undefined {
  const stays = scopesOf(chain, target).length;
  const left = scopesOf(chain, from.key)[stays];
  const branches = left && stepOf(chain, left.step);
  if (branches?.kind === 'branches') return branches.carry.return;
  return from.kind === 'review' ? from.panel?.carry.return : undefined;
}

const to = (step: StepKey): Destination => ({ kind: 'step', step });

/** Back to the step that asked, which still knows to whom it was to go on; or once more through the whole chain. */
function afterSupplement(chain: Chain, place: Place): { readonly resumeTo: StepKey; readonly andThen?: StepKey } {
  if (place.kind === 'reception') return { resumeTo: RECEPTION };
  const fromStart = reviewOf(chain, place.step)?.supplement === 'start';
  return fromStart ? { resumeTo: chain.start } : { resumeTo: place.step, andThen: place.resumeTo };
}

/** Afterwards to who returned it; where that was inside branches that the dossier has left, to those branches. */
function returnedTo(
  chain: Chain,
  place: Place,
  step: StepKey,
  resume: 'through' | 'returner' | undefined,
): Destination {
  if (resume !== 'returner') return to(step);
  const left = scopesOf(chain, place.step)[scopesOf(chain, step).length];
  return { kind: 'step', step, resumeTo: left?.step ?? place.step };
}

function afterReception(chain: Chain, outcome: string): Destination {
  if (outcome === 'received') return { kind: 'step', step: chain.start };
  return outcome === 'forwarded' ? { kind: 'step', step: RECEPTION } : { kind: 'end', ending: 'refused' };
}

/** A decision made anew has papers of its own and goes its whole way; only a proposal goes straight back to who returned it. */
const DECIDES: ReadonlySet<string> = new Set(['approve', 'reject']);

function alongRoute(chain: Chain, place: Place, outcome: string, read: Reading): Destination {
  const route = routeFor(stepOf(chain, place.step), outcome, read);
  if (!route) return { kind: 'nowhere' };
  if ('end' in route) return { kind: 'end', ending: route.end };
  const decides = DECIDES.has(reviewOf(chain, place.step)?.outcomes.find(({ key }) => key === outcome)?.act ?? '');
  const resumed = decides ? undefined : place.resumeTo;
  if (resumed !== undefined) return to(resumed);
  return 'joins' in route ? { kind: 'join', outcome: route.joins } : to(route.to);
}
