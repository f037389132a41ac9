import type { Chain, Outcome, ReviewStep, Text } from '../chain.generated';

const text = (words: string): Text => ({ vi: words, en: words });

/** A short chain over two tiers: a specialist proposes, a leader of the province approves, a paper is drawn up and numbered. */
export function aChain(change: Partial<Chain> = {}): Chain {
  return {
    format: 1,
    key: 'short',
    title: text('short'),
    ladder: ['commune', 'province'],
    promise: { workingDays: 15, until: 'number' },
    reception: {
      title: text('reception'),
      applicant: text('reception'),
      who: { tier: 'commune', function: 'reception', duty: 'clerk' },
      workingDays: 0.5,
      supplementDays: 30,
    },
    start: 'intake',
    steps: [
      {
        kind: 'check',
        key: 'intake',
        check: 'intake',
        title: text('intake'),
        applicant: text('intake'),
        who: { tier: 'commune', function: 'housing', duty: 'specialist' },
        workingDays: 0.5,
        routes: [
          { on: 'clear', to: 'survey' },
          { on: 'attention', to: 'survey' },
        ],
      },
      aReview('survey', {
        supplement: 'here',
        form: 'survey',
        outcomes: [anOutcome('propose', 'propose')],
        routes: [{ on: 'propose', to: 'sign' }],
      }),
      aReview('sign', {
        who: { tier: 'province', function: 'leadership', duty: 'leader' },
        workingDays: 3,
        differsFrom: ['survey'],
        outcomes: [
          anOutcome('approve', 'approve'),
          anOutcome('reject', 'reject', { reason: 'required' }),
          anOutcome('return', 'return', { reason: 'required', targets: 'any-earlier', resume: 'returner' }),
        ],
        routes: [
          { on: 'approve', to: 'paper' },
          { on: 'reject', end: 'rejected' },
        ],
      }),
      {
        kind: 'paper',
        key: 'paper',
        paper: 'decision',
        title: text('paper'),
        applicant: text('paper'),
        workingDays: 0.5,
        routes: [{ on: 'issued', to: 'number' }],
      },
      aReview('number', {
        who: { tier: 'province', function: 'records', duty: 'archivist' },
        workingDays: 0.5,
        outcomes: [anOutcome('issue', 'confirm')],
        routes: [{ on: 'issue', end: 'approved' }],
      }),
    ],
    ...change,
  };
}

export function aReview(key: string, change: Partial<ReviewStep> = {}): ReviewStep {
  return {
    kind: 'review',
    key,
    title: text(key),
    applicant: text(key),
    who: { tier: 'commune', function: 'housing', duty: 'specialist' },
    workingDays: 5,
    outcomes: [anOutcome('confirm', 'confirm')],
    routes: [{ on: 'confirm', end: 'approved' }],
    ...change,
  };
}

export function anOutcome(key: string, act: Outcome['act'], change: Partial<Outcome> = {}): Outcome {
  return { key, act, title: text(key), ...change };
}
