import { addWorkingDays, dayOf } from '@trinhduyet/calendar';
import { DUTIES, OFFICE_FUNCTIONS, TIERS } from '@trinhduyet/org';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Chain } from '../chain.generated';
import type { Actor, Command } from '../command';
import { awaitsTranscript } from '../decide/counter';
import { returnTargets, reviewOf } from '../routing';
import type { Task } from '../state';
import {
  aChain,
  ADossier,
  anOutcome,
  APPLICANT,
  calendar,
  CLERK,
  aReview,
  holderOf,
  kept,
  official,
  PINS,
  postOf,
  SYSTEM,
} from '../testing';

/** A chain of the housing support that ships. */
export function shippedChain(name: 'two-tier' | 'three-tier'): Chain {
  const file = join(__dirname, `../../../../forms/housing/chains/${name}.json`);
  return JSON.parse(readFileSync(file, 'utf8')) as Chain;
}

const byLeader = { tier: 'province', function: 'leadership', duty: 'leader' } as const;

/** Chains that nobody drew: a handful of reviews in a row, each with a way on, some with a way back or a way out. */
const drawn = fc
  .array(
    fc.record({ return: fc.constantFrom('none', 'through', 'returner'), rejects: fc.boolean(), asks: fc.boolean() }),
    {
      minLength: 1,
      maxLength: 5,
    },
  )
  .map((shapes): Chain => {
    const steps = shapes.map((shape, index) => {
      const next = index + 1 < shapes.length ? { to: `step-${index + 1}` } : ({ end: 'approved' } as const);
      const back = anOutcome('back', 'return', {
        targets: 'any-earlier',
        resume: shape.return === 'returner' ? 'returner' : 'through',
      });
      return aReview(`step-${index}`, {
        who: byLeader,
        supplement: shape.asks ? (index % 2 ? 'start' : 'here') : undefined,
        outcomes: [
          anOutcome('on', 'approve'),
          ...(shape.rejects ? [anOutcome('no', 'reject')] : []),
          ...(shape.return === 'none' ? [] : [back]),
        ],
        routes: [{ on: 'on', ...next }, ...(shape.rejects ? [{ on: 'no', end: 'rejected' } as const] : [])],
      });
    });
    return aChain({ start: 'step-0', steps, promise: { workingDays: 60, until: `step-${steps.length - 1}` } });
  });

export const anyChain = fc.oneof(
  fc.constantFrom(aChain(), shippedChain('two-tier'), shippedChain('three-tier')),
  drawn,
);

/** One thing that somebody tries, told without knowing where the dossier stands. */
export interface Try {
  readonly what:
    | 'what is due'
    | 'decide'
    | 'receive'
    | 'refuseReception'
    | 'askSupplement'
    | 'askConsent'
    | 'consent'
    | 'refuseConsent'
    | 'supplement'
    | 'withdraw'
    | 'extend'
    | 'claim'
    | 'release'
    | 'record'
    | 'transcribe'
    | 'submit';
  readonly who:
    'holder' | 'head' | 'colleague' | 'other post' | 'applicant' | 'stranger' | 'system' | 'applicant in the post';
  readonly pick: number;
  readonly followed: boolean;
  readonly days: number;
}
const aTry: fc.Arbitrary<Try> = fc.record({
  what: fc.oneof(
    { weight: 12, arbitrary: fc.constant('what is due') },
    { weight: 8, arbitrary: fc.constantFrom('decide', 'record', 'receive', 'transcribe') },
    {
      weight: 5,
      arbitrary: fc.constantFrom('askSupplement', 'askConsent', 'consent', 'supplement', 'claim', 'release', 'extend'),
    },
    { weight: 1, arbitrary: fc.constantFrom('withdraw', 'refuseReception', 'refuseConsent', 'submit') },
  ),
  who: fc.oneof(
    { weight: 8, arbitrary: fc.constant('holder') },
    { weight: 4, arbitrary: fc.constantFrom('applicant', 'system', 'colleague', 'head') },
    { weight: 1, arbitrary: fc.constantFrom('other post', 'stranger', 'applicant in the post') },
  ),
  pick: fc.nat(1_000),
  followed: fc.boolean(),
  days: fc.constantFrom(0, 0, 0, 1, 4),
}) as fc.Arbitrary<Try>;

export const walks = fc.record({
  chain: anyChain,
  tries: fc.array(aTry, { minLength: 1, maxLength: 60 }),
  onPaper: fc.boolean(),
});
export type Walk = typeof walks extends fc.Arbitrary<infer T> ? T : never;

export const openOf = ({ state }: ADossier) => (state.status === 'open' ? state : undefined);
export const standsAt = (dossier: ADossier) => {
  const { state } = dossier;
  if (state.status === 'ended') return state.ending;
  return state.status === 'open' ? state.places[0]?.step : undefined;
};

function actorOf(dossier: ADossier, { what, who, pick }: Try): Actor {
  const task = openOf(dossier)?.places[0]?.asked[0];
  const elsewhere = postOf(
    TIERS[pick % TIERS.length] ?? 'commune',
    OFFICE_FUNCTIONS[pick % OFFICE_FUNCTIONS.length] ?? 'finance',
    DUTIES[pick % DUTIES.length] ?? 'head',
  );
  switch (who) {
    case 'applicant':
      return APPLICANT;
    case 'stranger':
      return { kind: 'applicant', account: 'somebody else' };
    case 'system':
      return SYSTEM;
    case 'holder':
      if (what === 'transcribe') return CLERK;
      return task ? holderOf(task) : official(elsewhere);
    case 'head':
      return task ? headOf(task) : official(elsewhere);
    case 'colleague':
      return task ? holderOf(task, 'a colleague') : official(elsewhere);
    case 'applicant in the post':
      return task ? holderOf(task, 'applicant') : official(elsewhere);
    case 'other post':
      return official(elsewhere, 'somebody elsewhere');
  }
}

/** Whoever heads the office that is asked. */
const headOf = (task: Task) => holderOf({ ...task, post: task.post.replace(/[^/]+$/, 'head') }, 'the head');

function commandOf(dossier: ADossier, { what, pick }: Try): Command {
  const { chain } = dossier.setting;
  const place = openOf(dossier)?.places[0];
  const task = place?.asked[0]?.key ?? 'reception.1.1';
  switch (what) {
    case 'submit':
      return {
        type: 'submit',
        pins: PINS,
        revision: kept('r'),
        receptionUnit: 'commune-a',
        competentUnit: 'commune-a',
      };
    case 'receive':
      return { type: 'receive', task, paper: kept('form-01') };
    case 'refuseReception':
      return { type: 'refuseReception', task, reason: 'NOT_COMPETENT', note: kept('why') };
    case 'askSupplement':
      return { type: 'askSupplement', task, items: 1, note: kept('items') };
    case 'askConsent':
    case 'refuseConsent':
      return { type: what, task, note: kept('why') };
    case 'consent':
      return { type: 'consent', task };
    case 'supplement':
      return { type: 'supplement', revision: kept('revision-2') };
    case 'transcribe':
      return { type: 'transcribe', revision: kept('transcript'), findings: [] };
    case 'extend': {
      const promised = openOf(dossier)?.reception?.promisedOn ?? dayOf(dossier.at);
      const promisedOn = addWorkingDays(calendar, promised, 1 + (pick % 20));
      return { type: 'extend', task, promisedOn, note: kept('why later'), paper: kept('form-04') };
    }
    case 'withdraw':
      return { type: 'withdraw' };
    case 'claim':
    case 'release':
      return { type: what, task };
    case 'record': {
      const isPaper = place?.kind === 'paper';
      const key = place?.key ?? 'nowhere.1';
      if (isPaper) return { type: 'recordPaper', place: key, paper: kept('paper') };
      return { type: 'recordCheck', place: key, outcome: pick % 2 ? 'clear' : 'attention', findings: [] };
    }
    case 'what is due':
    case 'decide': {
      const step = reviewOf(chain, place?.step ?? '');
      const outcome = step?.outcomes[pick % step.outcomes.length];
      const open = openOf(dossier);
      const targets = open && step && outcome ? returnTargets(chain, open, step, outcome.key) : [];
      const whole = { note: kept('note'), entry: kept('entry'), amount: 40_000_000 };
      return {
        type: 'decide',
        task,
        outcome: outcome?.key ?? 'approve',
        ...whole,
        returnTo: targets[pick % (targets.length || 1)],
      };
    }
  }
}

export function begun({ chain, onPaper }: Pick<Walk, 'chain' | 'onPaper'>): ADossier {
  return onPaper ? ADossier.on(chain).filed() : ADossier.on(chain).submitted();
}

export function walk(walked: Walk, each: (dossier: ADossier, tried: Try) => ADossier): ADossier {
  return walked.tries.reduce((dossier, tried) => each(dossier, tried), begun(walked));
}

/** What the place waits for, by whom it waits for: only such steps lead far enough for rare things to meet. */
function dueAt(dossier: ADossier): Pick<Try, 'what' | 'who'> {
  switch (openOf(dossier)?.places[0]?.kind) {
    case 'reception':
      return { what: 'receive', who: 'holder' };
    case 'supplement':
      return { what: 'supplement', who: 'applicant' };
    case 'check':
    case 'paper':
      return { what: 'record', who: 'system' };
    default:
      return { what: awaitsTranscript(dossier.state) ? 'transcribe' : 'decide', who: 'holder' };
  }
}

/** Tries it; a posting is waited for first, because its limit has tests of its own. */
export function attempt(
  dossier: ADossier,
  tried: Try,
): { decision: ReturnType<ADossier['when']>; actor: Actor; command: Command; tried: ADossier } {
  const notBefore = openOf(dossier)?.places[0]?.notBefore;
  const ready = notBefore !== undefined && dossier.at < notBefore ? dossier.clock(dayOf(notBefore)) : dossier;
  const due = tried.what === 'what is due' ? { ...tried, ...dueAt(ready) } : tried;
  const actor = actorOf(ready, due);
  const command = commandOf(ready, due);
  return { decision: ready.when(command, actor), actor, command, tried: ready };
}
