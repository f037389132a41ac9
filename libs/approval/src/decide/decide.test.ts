import { instantOn } from '@trinhduyet/calendar';
import {
  aChain,
  ADossier,
  APPLICANT,
  aReview,
  anOutcome,
  calendar,
  CLERK,
  holderOf,
  kept,
  official,
  PINS,
  postOf,
  SYSTEM,
} from '../testing';

const submitted = ADossier.on().submitted();
const atSurvey = submitted.received().checked();
const atSign = atSurvey.decided('propose');

const refusalOf = (decision: ReturnType<ADossier['when']>) => (decision.ok ? undefined : decision.refusal.code);
const eventTypes = (decision: ReturnType<ADossier['when']>) =>
  decision.ok ? decision.events.map(({ type }) => type) : decision.refusal;

describe('submitting', () => {
  it('records that the dossier was handed in, and nothing is promised yet', () => {
    expect(submitted.open.reception).toBeUndefined();
    expect(submitted.place).toMatchObject({ step: 'reception', kind: 'reception', round: 1 });
  });

  it('is done once', () => {
    const again = {
      type: 'submit',
      pins: submitted.open.submission.pins,
      revision: kept('r'),
      receptionUnit: 'x',
      competentUnit: 'x',
    } as const;

    expect(refusalOf(submitted.when(again))).toBe('already-submitted');
  });

  it('comes before every other command', () => {
    expect(refusalOf(ADossier.on().when({ type: 'withdraw' }))).toBe('not-submitted');
  });
});

describe('receiving', () => {
  it('gives the code, the promised day and the ladder in force, and starts the clock', () => {
    const received = submitted.received();

    expect(received.open.reception).toMatchObject({
      on: '2026-03-16',
      code: 'H15.16.3-260316-0001',
      promisedOn: '2026-04-06',
      ladder: [
        { tier: 'commune', unit: 'commune-a' },
        { tier: 'province', unit: 'province-a' },
      ],
    });
  });

  it('counts from the next working day when the counter accepts it outside hours', () => {
    const onSaturday = submitted.clock('2026-03-14', '20:00').received();

    expect(onSaturday.open.reception).toMatchObject({ on: '2026-03-16', promisedOn: '2026-04-06' });
  });

  it('is refused when no chain climbs the units in force', () => {
    const command = { type: 'receive', task: submitted.task.key, paper: kept('form-01') } as const;

    expect(refusalOf(submitted.when(command, holderOf(submitted.task), { offer: undefined }))).toBe(
      'no-chain-for-ladder',
    );
  });

  it('is no act of a later step', () => {
    const command = { type: 'receive', task: atSurvey.task.key, paper: kept('form-01') } as const;

    expect(refusalOf(atSurvey.when(command))).toBe('not-at-reception');
  });

  it('can be refused in writing, which ends the dossier', () => {
    const refused = submitted
      .after({ type: 'refuseReception', task: submitted.task.key, reason: 'NOT_COMPETENT', note: kept('why') })
      .followed();

    expect(refused.state).toMatchObject({ status: 'ended', ending: 'refused' });
  });

  it('can forward a misdirected dossier to the unit that is competent', () => {
    const forwarded = submitted.after({ type: 'forwardReception', task: submitted.task.key, to: 'commune-b' });

    expect(forwarded.open.submission).toMatchObject({ receptionUnit: 'commune-b', competentUnit: 'commune-b' });
    expect(refusalOf(submitted.when({ type: 'forwardReception', task: submitted.task.key, to: 'nowhere' }))).toBe(
      'no-such-unit',
    );
  });
});

describe('a request for supplement', () => {
  it('at reception waits for the applicant and comes back to reception', () => {
    const asked = submitted.asked();
    const answered = asked.answered();

    expect(asked.place).toMatchObject({ kind: 'supplement', resumeTo: 'reception', asked: [] });
    expect(answered.place).toMatchObject({ step: 'reception', round: 2 });
    expect(answered.open.pauses).toEqual([]);
  });

  it('during a step stops the clock, and the promise moves by the days that the applicant took', () => {
    const asked = atSurvey.daysLater(1).asked();
    const answered = asked.clock('2026-03-23').answered();

    expect(asked.open.reception?.promisedOn).toBeUndefined();
    expect(answered.open.pauses).toEqual([{ from: '2026-03-17', to: '2026-03-23' }]);
    expect(answered.open.reception?.promisedOn).toBe('2026-04-10');
    expect(answered.place).toMatchObject({ step: 'survey', round: 2 });
  });

  it('leaves the step what was left of its limit', () => {
    const asked = atSurvey.clock('2026-03-18').asked();
    const answered = asked.clock('2026-03-25').answered();

    expect(atSurvey.place.dueAt).toBe(instantOn('2026-03-23', '17:00'));
    expect(answered.place.dueAt).toBe(instantOn('2026-03-30', '17:00'));
  });

  it('a second time leaves what was left after both', () => {
    const once = atSurvey.clock('2026-03-18').asked().clock('2026-03-25').answered();
    const head = official(postOf('commune', 'housing', 'head'));
    const allowed = once
      .clock('2026-03-26')
      .after({ type: 'askConsent', task: once.task.key, note: kept('why') })
      .after({ type: 'consent', task: once.task.key }, head);
    const twice = allowed.asked().clock('2026-04-01').answered();

    expect(once.place.dueAt).toBe(instantOn('2026-03-30', '17:00'));
    expect(twice.place.dueAt).toBe(instantOn('2026-04-03', '17:00'));
  });

  it('does not make the step forget that it goes straight to who returned the dossier', () => {
    const returned = atSign.decided('return', { returnTo: 'survey' });
    const answered = returned.asked().answered();

    expect(returned.place).toMatchObject({ step: 'survey', resumeTo: 'sign' });
    expect(answered.place).toMatchObject({ step: 'survey', resumeTo: 'sign' });
  });

  it('that is not answered in time comes back to who asked, and never ends the dossier', () => {
    const lapsed = atSurvey.asked().clock('2026-05-01').followed();

    expect(lapsed.place).toMatchObject({ step: 'survey', round: 2 });
    expect(lapsed.open.reception?.promisedOn).toBeDefined();
  });

  it('is for the steps that the chain allows, says what is missing, and gives time', () => {
    const ask = (dossier: ADossier, more = {}) =>
      refusalOf(
        dossier.when({ type: 'askSupplement', task: dossier.task.key, items: 1, note: kept('items'), ...more }),
      );

    expect(ask(atSign)).toBe('may-not-ask-supplement');
    expect(ask(atSurvey, { items: 0 })).toBe('reason-required');
    expect(ask(atSurvey, { until: '2026-03-16' })).toBe('unlawful-date');
  });

  it('is answered by the applicant alone, once', () => {
    const asked = atSurvey.asked();
    const answer = { type: 'supplement', revision: kept('revision-2') } as const;

    expect(refusalOf(asked.when(answer, { kind: 'applicant', account: 'somebody else' }))).toBe('not-your-dossier');
    expect(refusalOf(atSurvey.when(answer))).toBe('nothing-asked');
  });
});

describe('an extension with an apology', () => {
  const extension = (dossier: ADossier, promisedOn = '2026-04-13') =>
    ({ type: 'extend', task: dossier.task.key, promisedOn, note: kept('why'), paper: kept('form-04') }) as const;
  const extend = (dossier: ADossier, promisedOn?: string) => dossier.when(extension(dossier, promisedOn));

  it('promises another day and keeps the first one beside it', () => {
    const extended = atSurvey.extended('2026-04-13');

    expect(atSurvey.open.reception?.promisedOn).toBe('2026-04-06');
    expect(extended.open.reception).toMatchObject({
      promisedOn: '2026-04-13',
      extension: { from: '2026-04-06', workingDays: 5 },
    });
    expect(extended.place).toEqual(atSurvey.place);
  });

  it('is announced on the last working day before the promised one at the latest', () => {
    const onFriday = extend(atSurvey.clock('2026-04-03', '16:59'));
    const onSaturday = extend(atSurvey.clock('2026-04-04', '00:01'));

    expect(eventTypes(onFriday)).toEqual(['extended']);
    expect(refusalOf(onSaturday)).toBe('too-late-to-extend');
  });

  it('happens once', () => {
    const extended = atSurvey.extended('2026-04-13');

    expect(refusalOf(extend(extended, '2026-04-20'))).toBe('already-extended');
  });

  it.each([
    ['an earlier day', '2026-04-03'],
    ['the same day', '2026-04-06'],
    ['a day off', '2026-04-11'],
    ['the day of the Hùng Kings', '2026-04-26'],
  ])('does not promise %s', (_what, day) => {
    expect(refusalOf(extend(atSurvey, day))).toBe('unlawful-promise');
  });

  it('is the matter of whoever works on the dossier, not of the counter', () => {
    expect(refusalOf(extend(submitted))).toBe('may-not-extend');
    expect(eventTypes(extend(atSign))).toEqual(['extended']);
    expect(refusalOf(atSign.when(extension(atSign), official(postOf('commune', 'housing', 'specialist'))))).toBe(
      'not-your-task',
    );
  });

  it('adds its days to what is left after a later supplement', () => {
    const plain = atSurvey.asked().clock('2026-03-23').answered();
    const extended = atSurvey.extended('2026-04-13').asked().clock('2026-03-23').answered();

    expect(plain.open.reception?.promisedOn).toBe('2026-04-13');
    expect(extended.open.reception?.promisedOn).toBe('2026-04-20');
  });
});

describe('deciding', () => {
  it('an amount is decided by an approval, not by a proposal', () => {
    expect(atSign.open.decidedAmount).toBeUndefined();

    expect(atSign.after(atSign.decision('approve', { amount: 30_000_000 })).open.decidedAmount).toBe(30_000_000);
  });

  it('is on its way until the dossier was moved, and moving it is no part of the decision', () => {
    const decided = atSurvey.after(atSurvey.decision('propose'));

    expect(decided.place).toMatchObject({ step: 'survey', settled: { outcome: 'propose' } });
    expect(decided.followed().place.step).toBe('sign');
  });

  it.each([
    ['by somebody who does not hold the post', official(postOf('province', 'housing', 'specialist')), 'not-your-task'],
    ['by the applicant', APPLICANT, 'not-your-task'],
    ['by the system', SYSTEM, 'not-your-task'],
    ['on one’s own dossier', official(postOf('commune', 'housing', 'specialist'), 'applicant'), 'own-dossier'],
  ] as const)('is refused %s', (_who, actor, refusal) => {
    expect(refusalOf(atSurvey.when(atSurvey.decision('propose'), actor))).toBe(refusal);
  });

  it.each([
    ['an outcome that the step does not have', { outcome: 'nonsense' }, 'unknown-outcome'],
    ['without the form of the step', { entry: undefined }, 'entry-required'],
    ['on a task that never was', { task: 'survey.9.1' }, 'no-such-task'],
  ] as const)('is refused with %s', (_what, change, refusal) => {
    const command = { ...atSurvey.decision('propose'), ...change } as Parameters<ADossier['when']>[0];

    expect(refusalOf(atSurvey.when(command, holderOf(atSurvey.task)))).toBe(refusal);
  });

  it('happens once: not in transit, not after it, not by another holder of the post', () => {
    const command = atSurvey.decision('propose');
    const inTransit = atSurvey.after(command);

    expect(refusalOf(inTransit.when(command))).toBe('already-decided');
    expect(refusalOf(inTransit.followed().when(command, holderOf(atSurvey.task, 'a colleague')))).toBe(
      'already-decided',
    );
  });

  it('needs a reason where the chain asks for one', () => {
    expect(refusalOf(atSign.when(atSign.decision('reject', { note: undefined })))).toBe('reason-required');
  });

  it('is refused to who settled a step that this one must differ from', () => {
    const sameLeader = official({ ...postOf('province', 'leadership', 'leader') }, `${atSurvey.task.post}#1`);

    expect(refusalOf(atSign.when(atSign.decision('approve'), sameLeader))).toBe('same-person');
  });

  it('is stale when something was recorded that the official has not seen', () => {
    const seen = { seen: atSurvey.state.sequence - 1 };
    const changed = atSurvey.asked().answered();

    expect(atSurvey.when(atSurvey.decision('propose'), undefined, { seen: atSurvey.state.sequence }).ok).toBe(true);
    expect(refusalOf(changed.when(changed.decision('propose'), undefined, seen))).toBe('stale');
  });

  it('is not stale because of a reminder', () => {
    const seen = { seen: atSurvey.state.sequence };
    const reminded = atSurvey.clock('2026-03-20').followed();

    expect(reminded.events.at(-1)?.type).toBe('reminded');
    expect(reminded.when(reminded.decision('propose'), undefined, seen).ok).toBe(true);
  });
});

describe('a posting', () => {
  const chain = aChain({
    start: 'posting',
    steps: [
      aReview('posting', {
        notBefore: 3,
        outcomes: [anOutcome('done', 'confirm')],
        routes: [{ on: 'done', end: 'approved' }],
      }),
    ],
    promise: { workingDays: 15, until: 'posting' },
  });

  it('may be closed after its last day and not before (D11)', () => {
    const posted = ADossier.on(chain).clock('2026-04-28').submitted().received();

    expect(posted.clock('2026-05-05', '16:59').when(posted.decision('done'))).toMatchObject({
      refusal: { code: 'not-before', from: instantOn('2026-05-06', '00:00') },
    });
    expect(posted.clock('2026-05-06').when(posted.decision('done')).ok).toBe(true);
  });
});

describe('a return', () => {
  it('goes back to a step that was passed, and from there straight to who returned it', () => {
    const returned = atSign.decided('return', { returnTo: 'survey' });

    expect(returned.place).toMatchObject({ step: 'survey', round: 2, resumeTo: 'sign' });
    expect(returned.decided('propose').place).toMatchObject({ step: 'sign', round: 2 });
  });

  it('gives the earlier step its whole limit again', () => {
    const returned = atSign.clock('2026-03-20').decided('return', { returnTo: 'survey' });

    expect(returned.place.dueAt).toBe(instantOn('2026-03-27', '17:00'));
  });

  it.each(['sign', 'number', 'nowhere', undefined])('never goes to %s', (returnTo) => {
    expect(refusalOf(atSign.when(atSign.decision('return', { returnTo })))).toBe('unlawful-target');
  });
});

describe('handling a task', () => {
  const head = official({ ...postOf('commune', 'housing', 'head') });
  const colleague = holderOf(atSurvey.task, 'a colleague');

  it('claimed by one, it is closed to the others until it is given back', () => {
    const claimed = atSurvey.after({ type: 'claim', task: atSurvey.task.key });

    expect(refusalOf(claimed.when(claimed.decision('propose'), colleague))).toBe('claimed-by-another');
    expect(refusalOf(claimed.when({ type: 'claim', task: claimed.task.key }, colleague))).toBe('claimed-by-another');
    const released = claimed.after({ type: 'release', task: claimed.task.key });
    expect(released.when(released.decision('propose'), colleague).ok).toBe(true);
  });

  it('claiming what one has claimed changes nothing', () => {
    const claimed = atSurvey.after({ type: 'claim', task: atSurvey.task.key });

    expect(eventTypes(claimed.when({ type: 'claim', task: claimed.task.key }))).toEqual([]);
  });

  it('is assigned by the head of the office to one who holds the post', () => {
    const assigned = atSurvey.after({ type: 'assign', task: atSurvey.task.key, to: 'a colleague' }, head);

    expect(refusalOf(assigned.when(assigned.decision('propose')))).toBe('assigned-to-another');
    expect(assigned.when(assigned.decision('propose'), colleague).ok).toBe(true);
  });

  it('is not assigned by a specialist, nor to somebody of another post, nor to the applicant', () => {
    const assign = (to: string, actor: Parameters<ADossier['when']>[1], posts?: string[]) =>
      refusalOf(
        atSurvey.when({ type: 'assign', task: atSurvey.task.key, to }, actor, posts ? { assigneePosts: posts } : {}),
      );

    expect(assign('a colleague', colleague)).toBe('not-the-head');
    expect(assign('a colleague', head, ['another post'])).toBe('not-assignable');
    expect(assign('applicant', head)).toBe('not-assignable');
  });

  it('is given back by the head for an absent official', () => {
    const claimed = atSurvey.after({ type: 'claim', task: atSurvey.task.key });

    expect(eventTypes(claimed.when({ type: 'release', task: claimed.task.key }, head))).toEqual(['released']);
    expect(refusalOf(claimed.when({ type: 'release', task: claimed.task.key }, colleague))).toBe('claimed-by-another');
    expect(refusalOf(atSurvey.when({ type: 'release', task: atSurvey.task.key }))).toBe('not-claimed');
  });
});

describe('withdrawing', () => {
  it('ends the dossier from any step, also in transit', () => {
    const inTransit = atSurvey.after(atSurvey.decision('propose')).after({ type: 'withdraw' });

    expect(refusalOf(inTransit.when(inTransit.decision('propose')))).toBe('in-transit');
    expect(inTransit.followed().state).toMatchObject({ status: 'ended', ending: 'withdrawn' });
  });

  it('is for the applicant, until the promised result is there', () => {
    const numbered = aChain();
    const withHandOver = aChain({
      steps: [
        ...numbered.steps.slice(0, -1),
        aReview('number', { routes: [{ on: 'confirm', to: 'hand-over' }] }),
        aReview('hand-over'),
      ],
    });
    const handedOver = ADossier.on(withHandOver)
      .submitted()
      .received()
      .checked()
      .decided('propose')
      .decided('approve')
      .papered()
      .decided('confirm');

    expect(refusalOf(atSurvey.when({ type: 'withdraw' }, holderOf(atSurvey.task)))).toBe('not-your-dossier');
    expect(refusalOf(handedOver.when({ type: 'withdraw' }))).toBe('already-decided');
  });
});

describe('automatic steps', () => {
  const atCheck = submitted.received();

  it('record their outcome by the key of their place; when the dossier has moved on that is an answer', () => {
    const record = { type: 'recordCheck', place: 'intake.1', outcome: 'clear', findings: [] } as const;

    expect(eventTypes(atCheck.when(record))).toEqual(['checked']);
    expect(refusalOf(atSurvey.when(record))).toBe('moved-on');
    expect(refusalOf(atSurvey.when(record, holderOf(atSurvey.task)))).toBe('not-your-task');
  });

  it('give way to a person when they do not answer in time', () => {
    const overdue = atCheck.clock('2026-03-17', '18:00').followed();

    expect(overdue.task.post).toBe('commune-a/housing/specialist');
    expect(overdue.decided('attention', { entry: undefined }).place.step).toBe('survey');
  });
});

describe('an unfilled post', () => {
  const stuck = submitted.withVacant('commune-a/housing/specialist').received().checked();

  it('is on record, and nobody can decide there', () => {
    expect(stuck.place).toMatchObject({ step: 'survey', stuck: 'vacant-post', asked: [] });
  });

  it('is freed when the administrator has filled it', () => {
    const administrator = { kind: 'administrator', account: 'admin' } as const;
    const mended = stuck
      .with({ directory: submitted.setting.directory })
      .after({ type: 'lookAgain' }, administrator)
      .followed();

    expect(mended.place).toMatchObject({ step: 'survey', stuck: undefined });
    expect(mended.task.post).toBe('commune-a/housing/specialist');
    expect(refusalOf(mended.when({ type: 'lookAgain' }, administrator))).toBe('not-stuck');
  });
});

it('promises by the calendar of the office', () => {
  expect(calendar.daysOff.has('2026-04-27')).toBe(true);
});

describe('a dossier that came on paper', () => {
  const filed = ADossier.on().filed();

  it('is the applicant’s, and says who filed it and with which papers', () => {
    expect(filed.open.submission).toMatchObject({
      by: 'applicant',
      counter: { filedBy: 'commune-a/reception/clerk#1', papers: ['application'], transcribed: false },
    });
  });

  it.each([
    ['somebody who receives elsewhere', official(postOf('district', 'reception', 'clerk')), 'not-your-task'],
    ['a specialist', official(postOf('commune', 'housing', 'specialist')), 'not-your-task'],
    [
      'the applicant, who sits at the counter',
      official(postOf('commune', 'reception', 'clerk'), 'applicant'),
      'own-dossier',
    ],
  ] as const)('is not filed by %s', (_who, actor, code) => {
    const counter = { applicant: 'applicant', papers: [] };
    const units = { receptionUnit: 'commune-a', competentUnit: 'commune-a' };

    const decision = ADossier.on().when({ type: 'submit', pins: PINS, revision: kept('r'), ...units, counter }, actor);

    expect(decision).toEqual({ ok: false, refusal: { code } });
  });

  it('is not decided before what stands on the paper is typed in', () => {
    const atSurvey = filed.received().checked();

    expect(atSurvey.when(atSurvey.decision('propose'))).toEqual({ ok: false, refusal: { code: 'not-transcribed' } });
    expect(atSurvey.transcribed().when(atSurvey.decision('propose'))).toMatchObject({ ok: true });
  });

  it.each([
    ['reception', postOf('commune', 'reception', 'clerk'), true],
    ['a specialist of the commune', postOf('commune', 'finance', 'specialist'), true],
    ['a village head', postOf('commune', 'village', 'village-head'), false],
    ['the province', postOf('province', 'housing', 'specialist'), false],
  ] as const)('is typed in by %s: %#', (_who, post, ok) => {
    const decision = filed.when({ type: 'transcribe', revision: kept('transcript'), findings: [] }, official(post));

    expect(decision.ok).toBe(ok);
  });

  it('is typed in once', () => {
    const again = filed.transcribed().when({ type: 'transcribe', revision: kept('again'), findings: [] }, CLERK);

    expect(again).toEqual({ ok: false, refusal: { code: 'already-transcribed' } });
  });

  it('gets the papers that are brought later at the counter, and stays untyped', () => {
    const brought = filed.asked().after({ type: 'supplement', revision: kept('same'), papers: ['land'] }, CLERK);

    expect(brought.followed().place.step).toBe('reception');
    expect(brought.open.submission.counter).toMatchObject({ papers: ['land'], transcribed: false });
  });

  it('is whole once the applicant has answered with the whole form', () => {
    expect(filed.asked().answered().open.submission.counter?.transcribed).toBe(true);
  });
});
