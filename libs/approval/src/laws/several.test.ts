import fc from 'fast-check';
import type { BranchesStep, Carry, Chain, ChainWho, ReviewStep, Route, SigningRule, Step } from '../chain.generated';
import type { Command } from '../command';
import { fold, lawful, taskAt, verify } from '../index';
import { aChain, ADossier, anOutcome, aReview, by, holderOf, kept } from '../testing';
import { NaiveSeveral } from './naive-several';

/** On how many walks a law is tried; `npm run test:long` raises it. */
const numRuns = Number(process.env['LAWS_RUNS'] ?? 300);
const modelRuns = Number(process.env['LAWS_RUNS'] ?? 1_000);

/** What a part of a chain looks like, before it has keys and routes. */
type Shape =
  | { readonly kind: 'review'; readonly returns: 'none' | 'through' | 'returner'; readonly asks: boolean }
  | {
      readonly kind: 'panel';
      readonly others: number;
      readonly rule: number;
      readonly inTurn: boolean;
      readonly carry: Carry;
    }
  | {
      readonly kind: 'branches';
      readonly parts: readonly (readonly Shape[])[];
      readonly rule: number;
      readonly inTurn: boolean;
      readonly carry: Carry;
    };

const carry: fc.Arbitrary<Carry> = fc.record({
  return: fc.constantFrom('keep' as const, 'void' as const),
  supplement: fc.constantFrom('keep' as const, 'ask-again' as const),
});
const review = fc.record({
  kind: fc.constant('review' as const),
  returns: fc.constantFrom('none' as const, 'through' as const, 'returner' as const),
  asks: fc.boolean(),
});
const panel = fc.record({
  kind: fc.constant('panel' as const),
  others: fc.integer({ min: 1, max: 3 }),
  rule: fc.nat(9),
  inTurn: fc.boolean(),
  carry,
});
const { parts: anyParts } = fc.letrec<{ parts: readonly Shape[]; shape: Shape }>((tie) => ({
  parts: fc.array(tie('shape'), { minLength: 1, maxLength: 2 }),
  shape: fc.oneof({ maxDepth: 2 }, review, panel, {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('branches' as const),
      parts: fc.array(tie('parts'), { minLength: 1, maxLength: 3 }),
      rule: fc.nat(9),
      inTurn: fc.boolean(),
      carry,
    }),
  }),
}));
const shapes = fc.array(
  fc.oneof(
    review,
    panel,
    anyParts.map((parts) => parts[0] as Shape),
  ),
  { minLength: 1, maxLength: 3 },
);

function ruleOf(pick: number, of: number): SigningRule {
  const rules: readonly SigningRule[] = [
    { kind: 'all' },
    { kind: 'any' },
    { kind: 'at-least', count: 1 + (pick % of) },
    { kind: 'percent', percent: 10 * (1 + (pick % 10)) },
  ];
  return rules[pick % rules.length] as SigningRule;
}

const OTHERS = [by('finance'), by('training'), by('livelihood')] as const;

/** A chain of those parts, one after the other, each with a way on and a way out. */
function chainOf(parts: readonly Shape[]): Chain {
  const steps: Step[] = [];
  const draw = (these: readonly Shape[], prefix: string, inBranch: boolean) =>
    these.forEach((shape, index) => {
      const key = `${prefix}${index}`;
      const last = index === these.length - 1;
      const on = last
        ? inBranch
          ? ({ joins: 'agreed' } as const)
          : ({ end: 'approved' } as const)
        : { to: `${prefix}${index + 1}` };
      const off = inBranch ? ({ joins: 'refused' } as const) : ({ end: 'rejected' } as const);
      steps.push(stepOf(shape, key, { on, off }));
      if (shape.kind === 'branches') shape.parts.forEach((part, at) => draw(part, `${key}-${at}-`, true));
    });
  draw(parts, 's', false);
  return aChain({ start: 's0', steps, promise: { workingDays: 365, until: `s${parts.length - 1}` } });
}

type Ways = { readonly on: Omit<Route, 'on'>; readonly off: Omit<Route, 'on'> };

function stepOf(shape: Shape, key: string, { on, off }: Ways): Step {
  if (shape.kind === 'branches') {
    const branches = shape.parts.map((_, at) => ({ key: `b${at}`, title: text(key), start: `${key}-${at}-0` }));
    const routes = [
      { on: 'agreed', ...on },
      { on: 'refused', ...off },
    ] as BranchesStep['routes'];
    const rule = ruleOf(shape.rule, branches.length);
    const base = { kind: 'branches', key, title: text(key), applicant: text(key), workingDays: daysOf(shape) } as const;
    return { ...base, branches, rule, carry: shape.carry, ...(shape.inTurn ? { inTurn: true } : {}), routes };
  }
  const returns = shape.kind === 'panel' ? 'through' : shape.returns;
  const outcomes = [
    anOutcome('agree', 'propose'),
    anOutcome('refuse', 'propose'),
    ...(returns === 'none' ? [] : [anOutcome('return', 'return', { targets: 'any-earlier', resume: returns })]),
  ];
  const routes = [
    { on: 'agree', ...on },
    { on: 'refuse', ...off },
  ] as ReviewStep['routes'];
  const asks = shape.kind === 'panel' || shape.asks;
  const who: ChainWho = by('housing');
  const several = shape.kind === 'panel' ? { panel: panelOf(shape) } : {};
  return aReview(key, { who, workingDays: 1, outcomes, routes, ...(asks ? { supplement: 'here' } : {}), ...several });
}

/** A day for each review; of branches the longest. */
function daysOf(shape: Shape): number {
  if (shape.kind !== 'branches') return 1;
  return Math.max(...shape.parts.map((part) => part.reduce((days, each) => days + daysOf(each), 0)));
}

function panelOf({ others, rule, inTurn, carry: kept_ }: Shape & { kind: 'panel' }): NonNullable<ReviewStep['panel']> {
  const turn = inTurn ? ({ inTurn: true } as const) : {};
  return {
    with: OTHERS.slice(0, others),
    rule: ruleOf(rule, others + 1),
    passes: 'agree',
    fails: 'refuse',
    carry: kept_,
    ...turn,
  };
}

const text = (words: string) => ({ vi: words, en: words });

/** One thing that somebody who is asked tries: which of the asked, and what. */
const aTry = fc.record({
  who: fc.nat(20),
  what: fc.oneof(
    { weight: 9, arbitrary: fc.constant('agree' as const) },
    { weight: 3, arbitrary: fc.constantFrom('refuse' as const, 'return' as const) },
    { weight: 3, arbitrary: fc.constantFrom('add' as const, 'consult' as const, 'more' as const) },
  ),
  pick: fc.nat(1_000),
});
type Try = typeof aTry extends fc.Arbitrary<infer T> ? T : never;

const walks = fc.record({ shapes, tries: fc.array(aTry, { minLength: 1, maxLength: 40 }) });
const begun = (chain: Chain) => ADossier.on(chain).submitted().received();
const isWaiting = ({ state }: ADossier) =>
  state.status === 'open' && state.places.some(({ kind }) => kind === 'supplement');
const ADDED = ['commune-a/housing/head', 'commune-a/finance/head', 'province-a/finance/head'];

/** What is tried, as a command of the core and as words to the plain account. Undefined where nobody is asked. */
function attempt(dossier: ADossier, naive: NaiveSeveral, { who, what, pick }: Try) {
  if (dossier.asks.length === 0 || (isWaiting(dossier) && pick % 2 === 0)) {
    const command: Command = { type: 'supplement', revision: kept('r') };
    return { command, actor: { kind: 'applicant', account: 'applicant' } as const, naive: () => naive.answers() };
  }
  const asked = dossier.asks[who % dossier.asks.length] as ADossier['asks'][0];
  const { task, place } = asked;
  const actor = holderOf(task);
  const post = ADDED[pick % ADDED.length] as string;
  const at = place.step;
  const asker = taskAt(dossier.state, place.beside?.task ?? '') ?? asked;
  if (place.kind === 'consultation')
    return {
      actor,
      command: { type: 'opine', task: task.key, opinion: 'agree', note: kept('o') } as Command,
      naive: () => naive.opines(asker.place.step, asker.task.post, task.post),
    };
  if (task.added) {
    const agrees = what === 'agree';
    return {
      actor,
      command: { type: 'cosign', task: task.key, agrees, note: kept('n') } as Command,
      naive: () => naive.cosigns(at, task.post, agrees),
    };
  }
  switch (what) {
    case 'add': {
      const how = (['before', 'beside', 'after'] as const)[pick % 3] ?? 'beside';
      return {
        actor,
        command: { type: 'addSigner', task: task.key, post, how } as Command,
        naive: () => naive.adds(at, task.post, post, how),
      };
    }
    case 'consult': {
      const blocking = pick % 2 === 1;
      const command: Command = { type: 'consult', task: task.key, post, blocking, workingDays: 2, note: kept('q') };
      return { actor, command, naive: () => naive.consults(at, task.post, post, blocking) };
    }
    case 'more': {
      const command: Command = { type: 'askSupplement', task: task.key, items: 1, note: kept('i') };
      const step = dossier.setting.chain.steps.find(({ key }) => key === at) as ReviewStep;
      return { actor, command, naive: () => step.supplement !== undefined && naive.asksForMore(at, task.post) };
    }
    default: {
      const keys = dossier.setting.chain.steps.map(({ key }) => key);
      const returnTo = what === 'return' ? keys[pick % keys.length] : undefined;
      const command = { ...dossier.decision(what, { task: task.key }), returnTo } as Command;
      return { actor, command, naive: () => naive.says(at, task.post, what, returnTo) };
    }
  }
}

function walk(
  { shapes: drawn, tries }: { shapes: readonly Shape[]; tries: readonly Try[] },
  each: (dossier: ADossier, naive: NaiveSeveral) => void,
) {
  const chain = chainOf(drawn);
  const naive = new NaiveSeveral(chain);
  let dossier = begun(chain);
  each(dossier, naive);
  for (const tried of tries) {
    if (dossier.state.status !== 'open') return;
    const { command, actor, naive: tell } = attempt(dossier, naive, tried);
    const decision = dossier.when(command, actor);
    expect({ tried, ok: decision.ok, asked: dossier.waitsFor }).toEqual({ tried, ok: tell(), asked: dossier.waitsFor });
    if (decision.ok) dossier = dossier.given(...decision.events).followed();
    each(dossier, naive);
  }
}

const checkLaw = (law: (dossier: ADossier, naive: NaiveSeveral) => void, runs = numRuns) =>
  fc.assert(
    fc.property(walks, (walked) => walk(walked, law)),
    { numRuns: runs },
  );

describe('steps that several sign, and branches, whatever people try', () => {
  it('the chains that are tried can be published', () => {
    fc.assert(
      fc.property(shapes, (drawn) => expect(verify(chainOf(drawn), { stepForms: [], papers: [] })).toEqual([])),
      { numRuns: 50 },
    );
  });

  it('ask those whom a plain account of the rules asks, and come out as it says', () => {
    checkLaw((dossier, naive) => {
      const { state } = dossier;
      const stands = state.status === 'ended' ? [state.ending] : [...dossier.waitsFor].sort();
      expect(stands).toEqual(naive.ended ? [naive.ended] : naive.asked);
      expect(isWaiting(dossier)).toBe(naive.ended === undefined && naive.waitsForApplicant);
    }, modelRuns);
  });

  it('always wait for somebody, and following again changes nothing', () => {
    checkLaw((dossier) => {
      expect(dossier.follows()).toEqual([]);
      expect(dossier.state.status !== 'open' || dossier.asks.length > 0 || isWaiting(dossier)).toBe(true);
    });
  });

  it('never use a key of a task twice, and the record read again gives the same state', () => {
    checkLaw((dossier) => {
      const keys = dossier.events.flatMap((event) => {
        if (event.type === 'entered') return event.asked.map(({ key }) => key);
        return event.type === 'signerAdded' || event.type === 'consulted'
          ? [event.asked.key]
          : 'again' in event && event.again
            ? [event.again.key]
            : [];
      });
      expect(new Set(keys).size).toBe(keys.length);
      expect(JSON.parse(JSON.stringify(fold(dossier.events)))).toEqual(JSON.parse(JSON.stringify(dossier.state)));
    }, 100);
  });

  it('a decision taken back leaves the dossier asking what it asked before', () => {
    checkLaw((dossier) => {
      for (const { place, task } of dossier.asks.filter(
        (asked) => asked.place.kind === 'review' && !asked.task.added,
      )) {
        const decided = dossier.when(dossier.decision('agree', { task: task.key }), holderOf(task));
        if (!decided.ok) continue;
        const actor = holderOf(task);
        const inTransit = dossier.given(...decided.events);
        const back = inTransit.when({ type: 'recall', task: task.key }, actor);
        expect(back.ok).toBe(true);
        if (back.ok) expect(sorted(inTransit.given(...back.events).followed())).toEqual(sorted(dossier));
        const followed = inTransit.followed();
        const later = followed.when({ type: 'recall', task: task.key }, actor);
        if (later.ok && place.within === undefined)
          expect(sorted(followed.given(...later.events).followed())).toEqual(
            expect.arrayContaining([`${place.step}:${task.post}`]),
          );
      }
    }, 100);
  });

  it('offer only what is accepted, and explain what is refused', () => {
    checkLaw((dossier) => {
      for (const { task } of dossier.asks.slice(0, 2)) {
        const actor = holderOf(task);
        for (const offer of lawful(dossier.setting.chain, dossier.state, dossier.context(actor))) {
          if (offer.command !== 'decide' && offer.command !== 'recall' && offer.command !== 'cosign') continue;
          const whole = { note: kept('n'), entry: kept('e'), amount: 1, returnTo: offer.targets?.[0] };
          const command = {
            type: offer.command,
            task: offer.task,
            outcome: offer.outcome,
            agrees: true,
            ...whole,
          } as Command;
          const answer = dossier.when(command, actor);
          expect([offer.command, answer.ok ? undefined : answer.refusal.code]).toEqual([offer.command, offer.because]);
        }
      }
    }, 100);
  });
});

const sorted = (dossier: ADossier) => [...dossier.waitsFor].sort();
