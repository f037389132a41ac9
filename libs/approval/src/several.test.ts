import { lawful, verify } from './index';
import { aBranchingChain, ADossier, aPanel, aPanelChain, holderOf, kept, official, postOf } from './testing';

const HOUSING = 'commune-a/housing/specialist';
const FINANCE = 'commune-a/finance/specialist';
const TRAINING = 'commune-a/training/specialist';
const surroundings = { stepForms: [], papers: [] };

const atPanel = (...panel: Parameters<typeof aPanel>) =>
  ADossier.on(aPanelChain(aPanel(...panel)))
    .submitted()
    .received()
    .decided('propose');

const atBranches = (change: Parameters<typeof aBranchingChain>[0] = {}) =>
  ADossier.on(aBranchingChain(change)).submitted().received().decided('propose');

const step = ({ open }: ADossier) => open.places.map((place) => place.step);

describe('a review that several sign', () => {
  it('asks each of them, and goes on when all have agreed', () => {
    const asked = atPanel();
    expect(asked.waitsFor).toEqual([`panel:${HOUSING}`, `panel:${FINANCE}`, `panel:${TRAINING}`]);

    const two = asked.decidedAt('panel', 'agree', FINANCE).decidedAt('panel', 'agree', HOUSING);
    expect(two.waitsFor).toEqual([`panel:${TRAINING}`]);

    expect(step(two.decidedAt('panel', 'agree', TRAINING))).toEqual(['sign']);
  });

  it('comes out with a refusal as soon as enough can no longer agree', () => {
    const refused = atPanel({ kind: 'at-least', count: 2 }).decidedAt('panel', 'refuse', FINANCE);
    expect(refused.waitsFor).toHaveLength(2);

    expect(refused.decidedAt('panel', 'refuse', TRAINING).state.status).toBe('ended');
  });

  it.each([
    [{ kind: 'any' } as const, 1],
    [{ kind: 'at-least', count: 2 } as const, 2],
    [{ kind: 'percent', percent: 60 } as const, 2],
    [{ kind: 'percent', percent: 67 } as const, 3],
    [{ kind: 'all' } as const, 3],
  ])('needs by the rule %j the word of %d of three', (rule, enough) => {
    const signers = [HOUSING, FINANCE, TRAINING].slice(0, enough);
    const reached = signers.reduce((dossier, post) => {
      expect(step(dossier)).toEqual(['panel']);
      return dossier.decidedAt('panel', 'agree', post);
    }, atPanel(rule));

    expect(step(reached)).toEqual(['sign']);
  });

  it('asks one after the other where the chain says so', () => {
    const first = atPanel({ kind: 'all' }, { inTurn: true });
    expect(first.waitsFor).toEqual([`panel:${HOUSING}`]);
    const early = first.when(first.decision('agree', { task: 'panel.1.2' }));
    expect(early).toMatchObject({ ok: false, refusal: { code: 'not-your-turn' } });

    expect(first.decidedAt('panel', 'agree').waitsFor).toEqual([`panel:${FINANCE}`]);
  });

  it('lets nobody sign twice', () => {
    const signed = atPanel().decidedAt('panel', 'agree', FINANCE);
    const again = signed.when(
      signed.decision('agree', { task: 'panel.1.2' }),
      official(postOf('commune', 'finance', 'specialist')),
    );

    expect(again).toMatchObject({ ok: false, refusal: { code: 'already-decided' } });
  });

  it('asks every holder of one post for themselves, and is stuck where there are too few', () => {
    const holders = { with: undefined, holders: true } as const;
    const alone = atPanel({ kind: 'at-least', count: 2 }, holders);

    expect(alone.place.stuck).toBe('too-few-signers');
    expect(atPanel({ kind: 'all' }, holders).waitsFor).toEqual([`panel:${HOUSING}#1`]);
  });

  it.each([
    ['keep', 2],
    ['void', 3],
  ] as const)('after a return the decisions of the others are as the chain says: %s', (returned, asked) => {
    const before = atPanel({ kind: 'all' }, { carry: { return: returned, supplement: 'keep' } });
    const back = before
      .decidedAt('panel', 'agree', FINANCE)
      .decidedAt('panel', 'return', HOUSING, { returnTo: 'prepare' });
    expect(step(back)).toEqual(['prepare']);

    expect(back.decided('propose').waitsFor).toHaveLength(asked);
  });

  it.each([
    ['keep', 2],
    ['ask-again', 3],
  ] as const)('after a supplement they are as the chain says: %s', (supplement, asked) => {
    const signed = atPanel({ kind: 'all' }, { carry: { return: 'keep', supplement } }).decidedAt(
      'panel',
      'agree',
      FINANCE,
    );
    const asks = signed.after({
      type: 'askSupplement',
      task: signed.taskOf('panel', HOUSING),
      items: 1,
      note: kept('i'),
    });

    expect(asks.followed().answered().waitsFor).toHaveLength(asked);
  });

  it('is not published with a rule that cannot be kept, or outcomes that it has not', () => {
    const findings = verify(aPanelChain(aPanel({ kind: 'at-least', count: 4 }, { fails: 'no' })), surroundings);

    expect(findings.map(({ code }) => code).sort()).toEqual(['rule-beyond-signers', 'unknown-outcome']);
  });
});

describe('a signer who was added', () => {
  const survey = () => ADossier.on().submitted().received().checked();
  const withFinance = (how: 'before' | 'beside' | 'after') => {
    const dossier = survey();
    return dossier.after({ type: 'addSigner', task: dossier.task.key, post: FINANCE, how });
  };
  const cosigned = (dossier: ADossier, agrees = true) =>
    dossier.after({ type: 'cosign', task: dossier.taskOf('survey', FINANCE), agrees, note: kept('n') }).followed();

  it('before: signs first', () => {
    const asked = withFinance('before');
    expect(asked.waitsFor).toEqual([`survey:${FINANCE}`]);

    expect(cosigned(asked).waitsFor).toEqual([`survey:${HOUSING}`]);
  });

  it('beside: signs at any time, and the step waits for both', () => {
    const decidedFirst = withFinance('beside').decidedAt('survey', 'propose', HOUSING);
    expect(decidedFirst.waitsFor).toEqual([`survey:${FINANCE}`]);
    expect(step(cosigned(decidedFirst))).toEqual(['sign']);

    expect(step(cosigned(withFinance('beside')).decidedAt('survey', 'propose', HOUSING))).toEqual(['sign']);
  });

  it('after: is asked once the one who added them has decided', () => {
    const asked = withFinance('after');
    expect(asked.waitsFor).toEqual([`survey:${HOUSING}`]);

    expect(step(cosigned(asked.decidedAt('survey', 'propose', HOUSING)))).toEqual(['sign']);
  });

  it('dissents: whoever had decided is asked again, and may decide all the same', () => {
    const dissent = cosigned(withFinance('after').decidedAt('survey', 'propose', HOUSING), false);
    expect(dissent.waitsFor).toEqual([`survey:${HOUSING}`]);

    expect(step(dissent.decidedAt('survey', 'propose', HOUSING))).toEqual(['sign']);
  });

  it('does not have to be waited for when the ask is taken back, by who asked', () => {
    const pending = withFinance('beside').decidedAt('survey', 'propose', HOUSING);
    const task = pending.taskOf('survey', FINANCE);
    expect(pending.when({ type: 'takeBackAsk', task })).toMatchObject({ refusal: { code: 'not-asked-by-you' } });

    const alone = pending
      .after({ type: 'takeBackAsk', task }, official(postOf('commune', 'housing', 'specialist')))
      .followed();
    expect(step(alone)).toEqual(['sign']);
  });
});

describe('an opinion asked of another office', () => {
  const asks = (blocking: boolean) => {
    const dossier = ADossier.on().submitted().received().checked();
    const question = { post: FINANCE, blocking, workingDays: 2, note: kept('question') };
    return dossier.after({ type: 'consult', task: dossier.taskOf('survey'), ...question }).followed();
  };
  const opined = (dossier: ADossier) =>
    dossier
      .after({ type: 'opine', task: dossier.taskOf('consultation'), opinion: 'agree', note: kept('opinion') })
      .followed();

  it('comes back to who asked, who decides meanwhile only where it does not block', () => {
    const blocked = asks(true);
    const early = blocked.when(blocked.decision('propose', { task: blocked.taskOf('survey') }));
    expect(early).toMatchObject({ ok: false, refusal: { code: 'awaits-opinion' } });

    expect(step(opined(blocked).decidedAt('survey', 'propose'))).toEqual(['sign']);
    expect(step(asks(false).decidedAt('survey', 'propose'))).toEqual(['sign']);
  });

  it('is offered to be taken back to who asked, however far away the office is', () => {
    const dossier = ADossier.on().submitted().received().checked();
    const question = { post: 'province-a/finance/head', blocking: true, workingDays: 2, note: kept('question') };
    const asked = dossier.after({ type: 'consult', task: dossier.taskOf('survey'), ...question }).followed();
    const asker = official(postOf('commune', 'housing', 'specialist'));

    const offers = lawful(asked.setting.chain, asked.state, asked.context(asker));
    const back = offers.find(({ command }) => command === 'takeBackAsk');
    expect([back?.task, back?.because]).toEqual([asked.taskOf('consultation'), undefined]);
  });

  it('has a limit of its own, and its lateness is told without ending it', () => {
    const late = asks(true).daysLater(5).followed();

    expect(late.events).toContainEqual(expect.objectContaining({ type: 'escalated', place: 'consultation.1' }));
    expect(step(opined(late))).toEqual(['survey']);
  });
});

describe('a decision taken back', () => {
  const decided = () => ADossier.on().submitted().received().checked().decided('propose');
  const author = official(postOf('commune', 'housing', 'specialist'));
  const recall = { type: 'recall', task: 'survey.1.1' } as const;

  it('is asked again, in transit and afterwards, with what is left of the limit', () => {
    const before = ADossier.on().submitted().received().checked().daysLater(2);
    const inTransit = before.after(before.decision('propose')).after(recall, author).followed();
    expect(inTransit.waitsFor).toEqual([`survey:${HOUSING}`]);

    const back = before.decided('propose').after(recall, author).followed();
    expect(back.waitsFor).toEqual([`survey:${HOUSING}`]);
    expect(back.place.dueAt).toBe(before.place.dueAt);
  });

  it('stands once somebody has opened what came after', () => {
    const opened = decided().after({ type: 'open', task: 'sign.1.1' });

    expect(opened.when(recall, author)).toMatchObject({ ok: false, refusal: { code: 'already-opened' } });
  });

  it('is its author’s alone, and never once a number was given', () => {
    expect(decided().when(recall, holderOf(decided().task))).toMatchObject({ refusal: { code: 'nothing-to-recall' } });
    const approved = decided().decided('approve');
    const leader = official(postOf('province', 'leadership', 'leader'));
    expect(step(approved.after({ type: 'recall', task: 'sign.1.1' }, leader).followed())).toEqual(['sign']);

    const numbered = approved.papered().decided('issue');
    expect(numbered.when({ type: 'recall', task: 'sign.1.1' }, leader)).toMatchObject({ ok: false });
  });

  it('takes the amount back with it', () => {
    const approved = decided().decided('approve', { amount: 60_000_000 });
    expect(approved.open.decidedAmount).toBe(60_000_000);
    const leader = official(postOf('province', 'leadership', 'leader'));

    const back = approved.after({ type: 'recall', task: 'sign.1.1' }, leader).followed();
    expect(back.open.decidedAmount).toBeUndefined();
  });

  it('among several signatures leaves the others as they are', () => {
    const all = atPanel().decidedAt('panel', 'agree', FINANCE).decidedAt('panel', 'agree', TRAINING);
    const pending = all.after(
      { type: 'recall', task: 'panel.1.2' },
      official(postOf('commune', 'finance', 'specialist')),
    );
    expect(pending.waitsFor).toEqual([`panel:${HOUSING}`, `panel:${FINANCE}`]);

    const last = all.decidedAt('panel', 'agree', HOUSING);
    const back = last
      .after({ type: 'recall', task: 'panel.1.1' }, official(postOf('commune', 'housing', 'specialist')))
      .followed();
    expect(back.waitsFor).toEqual([`panel:${HOUSING}`]);
  });
});

describe('branches', () => {
  it('run beside each other, and join', () => {
    const both = atBranches();
    expect(both.waitsFor).toEqual([`count:${FINANCE}`, `visit:${HOUSING}`]);
    const one = both.decidedAt('visit', 'agree').decidedAt('count', 'agree');
    expect(one.waitsFor).toEqual(['confirm-money:commune-a/finance/head']);

    expect(step(one.decidedAt('confirm-money', 'agree'))).toEqual(['sign']);
  });

  it('leave the others to themselves while one is on its way', () => {
    const both = atBranches();
    const moving = both.after(both.decision('agree', { task: both.taskOf('count') }));

    expect(moving.waitsFor).toEqual([`visit:${HOUSING}`]);
    expect(moving.when(moving.decision('agree', { task: moving.taskOf('visit') }))).toMatchObject({ ok: true });
  });

  it('are given up when enough have come out', () => {
    const any = atBranches({ rule: { kind: 'any' } }).decidedAt('visit', 'agree');
    expect(step(any)).toEqual(['sign']);
    expect(atBranches().decidedAt('visit', 'refuse').state.status).toBe('ended');
  });

  it('end each of their places once, with the opinions that were asked inside', () => {
    const both = atBranches({ rule: { kind: 'any' } });
    const question = { post: 'province-a/finance/head', blocking: false, workingDays: 2, note: kept('question') };
    const asking = both.after({ type: 'consult', task: both.taskOf('count'), ...question }).followed();

    const joined = asking.decidedAt('visit', 'agree');
    const left = joined.events.flatMap((event) => (event.type === 'left' ? [event.place] : []));
    expect(left).toContain('consultation.1');
    expect(new Set(left).size).toBe(left.length);
  });

  it('run one after the other where the chain says so', () => {
    const first = atBranches({ inTurn: true });
    expect(first.waitsFor).toEqual([`count:${FINANCE}`]);

    expect(first.decidedAt('count', 'agree').decidedAt('confirm-money', 'agree').waitsFor).toEqual([
      `visit:${HOUSING}`,
    ]);
  });

  it('go back inside themselves without touching the others', () => {
    const done = atBranches().decidedAt('visit', 'agree').decidedAt('count', 'agree');
    const back = done.decidedAt('confirm-money', 'return', '', { returnTo: 'count' });

    expect(back.waitsFor).toEqual([`count:${FINANCE}`]);
  });

  it.each([
    ['keep', [`count:${FINANCE}`]],
    ['void', [`count:${FINANCE}`, `visit:${HOUSING}`]],
  ] as const)('with a return to before them the others are as the chain says: %s', (returned, asked) => {
    const done = atBranches({ carry: { return: returned, supplement: 'keep' } }).decidedAt('visit', 'agree');
    const back = done.decidedAt('count', 'return', '', { returnTo: 'prepare' });
    expect(step(back)).toEqual(['prepare']);

    expect(back.decided('propose').waitsFor).toEqual(asked);
  });

  it.each([
    ['keep', [`count:${FINANCE}`]],
    ['ask-again', [`visit:${HOUSING}`, `count:${FINANCE}`]],
  ] as const)('after a supplement in one the others are as the chain says: %s', (supplement, asked) => {
    const done = atBranches({ carry: { return: 'keep', supplement } }).decidedAt('visit', 'agree');
    const waits = done
      .after({ type: 'askSupplement', task: done.taskOf('count'), items: 1, note: kept('i') })
      .followed();
    expect(waits.when({ type: 'supplement', revision: kept('r') })).toMatchObject({ ok: true });

    expect([...waits.answered().waitsFor].sort()).toEqual([...asked].sort());
  });

  it('ask the applicant once at a time, also while the first request is on its way', () => {
    const both = atBranches();
    const asks = (dossier: ADossier, step: string) =>
      ({ type: 'askSupplement', task: dossier.taskOf(step), items: 1, note: kept('i') }) as const;
    const onItsWay = both.after(asks(both, 'count'));

    expect(onItsWay.when(asks(onItsWay, 'visit'))).toMatchObject({ refusal: { code: 'already-asked' } });
    expect(onItsWay.followed().when(asks(both, 'visit'))).toMatchObject({ refusal: { code: 'already-asked' } });
  });

  it('offer a return with what it makes of the others', () => {
    const done = atBranches({ carry: { return: 'void', supplement: 'keep' } });
    const { chain } = done.setting;
    expect(verify(chain, surroundings)).toEqual([]);

    const offers = lawful(chain, done.state, done.context(official(postOf('commune', 'finance', 'specialist'))));
    const back = offers.find(({ outcome, task }) => outcome === 'return' && task === done.taskOf('count'));
    expect(back).toMatchObject({ targets: ['prepare'], others: { prepare: 'void' } });
    expect(back?.because).toBeUndefined();
  });

  it('are not published when they cross, end the dossier, or take longer than their step', () => {
    const chain = aBranchingChain({ workingDays: 3 });
    const crossing = chain.steps.map((each) =>
      each.key === 'visit' && each.kind === 'review'
        ? {
            ...each,
            routes: [
              { on: 'agree', to: 'sign' },
              { on: 'refuse', end: 'rejected' as const },
            ],
          }
        : each,
    );
    const codes = verify({ ...chain, steps: crossing }, surroundings).map(({ code }) => code);

    expect(codes).toEqual(
      expect.arrayContaining(['route-crosses-branch', 'end-within-branch', 'branch-longer-than-limit']),
    );
  });
});

describe('the clock, stopped by the office', () => {
  const suspensions = [
    { key: 'flood', title: { vi: 'Bão lũ', en: 'Flood' }, legalBasis: { vi: 'Điều 156', en: 'Article 156' } },
  ];
  const survey = () => {
    const dossier = ADossier.on();
    return dossier
      .with({ chain: { ...dossier.setting.chain, suspensions } })
      .submitted()
      .received()
      .checked();
  };
  const head = official(postOf('commune', 'housing', 'head'));
  const stopped = (dossier: ADossier) =>
    dossier.after({ type: 'suspend', task: dossier.task.key, ground: 'flood', note: kept('why') }, head).followed();

  it('moves every limit and the promise on by the working days that it stood', () => {
    const before = survey();
    const { dueAt } = before.place;
    const promised = before.open.reception?.promisedOn;
    const resumed = stopped(before).daysLater(7).followed().after({ type: 'resume' }, head).followed();

    expect([promised, resumed.open.reception?.promisedOn]).toEqual(['2026-04-06', '2026-04-13']);
    expect([dueAt?.slice(0, 10), resumed.place.dueAt?.slice(0, 10)]).toEqual(['2026-03-23', '2026-03-30']);
  });

  it('costs the step nothing of its limit when the applicant is asked afterwards', () => {
    const resumed = stopped(survey()).daysLater(14).followed().after({ type: 'resume' }, head).followed();
    const asked = resumed.after({ type: 'askSupplement', task: resumed.taskOf('survey'), items: 1, note: kept('i') });

    const back = asked.followed().answered();
    expect(back.place.dueAt).toBe(resumed.place.dueAt);
  });

  it('rings no bell, and nobody decides meanwhile', () => {
    const long = stopped(survey()).daysLater(40).followed();

    expect(long.events.at(-1)?.type).toBe('suspended');
    expect(long.when(long.decision('propose'))).toMatchObject({ ok: false, refusal: { code: 'suspended' } });
  });

  it('is stopped by a head alone, on a ground of the chain alone', () => {
    const command = { type: 'suspend', task: survey().task.key, ground: 'flood', note: kept('why') } as const;
    expect(survey().when(command)).toMatchObject({ refusal: { code: 'not-the-head' } });
    expect(survey().when({ ...command, ground: 'holiday' }, head)).toMatchObject({
      refusal: { code: 'unlawful-ground' },
    });
  });
});

describe('who waits', () => {
  const late = () => ADossier.on().submitted().received().checked().clock('2026-03-27').followed();

  it('urges whoever is asked when a step is late, and not again at once', () => {
    const soon = ADossier.on().submitted().received().checked();
    expect(soon.when({ type: 'urge' }, { kind: 'applicant', account: 'applicant' })).toMatchObject({
      refusal: { code: 'not-overdue' },
    });
    const urged = late().after({ type: 'urge' }, { kind: 'applicant', account: 'applicant' });

    expect(urged.when({ type: 'urge' }, { kind: 'applicant', account: 'applicant' })).toMatchObject({
      refusal: { code: 'urged-lately', from: '2026-03-31T02:00:00.000Z' },
    });
    expect(urged.clock('2026-04-01').when({ type: 'urge' }, { kind: 'applicant', account: 'applicant' })).toMatchObject(
      { ok: true },
    );
  });
});

describe('a task in the wrong hands', () => {
  it('is transferred to the same duty elsewhere in the unit, and nowhere else', () => {
    const survey = ADossier.on().submitted().received().checked();
    const to = (post: string) => ({ type: 'transfer', task: survey.task.key, post }) as const;

    expect(survey.after(to(FINANCE)).waitsFor).toEqual([`survey:${FINANCE}`]);
    for (const post of ['commune-a/finance/head', 'province-a/finance/specialist', HOUSING])
      expect(survey.when(to(post))).toMatchObject({ refusal: { code: 'no-such-post' } });
  });
});
