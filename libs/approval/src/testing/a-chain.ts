import type {
  BranchesStep,
  Chain,
  ChainWho,
  Outcome,
  Panel,
  ReviewStep,
  SigningRule,
  Step,
  Text,
} from '../chain.generated';

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

const KEPT = { return: 'keep', supplement: 'keep' } as const;

export const by = (
  name: string,
  duty: ChainWho['duty'] = 'specialist',
  tier: ChainWho['tier'] = 'commune',
): ChainWho => ({
  tier,
  function: name,
  duty,
});

/** Three offices of the commune sign one review, all of them unless the rule says otherwise. */
export function aPanel(rule: SigningRule = { kind: 'all' }, change: Partial<Panel> = {}): Panel {
  const others = [by('finance'), by('training')];
  return { rule, with: others, passes: 'agree', fails: 'refuse', carry: KEPT, ...change };
}

/** A chain whose one review is signed by a panel; before it one that it can be returned to, after it a leader. */
export function aPanelChain(panel: Panel): Chain {
  const outcomes = [
    anOutcome('agree', 'propose'),
    anOutcome('refuse', 'propose'),
    anOutcome('return', 'return', { targets: 'any-earlier', resume: 'through' }),
  ];
  const panelStep = aReview('panel', {
    panel,
    outcomes,
    supplement: 'here',
    routes: [
      { on: 'agree', to: 'sign' },
      { on: 'refuse', end: 'rejected' },
    ],
  });
  return aChain({
    start: 'prepare',
    promise: { workingDays: 30, until: 'sign' },
    steps: [prepare('panel'), panelStep, sign()],
  });
}

const prepare = (next: string): Step =>
  aReview('prepare', { outcomes: [anOutcome('propose', 'propose')], routes: [{ on: 'propose', to: next }] });

const sign = (): Step =>
  aReview('sign', {
    who: by('leadership', 'leader', 'province'),
    workingDays: 3,
    outcomes: [
      anOutcome('approve', 'approve'),
      anOutcome('return', 'return', { targets: 'any-earlier', resume: 'returner' }),
    ],
    routes: [{ on: 'approve', end: 'approved' }],
  });

/** Two offices work beside each other, the first in two steps, each with a way back; then a leader signs. */
export function aBranchingChain(change: Partial<BranchesStep> = {}): Chain {
  const office = (key: string, who: ChainWho, next: Partial<ReviewStep> = {}): ReviewStep =>
    aReview(key, {
      who,
      workingDays: 2,
      supplement: 'here',
      outcomes: [
        anOutcome('agree', 'propose'),
        anOutcome('refuse', 'propose'),
        anOutcome('return', 'return', { targets: 'any-earlier', resume: 'through' }),
      ],
      routes: [
        { on: 'agree', joins: 'agreed' },
        { on: 'refuse', joins: 'refused' },
      ],
      ...next,
    });
  const branches: BranchesStep = {
    kind: 'branches',
    key: 'offices',
    title: text('offices'),
    applicant: text('offices'),
    workingDays: 6,
    rule: { kind: 'all' },
    carry: KEPT,
    branches: [
      { key: 'money', title: text('money'), start: 'count' },
      { key: 'site', title: text('site'), start: 'visit' },
    ],
    routes: [
      { on: 'agreed', to: 'sign' },
      { on: 'refused', end: 'rejected' },
    ],
    ...change,
  };
  return aChain({
    start: 'prepare',
    promise: { workingDays: 30, until: 'sign' },
    steps: [
      prepare('offices'),
      branches,
      office('count', by('finance'), {
        routes: [
          { on: 'agree', to: 'confirm-money' },
          { on: 'refuse', joins: 'refused' },
        ],
      }),
      office('confirm-money', by('finance', 'head')),
      office('visit', by('housing')),
      sign(),
    ],
  });
}
