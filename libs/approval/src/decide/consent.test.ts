import { lawful } from '../lawful';
import { anOutcome, aReview, aChain, ADossier, holderOf, official, kept, postOf } from '../testing';
import { shippedChain } from '../laws/walks';

const HEAD = official(postOf('commune', 'housing', 'head'), 'the head');
const LEADER = official(postOf('commune', 'leadership', 'leader'), 'the chair');
const atSurvey = ADossier.on(shippedChain('two-tier'))
  .submitted()
  .received()
  .checked()
  .decided('propose')
  .daysLater(4)
  .decided('no-objection');
const again = atSurvey.asked().answered();
const task = again.task.key;
const ask = { type: 'askSupplement', task, items: 1, note: kept('items') } as const;
const askConsent = { type: 'askConsent', task, note: kept('why') } as const;
const codeOf = (decision: ReturnType<ADossier['when']>) => (decision.ok ? 'ok' : decision.refusal.code);

describe('a supplement', () => {
  it('is asked for once at a step without anybody’s consent', () => {
    expect(codeOf(atSurvey.when({ ...ask, task: atSurvey.task.key }))).toBe('ok');
    expect(codeOf(atSurvey.when({ ...askConsent, task: atSurvey.task.key }))).toBe('consent-not-needed');
  });

  it('once more at the same step needs the head’s consent, and has it for this once', () => {
    const waiting = again.after(askConsent);
    const given = waiting.after({ type: 'consent', task }, HEAD);
    const third = given.after(ask).followed().answered();

    expect([codeOf(again.when(ask)), codeOf(waiting.when(ask)), codeOf(given.when(ask))]).toEqual([
      'needs-consent',
      'needs-consent',
      'ok',
    ]);
    expect(codeOf(third.when({ ...ask, task: third.task.key }))).toBe('needs-consent');
  });

  it('may be asked for again after a refusal, with other words', () => {
    const refused = again.after(askConsent).after({ type: 'refuseConsent', task, note: kept('why not') }, HEAD);

    expect(codeOf(refused.when(ask))).toBe('needs-consent');
    expect(codeOf(refused.when(askConsent))).toBe('ok');
    expect(codeOf(again.after(askConsent).when(askConsent))).toBe('consent-pending');
  });

  it('is consented to by the head of the office or a leader of the unit alone, and once', () => {
    const waiting = again.after(askConsent);
    const by = (actor: typeof HEAD) => codeOf(waiting.when({ type: 'consent', task }, actor));

    expect([
      by(HEAD),
      by(LEADER),
      by(holderOf(again.task)),
      by(official(postOf('province', 'housing', 'head'))),
    ]).toEqual(['ok', 'ok', 'not-the-head', 'not-the-head']);
    expect(codeOf(again.when({ type: 'consent', task }, HEAD))).toBe('no-consent-asked');
    const given = waiting.after({ type: 'consent', task }, HEAD);
    expect(codeOf(given.when({ type: 'refuseConsent', task, note: kept('n') }, HEAD))).toBe('no-consent-asked');
  });

  it('of a task that the head has needs no consent', () => {
    const byHead = { tier: 'commune', function: 'housing', duty: 'head' } as const;
    const step = aReview('survey', { who: byHead, supplement: 'here', outcomes: [anOutcome('approve', 'approve')] });
    const dossier = ADossier.on(
      aChain({ start: 'survey', steps: [step], promise: { workingDays: 9, until: 'survey' } }),
    );
    const twice = dossier.submitted().received().asked().answered();

    expect(codeOf(twice.when({ ...ask, task: twice.task.key }))).toBe('ok');
  });

  it('is explained where it waits for consent, and the head is offered to give it', () => {
    const { chain } = again.setting;
    const waiting = again.after(askConsent);
    const offersOf = (dossier: ADossier, actor: typeof HEAD) =>
      Object.fromEntries(
        lawful(chain, dossier.state, dossier.context(actor)).map(({ command, because }) => [command, because ?? 'ok']),
      );

    expect(offersOf(again, holderOf(again.task))).toMatchObject({ askSupplement: 'needs-consent', askConsent: 'ok' });
    expect(offersOf(waiting, HEAD)).toMatchObject({ consent: 'ok', refuseConsent: 'ok' });
  });
});
