import { shippedChain } from '../laws/walks';
import { aChain, ADossier, CLERK, holderOf, kept, official, postOf } from '../testing';

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
};
