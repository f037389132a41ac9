import type { Chain, ReviewStep, Step, StepKey } from './chain.generated';
import { type Reading, routeFor } from './conditions';
import { type Ending, type Open, type Place, RECEPTION, SUPPLEMENT } from './state';

/** Where a settled place leads: to a step, to an end, or nowhere, which only a chain that was never verified does. */
export type Destination =
  | { readonly kind: 'step'; readonly step: StepKey; readonly resumeTo?: StepKey; readonly andThen?: StepKey }
  | { readonly kind: 'end'; readonly ending: Ending }
  | { readonly kind: 'nowhere' };

export function stepOf(chain: Chain, key: StepKey): Step | undefined {
  return chain.steps.find((step) => step.key === key);
}

export function reviewOf(chain: Chain, key: StepKey): ReviewStep | undefined {
  const step = stepOf(chain, key);
  return step?.kind === 'review' ? step : undefined;
}

/** The step that gives a paper its number, where one does. */
export function numberingStep(chain: Chain, paper: string): ReviewStep | undefined {
  return chain.steps.find((step): step is ReviewStep => step.kind === 'review' && step.numbers?.paper === paper);
}

/** Says where the dossier goes after `place`, from what was decided there. Follows the routes; asks nobody but `read`. */
export function destinationOf(chain: Chain, place: Place, read: Reading = NOTHING_READ): Destination {
  const settled = place.settled;
  if (!settled) return { kind: 'nowhere' };
  if (settled.outcome === 'supplement') return { kind: 'step', step: SUPPLEMENT, ...afterSupplement(chain, place) };
  if (settled.returnTo !== undefined) return returnedTo(place, settled.returnTo, settled.resume);
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

/** The steps that a return may lawfully go back to: reviews already passed, as far as the outcome allows them. */
export function returnTargets(chain: Chain, state: Open, from: ReviewStep, outcomeKey: string): readonly StepKey[] {
  const targets = from.outcomes.find(({ key, act }) => key === outcomeKey && act === 'return')?.targets;
  if (targets === undefined) return [];
  const passed = [...new Set(state.visits.map(({ step }) => step))].filter(
    (key) => reviewOf(chain, key) && key !== from.key,
  );
  return targets === 'any-earlier' ? passed : passed.filter((key) => targets.includes(key));
}

/** Back to the step that asked, which still knows to whom it was to go on; or once more through the whole chain. */
function afterSupplement(chain: Chain, place: Place): { readonly resumeTo: StepKey; readonly andThen?: StepKey } {
  if (place.kind === 'reception') return { resumeTo: RECEPTION };
  const fromStart = reviewOf(chain, place.step)?.supplement === 'start';
  return fromStart ? { resumeTo: chain.start } : { resumeTo: place.step, andThen: place.resumeTo };
}

function returnedTo(place: Place, step: StepKey, resume: 'through' | 'returner' | undefined): Destination {
  return resume === 'returner' ? { kind: 'step', step, resumeTo: place.step } : { kind: 'step', step };
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
  return { kind: 'step', step: decides ? route.to : (place.resumeTo ?? route.to) };
}
