import type { Chain, ReviewStep, Step } from './chain.generated';
import { verify } from './index';
import { shippedChain } from './laws/walks';
import { aChain, anOutcome, aReview } from './testing';

const surroundings = {
  stepForms: ['meeting', 'posting', 'survey', 'appraisal', 'decision', 'numbering'],
  papers: ['decision', 'refusal', 'to-trinh'],
};
const findings = (chain: Chain) => verify(chain, surroundings).map(({ code, step, detail }) => [code, step, detail]);
const sound = aChain();

function withStep(key: string, change: (step: Step) => Step): Chain {
  return { ...sound, steps: sound.steps.map((step) => (step.key === key ? change(step) : step)) };
}
const withReview = (key: string, change: (step: ReviewStep) => Partial<ReviewStep>) =>
  withStep(key, (step) => ({ ...step, ...change(step as ReviewStep) }) as ReviewStep);

it.each(['two-tier', 'three-tier'] as const)('finds nothing in the %s chain that ships', (name) => {
  expect(findings(shippedChain(name))).toEqual([]);
});

describe('a chain cannot be published', () => {
  it.each<[string, Chain, unknown]>([
    [
      'when two steps have one key',
      { ...sound, steps: [...sound.steps, aReview('sign')] },
      ['duplicate-step', 'sign', undefined],
    ],
    [
      'when a step is called reception',
      { ...sound, steps: [...sound.steps, aReview('reception')] },
      ['reserved-step', 'reception', undefined],
    ],
    [
      'when it starts at a step that is not there',
      { ...sound, start: 'nowhere' },
      ['unknown-step', 'nowhere', undefined],
    ],
    [
      'when a step is never reached',
      { ...sound, steps: [...sound.steps, aReview('island')] },
      ['unreachable-step', 'island', undefined],
    ],
    [
      'when its tiers are out of order',
      { ...sound, ladder: ['province', 'commune'] },
      ['ladder-out-of-order', undefined, undefined],
    ],
    [
      'when a step asks a tier that the ladder lacks',
      withReview('survey', (step) => ({ who: { ...step.who, tier: 'district' } })),
      ['tier-not-in-ladder', 'survey', 'district'],
    ],
    [
      'when a specialist would approve',
      withReview('survey', () => ({ outcomes: [anOutcome('propose', 'approve')] })),
      ['act-beyond-duty', 'survey', 'propose'],
    ],
    [
      'when an outcome leads nowhere',
      withReview('sign', (step) => ({ routes: step.routes.slice(0, 1) })),
      ['missing-route', 'sign', 'reject'],
    ],
    [
      'when a route follows no outcome',
      withReview('survey', (step) => ({ routes: [...step.routes, { on: 'nonsense', to: 'sign' }] })),
      ['route-without-outcome', 'survey', 'nonsense'],
    ],
    [
      'when a return has no way back',
      withReview('survey', (step) => ({ outcomes: [...step.outcomes, anOutcome('back', 'return')] })),
      ['return-without-targets', 'survey', 'back'],
    ],
    [
      'when a posting outlasts its limit',
      withReview('survey', () => ({ notBefore: 5 })),
      ['posting-longer-than-limit', 'survey', '5'],
    ],
    [
      'when the form of a step is missing',
      withReview('survey', () => ({ form: 'unheard-of' })),
      ['unknown-form', 'survey', 'unheard-of'],
    ],
    [
      'when a paper is missing',
      withStep('paper', (step) => ({ ...step, paper: 'unheard-of' }) as Step),
      ['unknown-paper', 'paper', 'unheard-of'],
    ],
    [
      'when an outcome draws up a paper that is missing',
      withReview('survey', () => ({ outcomes: [anOutcome('propose', 'propose', { paper: 'unheard-of' })] })),
      ['unknown-paper', 'survey', 'unheard-of'],
    ],
    [
      'when its limits add up to more than it promises',
      { ...sound, promise: { ...sound.promise, workingDays: 9 } },
      ['promise-too-short', undefined, '10'],
    ],
  ])('%s', (_why, chain, finding) => {
    expect(findings(chain)).toContainEqual(finding);
  });

  it('when a dossier could go round for ever', () => {
    const loop = withReview('number', (step) => ({ routes: step.routes.map(({ on }) => ({ on, to: 'sign' })) }));
    const shut = { ...loop, steps: loop.steps.map((step) => (step.key === 'sign' ? noWayOut(step) : step)) };

    expect(findings(shut)).toContainEqual(['no-way-to-an-end', 'sign', undefined]);
  });
});

function noWayOut(step: Step): Step {
  return { ...step, routes: step.routes.map(({ on }) => ({ on, to: 'paper' })) } as Step;
}
