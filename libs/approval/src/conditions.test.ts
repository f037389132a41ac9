import { choiceOf, MONEY, NUMBER, recordOf } from '@trinhduyet/feel/publish';
import fc from 'fast-check';
import type { Chain, Step } from './chain.generated';
import { heading, verify } from './index';
import { ADossier, aLadderOfAmounts, SYSTEM, states } from './testing';

const SURROUNDINGS = {
  stepForms: ['survey'],
  papers: ['decision'],
  environment: {
    kind: choiceOf(['NEW_BUILD', 'REPAIR']),
    amount: MONEY,
    step: recordOf({ survey: recordOf({ amount: MONEY }) }),
    outcome: recordOf({ survey: choiceOf(['propose']) }),
    rule: recordOf({}, NUMBER),
  },
};
const facts = (kind: string | undefined, amount?: number) => ({ kind, step: { survey: { amount } } });
const surveyed = (chain: Chain, known?: object) =>
  ADossier.on(chain)
    .with({ facts: known as never })
    .submitted()
    .received()
    .checked()
    .decided('propose');

describe('a route with a condition', () => {
  it('is taken where it holds, and the next one where it does not', () => {
    const chain = aLadderOfAmounts();

    expect(surveyed(chain, facts('NEW_BUILD', 30_000_000)).place.step).toBe('sign');
    expect(surveyed(chain, facts('NEW_BUILD', 20_000_000)).place.step).toBe('drawing');
  });

  it('leads nowhere while what it asks for is not there: stuck, on record, and on its way once it is', () => {
    const stuck = surveyed(aLadderOfAmounts(), facts('NEW_BUILD'));

    expect(stuck.place).toMatchObject({ step: 'survey', stuck: 'no-route', asked: [] });
    expect(stuck.follows()).toEqual([]);

    const freed = stuck
      .with({ facts: facts('NEW_BUILD', 30_000_000) })
      .after({ type: 'lookAgain' }, SYSTEM)
      .followed();

    expect(freed.place.step).toBe('sign');
    expect(freed.open.visits.map(({ step, outcome }) => `${step} ${outcome}`).slice(-2)).toEqual([
      'survey propose',
      'survey propose',
    ]);
  });

  it('is read without any facts as one that says nothing, and never throws', () => {
    expect(surveyed(aLadderOfAmounts()).place.stuck).toBe('no-route');
  });

  it('may ask what was decided before', () => {
    const chain = aLadderOfAmounts({ when: 'outcome.survey = "propose" and received >= "2026-01-01"' });

    expect(surveyed(chain, facts('REPAIR', 1)).place.step).toBe('sign');
  });

  it('shows every way that a dossier in transit may yet go', () => {
    const chain = aLadderOfAmounts();
    const before = ADossier.on(chain)
      .with({ facts: facts('REPAIR', 1) })
      .submitted()
      .received()
      .checked();
    const decided = before.after(before.decision('propose'));

    expect(heading(chain, decided.state)).toEqual(['drawing', 'sign']);
  });
});

describe('a step with a condition of entry', () => {
  it('is skipped where it is false, and leaves a visit that says so', () => {
    const dossier = surveyed(aLadderOfAmounts(), facts('REPAIR', 1_000_000));

    expect(dossier.place.step).toBe('sign');
    expect(dossier.open.visits.at(-1)).toMatchObject({ step: 'drawing', outcome: 'skipped' });
    expect(dossier.open.visits.at(-1)?.decidedBy).toBeUndefined();
    expect(dossier.route).toContain('drawing');
  });

  it.each([['NEW_BUILD'], [undefined]])('is entered where it holds, and where nothing is known: %s', (kind) => {
    expect(surveyed(aLadderOfAmounts(), facts(kind, 1_000_000)).place).toMatchObject({
      step: 'drawing',
      kind: 'review',
    });
  });

  it('has as many working days as its expression says, in halves and never more than the chain states', () => {
    const due = (days: string, amount = 1_000_000) =>
      surveyed(aLadderOfAmounts({ days }), facts('NEW_BUILD', amount)).place.dueAt;
    const fixed = (days: string) => due(days);

    expect(due('if step.survey.amount > 10000000 then 4 else 1.2')).toBe(fixed('1.5'));
    expect(due('if step.survey.amount > 10000000 then 4 else 1.2', 15_000_000)).toBe(fixed('4'));
    expect(due('100')).toBe(fixed('6'));
    expect(due('0 - 3')).toBe(fixed('0.5'));
    expect(due('step.survey.unknown')).toBe(fixed('6'));
  });
});

describe('any facts at all', () => {
  it('never make following throw, and the fold of what follows is what was reached', () => {
    const anything = fc.oneof(fc.constantFrom('NEW_BUILD', 'REPAIR', '__proto__'), fc.anything());
    fc.assert(
      fc.property(anything, anything, (kind, amount) => {
        const dossier = surveyed(aLadderOfAmounts(), { kind, step: { survey: { amount } } });

        expect(states(dossier.events).at(-1)).toEqual(dossier.state);
        expect(['sign', 'drawing', 'survey']).toContain(dossier.place.step);
        expect(dossier.place.stuck ?? dossier.place.asked[0]).toBeDefined();
        expect(dossier.follows()).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the verifier of conditions', () => {
  const findings = (chain: Chain) => verify(chain, SURROUNDINGS);
  const on = (routes: Step['routes']): Chain => {
    const chain = aLadderOfAmounts();
    return { ...chain, steps: chain.steps.map((step) => (step.key === 'survey' ? { ...step, routes } : step)) };
  };

  it('finds nothing where every way is plain', () => {
    expect(findings(aLadderOfAmounts())).toEqual([]);
  });

  it.each([
    ['does not parse', 'for x in y return x', 'no-loop at 0'],
    ['asks what there is not', 'step.survey.amuont > 3', 'unknown-name at 0: step.survey.amuont'],
    ['asks for a choice that there is not', 'kind = "REPIAR"', 'unknown-choice at 7: "REPIAR"'],
    ['is no condition', 'step.survey.amount', 'wrong-type'],
    ['asks a clock', 'today() > received', 'no-clock'],
  ])('refuses a condition that %s', (_, when, detail) => {
    expect(findings(aLadderOfAmounts({ when }))).toEqual([
      { code: 'condition', step: 'survey', detail: expect.stringContaining(`${when}: ${detail}`) as string },
    ]);
    expect(findings(aLadderOfAmounts({ entry: when })).map(({ code, step }) => `${code} ${step}`)).toEqual([
      'condition drawing',
    ]);
  });

  it('refuses working days that are no number', () => {
    expect(findings(aLadderOfAmounts({ days: 'kind' }))).toMatchObject([{ code: 'condition', step: 'drawing' }]);
  });

  it.each<[string, Step['routes'], object[]]>([
    [
      'an outcome without a last way',
      [
        { on: 'propose', when: 'kind = "REPAIR"', to: 'sign' },
        { on: 'propose', when: 'kind = "NEW_BUILD"', to: 'drawing' },
      ],
      [{ code: 'outcome-not-total', step: 'survey', detail: 'propose' }],
    ],
    [
      'a way behind one that is always taken',
      [
        { on: 'propose', to: 'sign' },
        { on: 'propose', when: 'kind = "REPAIR"', to: 'drawing' },
      ],
      [{ code: 'route-never-taken', step: 'survey', detail: 'propose drawing' }],
    ],
    [
      'a way whose condition was asked before',
      [
        { on: 'propose', when: 'kind = "REPAIR"', to: 'sign' },
        { on: 'propose', when: 'kind = "REPAIR"', to: 'drawing' },
        { on: 'propose', to: 'drawing' },
      ],
      [{ code: 'route-never-taken', step: 'survey', detail: 'propose drawing' }],
    ],
    [
      'a way that is never taken',
      [
        { on: 'propose', when: 'false', to: 'sign' },
        { on: 'propose', to: 'drawing' },
      ],
      [{ code: 'route-never-taken', step: 'survey', detail: 'propose sign' }],
    ],
  ])('says which: %s', (_, routes, expected) => expect(findings(on(routes))).toEqual(expected));

  it('wants a way for a step that is skipped, and none for one that never is', () => {
    const chain = aLadderOfAmounts();
    const changed = (change: Partial<Step>): Chain => ({
      ...chain,
      steps: chain.steps.map((step) => (step.key === 'drawing' ? ({ ...step, ...change } as Step) : step)),
    });

    expect(findings(changed({ routes: [{ on: 'propose', to: 'sign' }] }))).toEqual([
      { code: 'missing-route', step: 'drawing', detail: 'skipped' },
    ]);
    expect(findings(changed({ entry: undefined }))).toEqual([
      { code: 'route-never-taken', step: 'drawing', detail: 'skipped' },
    ]);
  });
});
