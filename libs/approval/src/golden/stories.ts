import { withDecisions } from '@trinhduyet/calendar';
import { shippedChain } from '../laws/walks';
import {
  aBranchingChain,
  aChain,
  aLadderOfAmounts,
  ADossier,
  aPanel,
  aPanelChain,
  calendar,
  CLERK,
  holderOf,
  kept,
  official,
  postOf,
  SYSTEM,
} from '../testing';

const threeTier = shippedChain('three-tier');
const twoTier = shippedChain('two-tier');
const atSurvey = (dossier: ADossier) =>
  dossier.submitted().received().checked().decided('propose').daysLater(4).decided('no-objection');
const administrator = { kind: 'administrator', account: 'administrator' } as const;

/** One life of a dossier for every way that it can go. Recorded once per release; the records are frozen, the stories are not. */
export const STORIES: Readonly<Record<string, () => ADossier>> = {
  'two-tier-approved': () =>
    atSurvey(ADossier.on(twoTier))
      .decided('propose')
      .decided('approve')
      .papered()
      .decided('issue')
      .decided('propose')
      .decided('approve')
      .decided('handed-over'),
  'three-tier-returned-and-approved': () =>
    atSurvey(ADossier.on(threeTier))
      .decided('propose')
      .decided('forward')
      .decided('propose')
      .decided('return', { returnTo: 'survey' })
      .decided('propose')
      .decided('forward')
      .decided('propose')
      .decided('approve')
      .papered()
      .decided('issue')
      .decided('handed-over'),
  'extended-supplemented-and-approved': () =>
    atSurvey(ADossier.on(twoTier))
      .extended('2026-04-15')
      .asked()
      .daysLater(5)
      .answered()
      .decided('propose')
      .decided('approve'),
  'two-tier-rejected-after-a-supplement': () =>
    atSurvey(ADossier.on(twoTier))
      .asked()
      .daysLater(5)
      .answered()
      .decided('propose-not')
      .decided('reject')
      .papered()
      .decided('issue'),
  'two-tier-supplement-lapsed-and-withdrawn': () =>
    atSurvey(ADossier.on(twoTier)).asked().clock('2026-05-04').followed().after({ type: 'withdraw' }).followed(),
  'filed-at-the-counter-and-approved': () => {
    const waiting = ADossier.on(aChain()).filed().asked();
    const brought = waiting.after(
      { type: 'supplement', revision: kept('same'), papers: ['application', 'land'] },
      CLERK,
    );
    const surveyed = brought.followed().received().transcribed().checked().decided('propose').decided('approve');
    return surveyed.papered().decided('issue');
  },
  'forwarded-and-refused': () => {
    const submitted = ADossier.on(twoTier).submitted();
    const forwarded = submitted
      .after({ type: 'forwardReception', task: submitted.task.key, to: 'commune-b', note: kept('note') })
      .followed();
    return forwarded.after({ type: 'lookAgain' }, administrator).followed();
  },
  'refused-to-receive': () => {
    const submitted = ADossier.on(twoTier).submitted();
    const refusal = {
      type: 'refuseReception',
      task: submitted.task.key,
      reason: 'NOT_IN_SCOPE',
      note: kept('n'),
    } as const;
    return submitted.after(refusal).followed();
  },
  'handled-late-and-by-hand': () => {
    const byHand = ADossier.on(twoTier).submitted().received().clock('2026-03-18').followed();
    const claimed = byHand.after({ type: 'claim', task: byHand.task.key });
    const released = claimed.after({ type: 'release', task: byHand.task.key });
    const head = official(postOf('commune', 'housing', 'head'));
    const assigned = released.after({ type: 'assign', task: byHand.task.key, to: 'a colleague' }, head);
    const reminded = assigned
      .after(assigned.decision('attention', { entry: undefined }), holderOf(assigned.task, 'a colleague'))
      .followed();
    return reminded.clock('2026-03-22').followed().clock('2026-03-30').followed().clock('2026-04-10').followed();
  },
  'late-told-and-counted-anew': () => {
    const chain = aChain();
    const steps = chain.steps.map((step) => (step.key === 'survey' ? { ...step, reminders: { every: 2 } } : step));
    const late = ADossier.on({ ...chain, steps })
      .submitted()
      .received()
      .checked()
      .clock('2026-03-28')
      .followed();
    const days = { firstDay: '2026-03-18', lastDay: '2026-03-27' };
    const closed = withDecisions(calendar, [{ id: 'flood', kind: 'day-off', ...days }]);
    return late.after({ type: 'recount', decision: 'flood' }, SYSTEM, { calendar: closed }).decided('propose');
  },
  'asked-again-with-consent': () => {
    const head = official(postOf('commune', 'housing', 'head'));
    const again = atSurvey(ADossier.on(twoTier)).asked().answered();
    const task = again.task.key;
    const refused = again
      .after({ type: 'askConsent', task, note: kept('why') })
      .after({ type: 'refuseConsent', task, note: kept('why not') }, head);
    const given = refused
      .after({ type: 'askConsent', task, note: kept('why indeed') })
      .after({ type: 'consent', task }, head);
    return given.asked().answered().decided('propose');
  },
  'stuck-and-freed': () => {
    const stuck = ADossier.on(aChain()).withVacant('commune-a/housing/specialist').submitted().received().checked();
    const filled = stuck.with({ directory: ADossier.on(aChain()).setting.directory });
    return filled.after({ type: 'lookAgain' }, administrator).followed();
  },
  'signed-by-several-with-others-added': () => {
    const asked = ADossier.on(aPanelChain(aPanel({ kind: 'at-least', count: 2 })))
      .submitted()
      .received()
      .decided('propose');
    const beside = { post: 'commune-a/housing/head', how: 'beside' } as const;
    const added = asked.after({ type: 'addSigner', task: asked.taskOf('panel', 'finance'), ...beside });
    const one = added.decidedAt('panel', 'agree', 'finance');
    const dissent = one.after({ type: 'cosign', task: one.taskOf('panel', 'head'), agrees: false, note: kept('no') });
    const again = dissent.decidedAt('panel', 'agree', 'finance');
    const returned = again.decidedAt('panel', 'return', 'training', { returnTo: 'prepare' });
    return returned.decided('propose').decidedAt('panel', 'agree', 'housing').decided('approve');
  },
  'in-branches-with-opinions': () => {
    const both = ADossier.on(aBranchingChain({ carry: { return: 'keep', supplement: 'ask-again' } }))
      .submitted()
      .received()
      .decided('propose');
    const question = { post: 'province-a/finance/head', blocking: true, workingDays: 2, note: kept('question') };
    const asks = both.after({ type: 'consult', task: both.taskOf('visit'), ...question }).followed();
    const said = { opinion: 'agree', note: kept('opinion') } as const;
    const opined = asks.after({ type: 'opine', task: asks.taskOf('consultation'), ...said }).followed();
    const visited = opined.decidedAt('visit', 'agree');
    const more = { type: 'askSupplement', task: visited.taskOf('count'), items: 1, note: kept('items') } as const;
    const reopened = visited.after(more).followed().answered().decidedAt('visit', 'agree');
    return reopened.decidedAt('count', 'agree').decidedAt('confirm-money', 'agree').decided('approve');
  },
  'taken-back-transferred-stopped-and-urged': () => {
    const flood = { vi: 'Bão lũ', en: 'Flood' };
    const chain = { ...aChain(), suspensions: [{ key: 'flood', title: flood, legalBasis: flood }] };
    const author = official(postOf('commune', 'housing', 'specialist'));
    const decided = ADossier.on(chain).submitted().received().checked().decided('propose');
    const back = decided.after({ type: 'recall', task: 'survey.1.1' }, author).followed();
    const asks = back.after({ type: 'addSigner', task: back.task.key, post: 'commune-a/finance/head', how: 'before' });
    const alone = asks.after({ type: 'takeBackAsk', task: asks.taskOf('survey', 'finance') }, author);
    const moved = alone.after({ type: 'transfer', task: alone.task.key, post: 'commune-a/finance/specialist' });
    const opened = moved.after({ type: 'open', task: moved.task.key }).after({ type: 'urge' }, author);
    const head = official(postOf('commune', 'finance', 'head'));
    const stop = { type: 'suspend', task: opened.task.key, ground: 'flood', note: kept('why') } as const;
    return opened.after(stop, head).daysLater(7).followed().after({ type: 'resume' }, head).followed();
  },
  'skipped-stuck-for-want-of-a-fact-and-rerouted': () => {
    const surveyed = (amount?: number) => ({ kind: 'REPAIR', step: { survey: { amount } } });
    const chain = ADossier.on(aLadderOfAmounts());
    const stuck = chain.with({ facts: surveyed() }).submitted().received().checked().decided('propose');
    const known = stuck.with({ facts: surveyed(1_000_000) });
    return known.after({ type: 'lookAgain' }, administrator).followed();
  },
};
