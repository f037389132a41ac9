import { Transaction } from '@trinhduyet/persistence';
import { PEOPLE, problemOf, SURVEY, World } from './testing';

let world: World;
beforeAll(async () => {
  world = await World.create();
}, 60_000);
beforeEach(() => world.clock('2026-03-16'));
afterAll(() => world.end());

const tasks = (dossier: string) =>
  world.database.query<{ key: string; step: string; kind: string; post: string; due: string | null }>(
    `SELECT task_key AS key, step, kind, post_id AS post, due_at AS due FROM task WHERE dossier_id = $1 ORDER BY task_key`,
    [dossier],
  );
const taskOf = async (dossier: string, step: string, kind?: string) => {
  const found = (await tasks(dossier)).find((task) => task.step === step && (kind === undefined || task.kind === kind));
  if (!found) throw new Error(`Nobody is asked at ${step}.`);
  return found.key;
};
const postOf = async (who: keyof typeof PEOPLE) => {
  const [held] = await world.database.query<{ post_id: string }>(
    'SELECT post_id FROM holding WHERE account_id = $1 ORDER BY post_id LIMIT 1',
    [PEOPLE[who]],
  );
  return held?.post_id ?? '';
};
const page = (dossier: string, who: keyof typeof PEOPLE) =>
  world.app.asActor({ kind: 'account', account: PEOPLE[who], dossier }, (transaction) =>
    world.page(transaction, dossier, who),
  );
const told = async (dossier: string) =>
  (
    await world.database.query<{ kind: string }>('SELECT kind FROM outbox WHERE dossier_id = $1 ORDER BY effect_key', [
      dossier,
    ])
  ).map(({ kind }) => kind);

describe('an opinion of another office', () => {
  const asking = async () => {
    const dossier = await world.atSurvey();
    const post = await postOf('provinceSpecialist');
    const task = await taskOf(dossier, 'survey');
    const question = { blocking: true, workingDays: 2, note: 'Nguồn vốn tỉnh còn không?' };
    await world.give('specialist', dossier, { type: 'consult', task, post, ...question });
    return dossier;
  };

  it('is asked with a task of its own and its limit, and the asker waits for it', async () => {
    const dossier = await asking();

    expect(await tasks(dossier)).toEqual([
      expect.objectContaining({ step: 'consultation', kind: 'consultation', post: await postOf('provinceSpecialist') }),
      expect.objectContaining({ step: 'survey', kind: 'review' }),
    ]);
    const decided = world.decide('specialist', dossier, 'propose', SURVEY);
    expect(await problemOf(decided)).toBe('not-your-task');
    const own = { type: 'decide', task: await taskOf(dossier, 'survey'), outcome: 'propose', entry: SURVEY } as const;
    expect(await problemOf(world.give('specialist', dossier, own))).toBe('awaits-opinion');
  });

  it('is read with its question by who is asked, and given in writing', async () => {
    const dossier = await asking();
    const asked = await page(dossier, 'provinceSpecialist');
    expect(asked.places[0]).toMatchObject({
      kind: 'consultation',
      question: 'Nguồn vốn tỉnh còn không?',
      blocking: true,
    });
    expect(asked.offers.filter(({ because }) => because === undefined).map(({ command }) => command)).toContain(
      'opine',
    );

    const task = await taskOf(dossier, 'consultation');
    await world.give('provinceSpecialist', dossier, { type: 'opine', task, opinion: 'agree', note: 'Còn đủ.' });
    await world.carry(dossier);

    expect((await tasks(dossier)).map(({ step }) => step)).toEqual(['survey']);
    const { history } = await page(dossier, 'specialist');
    expect(history.find(({ type }) => type === 'opined')).toMatchObject({ opinion: 'agree', note: 'Còn đủ.' });
    expect(await told(dossier)).toContain('opined');
  });

  it('is asked of nobody outside the ladder, and of no post that nobody holds', async () => {
    const dossier = await world.atSurvey();
    const task = await taskOf(dossier, 'survey');
    const question = { type: 'consult', task, blocking: false, workingDays: 2, note: 'Hỏi' } as const;

    expect(await problemOf(world.give('specialist', dossier, { ...question, post: await postOf('outsider') }))).toBe(
      'no-such-post',
    );
    expect(await problemOf(world.give('specialist', dossier, { ...question, post: 'nowhere' }))).toBe('no-such-post');
    const administrator = await postOf('administrator');
    expect(await problemOf(world.give('specialist', dossier, { ...question, post: administrator }))).toBe(
      'no-such-post',
    );
    expect((await page(dossier, 'specialist')).addressees.map(({ post }) => post)).not.toContain(administrator);
  });
});

describe('a signer who was added', () => {
  it('dissents, is told of, and the specialist is asked again', async () => {
    const dossier = await world.atSurvey();
    const task = await taskOf(dossier, 'survey');
    await world.give('specialist', dossier, { type: 'addSigner', task, post: await postOf('head'), how: 'after' });
    await world.give('specialist', dossier, { type: 'decide', task, outcome: 'propose', entry: SURVEY });
    await world.carry(dossier);
    expect(await tasks(dossier)).toEqual([expect.objectContaining({ kind: 'cosigning', post: await postOf('head') })]);

    const cosigning = await taskOf(dossier, 'survey', 'cosigning');
    const dissent = { type: 'cosign', task: cosigning, agrees: false } as const;
    expect(await problemOf(world.give('head', dossier, dissent))).toBe('reason-required');
    await world.give('head', dossier, { ...dissent, note: 'Nhà còn ở được.' });
    await world.carry(dossier);

    expect(await told(dossier)).toContain('dissented');
    const { places } = await page(dossier, 'specialist');
    expect(places[0]?.signers).toEqual([
      expect.objectContaining({ standing: 'asked', isMine: true }),
      expect.objectContaining({ standing: 'signed', how: 'after', agrees: false }),
    ]);
    await world.give('specialist', dossier, {
      type: 'decide',
      task: places[0]?.task ?? '',
      outcome: 'propose',
      entry: SURVEY,
    });
    await world.carry(dossier);
    expect((await tasks(dossier)).map(({ step }) => step)).toEqual(['decide']);
  });
});

describe('a decision taken back', () => {
  it('is asked again as long as nobody has opened what came after', async () => {
    const dossier = await world.atSurvey();
    const task = await taskOf(dossier, 'survey');
    await world.decide('specialist', dossier, 'propose', SURVEY);
    const { offers } = await page(dossier, 'specialist');
    const offer = offers.find(({ command }) => command === 'recall');
    expect([offer?.task, offer?.because]).toEqual([task, undefined]);

    await world.give('specialist', dossier, { type: 'recall', task, note: 'Ghi nhầm diện tích.' });
    await world.carry(dossier);
    expect((await tasks(dossier)).map(({ step }) => step)).toEqual(['survey']);

    const again = await taskOf(dossier, 'survey');
    await world.decide('specialist', dossier, 'propose', SURVEY);
    await world.give('chair', dossier, { type: 'open', task: await taskOf(dossier, 'decide') });
    expect(await problemOf(world.give('specialist', dossier, { type: 'recall', task: again }))).toBe('already-opened');
  });

  it('in transit wakes the workflow no less', async () => {
    const dossier = await world.atSurvey();
    const task = await taskOf(dossier, 'survey');
    await world.give('specialist', dossier, { type: 'decide', task, outcome: 'propose', entry: SURVEY });
    expect(await tasks(dossier)).toEqual([]);

    await world.give('specialist', dossier, { type: 'recall', task });
    expect((await tasks(dossier)).map(({ step }) => step)).toEqual(['survey']);
  });
});

describe('a task in the wrong hands', () => {
  it('goes to nobody of another duty', async () => {
    const dossier = await world.atSurvey();
    const task = await taskOf(dossier, 'survey');

    const away = world.give('specialist', dossier, { type: 'transfer', task, post: await postOf('head') });
    expect(await problemOf(away)).toBe('no-such-post');
  });
});

describe('the clock, stopped by the office', () => {
  it('stands for everybody, and afterwards every limit and the promise are later by as much', async () => {
    const dossier = await world.atSurvey();
    const before = await world.open(dossier);
    const task = await taskOf(dossier, 'survey');
    const stop = { type: 'suspend', task, ground: 'force-majeure', note: 'Xã bị cô lập do lũ.' } as const;
    expect(await problemOf(world.give('specialist', dossier, stop))).toBe('not-the-head');
    await world.give('head', dossier, stop);

    expect(await tasks(dossier)).toEqual([expect.objectContaining({ due: null })]);
    const own = { type: 'decide', task, outcome: 'propose', entry: SURVEY } as const;
    expect(await problemOf(world.give('specialist', dossier, own))).toBe('suspended');

    await world.clock('2026-03-30');
    await world.give('head', dossier, { type: 'resume' });
    const after = await world.open(dossier);
    expect(before.reception?.promisedOn).toBe('2026-04-09');
    expect(after.reception?.promisedOn).toBe('2026-04-16');
    expect(await told(dossier)).toEqual(expect.arrayContaining(['suspended', 'resumed']));
    await world.give('specialist', dossier, own);
  });
});

describe('who waits', () => {
  it('urges the office when a step is late, and is told from when on', async () => {
    const dossier = await world.atSurvey();
    expect(await problemOf(world.give('applicant', dossier, { type: 'urge' }))).toBe('not-overdue');
    expect(await problemOf(world.give('stranger', dossier, { type: 'urge' }))).toBe('not-found');

    await world.clock('2026-04-10');
    await world.give('applicant', dossier, { type: 'urge' });
    expect(await told(dossier)).toContain('urged');
    expect(await problemOf(world.give('applicant', dossier, { type: 'urge' }))).toBe('urged-lately');
  });
});

it('asking somebody costs one way to the database more than acting oneself', async () => {
  const dossier = await world.atSurvey();
  const task = await taskOf(dossier, 'survey');
  const statements = jest.spyOn(Transaction.prototype, 'query');
  // The journals are written beside, whenever it is their time.
  const reads = () => statements.mock.calls.filter(([sql]) => sql.startsWith('SELECT')).length;

  await world.give('specialist', dossier, { type: 'claim', task });
  const claiming = reads();
  await world.give('specialist', dossier, { type: 'addSigner', task, post: await postOf('head'), how: 'beside' });
  const asking = reads() - claiming;
  statements.mockRestore();

  expect(asking).toBe(claiming + 1);
});
