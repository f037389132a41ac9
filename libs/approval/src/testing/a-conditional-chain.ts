import type { Chain, Step } from '../chain.generated';
import { aChain, anOutcome, aReview } from './a-chain';

/** What a survey proposes goes to the head, and above twenty million to the leader; a repair needs no drawing. */
export function aLadderOfAmounts(change: Partial<Record<'entry' | 'days' | 'when', string>> = {}): Chain {
  const base = aChain();
  const [intake, , sign, paper, number] = base.steps as [Step, Step, Step, Step, Step];
  const when = change.when ?? 'step.survey.amount > 20000000';
  return {
    ...base,
    promise: { workingDays: 30, until: 'number' },
    steps: [
      intake,
      aReview('survey', {
        form: 'survey',
        outcomes: [anOutcome('propose', 'propose')],
        routes: [
          { on: 'propose', when, to: 'sign' },
          { on: 'propose', to: 'drawing' },
        ],
      }),
      aReview('drawing', {
        workingDays: 6,
        entry: change.entry ?? 'kind = "NEW_BUILD"',
        workingDaysBy: change.days ?? 'if step.survey.amount > 10000000 then 4 else 1.2',
        outcomes: [anOutcome('propose', 'propose')],
        routes: [
          { on: 'propose', to: 'sign' },
          { on: 'skipped', to: 'sign' },
        ],
      }),
      sign,
      paper,
      number,
    ],
  };
}
