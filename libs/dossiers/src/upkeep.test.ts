import { Client } from 'pg';
import { inbox, type InboxLine } from './reading/dossier-list';
import { reconcile } from './following/reconcile';
import { sealJournal, sealOf } from './following/seal';
import { PEOPLE, SURVEY, World } from './testing';

let world: World;
beforeAll(async () => {
  world = await World.create();
}, 60_000);
afterAll(() => world.end());

describe('the reconciler', () => {
  const look = () => reconcile({ door: world.worker, types: world.types, isCarried: () => Promise.resolve(true) });

  it('finds nothing in normal running', async () => {
    await world.submitted();
    await world.atSurvey();

    const { dossiers, differences } = await look();

    expect(dossiers).toBeGreaterThanOrEqual(2);
    expect(differences).toEqual([]);
  });

  it.each([
    ['a task went missing', 'DELETE FROM task WHERE dossier_id = $1', 'tasks-differ'],
    [
      'a task points at another post',
      `UPDATE task SET unit_id = '92@2025-07-01', post_id = 'nobody' WHERE dossier_id = $1`,
      'tasks-differ',
    ],
    [
      'only a task’s unit was changed',
      `UPDATE task SET unit_id = '92@2025-07-01' WHERE dossier_id = $1`,
      'tasks-differ',
    ],
    [
      'the state was changed by hand',
      `UPDATE dossier SET state = jsonb_set(state, '{places}', '[]') WHERE dossier_id = $1`,
      'state-differs',
    ],
    [
      'a column of the dossier was changed by hand',
      `UPDATE dossier SET promised_on = '2030-01-01', commune_id = '31673@2025-07-01' WHERE dossier_id = $1`,
      'state-differs',
    ],
  ])('given %s, mends it from the events, and then finds nothing', async (_what, damage, what) => {
    const dossier = await world.atSurvey();
    const [before] = await world.database.query('SELECT task_key, post_id FROM task WHERE dossier_id = $1', [dossier]);
    await world.database.query(damage, [dossier]);

    const { differences } = await look();

    expect(differences).toContainEqual({ dossierId: dossier, what, mended: true });
    expect((await look()).differences).toEqual([]);
    const [after] = await world.database.query('SELECT task_key, post_id FROM task WHERE dossier_id = $1', [dossier]);
    expect(after).toEqual(before);
  });

  it('given an open dossier that no workflow carries, tells Temporal again', async () => {
    const dossier = await world.atSurvey();
    await world.database.query('UPDATE wake SET told = sequence');

    const { differences } = await reconcile({
      door: world.worker,
      types: world.types,
      isCarried: (id) => Promise.resolve(id !== dossier),
    });

    expect(differences).toEqual([{ dossierId: dossier, what: 'no-workflow', mended: true }]);
    const [wake] = await world.database.query('SELECT renewed < renewal AS due FROM wake WHERE dossier_id = $1', [
      dossier,
    ]);
    expect(wake).toEqual({ due: true });
  });
});

describe('the seal of a journal', () => {
  const OLD = `INSERT INTO refusal (refusal_id, at, account_id, dossier_id, command, code)
    SELECT gen_random_uuid(), clock_timestamp() - interval '1 hour' + n * interval '1 second', $1::uuid, gen_random_uuid(), 'decide', 'not-your-task' FROM generate_series(1, 3) AS n`;

  it('hangs what was gained onto the last seal, and shows whatever is changed before it', async () => {
    await world.database.query('DELETE FROM refusal');
    await world.database.query(OLD, [PEOPLE.applicant]);

    expect(await sealJournal(world.worker, 'refusal')).toBe(3);
    expect(await sealJournal(world.worker, 'refusal')).toBe(0);

    const [seal] = await world.database.query<{ hash: Buffer; previous: Buffer }>(
      'SELECT hash, previous FROM journal_seal',
    );
    const lines = async () =>
      (await world.database.query<{ line: unknown }>('SELECT to_jsonb(r) AS line FROM refusal r ORDER BY at')).map(
        ({ line }) => line,
      );
    expect(sealOf(await lines(), seal?.previous ?? Buffer.alloc(0))).toEqual(seal?.hash);
    await world.database.query(`UPDATE refusal SET code = 'own-dossier' WHERE at = (SELECT min(at) FROM refusal)`);
    expect(sealOf(await lines(), seal?.previous ?? Buffer.alloc(0))).not.toEqual(seal?.hash);
  });
});

describe('round trips to the database', () => {
  /** How often the work asked the server. */
  async function roundTrips(work: () => Promise<unknown>): Promise<number> {
    const asked = jest.spyOn(Client.prototype, 'query');
    try {
      await work();
      return asked.mock.calls.length;
    } finally {
      asked.mockRestore();
    }
  }

  it('a decision takes five at most: begin, enter, lock and load, write, commit', async () => {
    const dossier = await world.atSurvey();
    const task = await world.task(dossier);
    await world.give('specialist', dossier, { type: 'claim', task }); // chain and forms are known from now on

    const count = await roundTrips(() =>
      world.give('specialist', dossier, { type: 'decide', task, outcome: 'propose', entry: SURVEY }),
    );

    expect(count).toBeLessThanOrEqual(5);
  });

  it('a page of the inbox merges the posts that somebody holds, each task once and in order, also where they meet', async () => {
    for (let more = 0; more < 3; more++) await world.atSurvey();
    await world.submitted();
    await world.database.query(
      `INSERT INTO holding (post_id, account_id, valid_from) SELECT post_id, $1, valid_from FROM holding WHERE account_id = $2`,
      [PEOPLE.specialist, PEOPLE.clerk],
    );

    const pages = await world.app.asActor({ kind: 'account', account: PEOPLE.specialist }, async (transaction) => {
      const read = async (after?: string): Promise<readonly InboxLine[]> => {
        const { items, next } = await inbox(transaction, PEOPLE.specialist, { view: 'all', size: 2, after });
        return next === undefined ? items : [...items, ...(await read(next))];
      };
      return read();
    });

    const wanted = await world.database.query<{ task: string }>(
      `SELECT t.dossier_id || ' ' || task_key AS task FROM task t JOIN holding h USING (post_id) WHERE h.account_id = $1
       ORDER BY due_at, dossier_id, task_key`,
      [PEOPLE.specialist],
    );
    expect(pages.map(({ dossier, task }) => `${dossier} ${task}`)).toEqual(wanted.map(({ task }) => task));
    expect(new Set(pages.map(({ step }) => step)).size).toBe(2);
    await world.database.query('DELETE FROM holding WHERE account_id = $1 AND post_id LIKE $2', [
      PEOPLE.specialist,
      '%/one-stop/clerk',
    ]);
  });

  it('a page of the inbox shows a task once, although its post is held by two decisions', async () => {
    await world.atSurvey();
    const page = () =>
      world.app.asActor({ kind: 'account', account: PEOPLE.colleague }, (transaction) =>
        inbox(transaction, PEOPLE.colleague, { view: 'all' }),
      );
    const once = await page();
    await world.database.query(
      `INSERT INTO holding (post_id, account_id, valid_from) SELECT post_id, account_id, '2026-01-01' FROM holding WHERE account_id = $1`,
      [PEOPLE.colleague],
    );

    expect(await page()).toEqual(once);
    await world.database.query(`DELETE FROM holding WHERE account_id = $1 AND valid_from = '2026-01-01'`, [
      PEOPLE.colleague,
    ]);
  });

  it('a page of the inbox takes the same few, however long the inbox is', async () => {
    const page = () =>
      roundTrips(() =>
        world.app.asActor({ kind: 'account', account: PEOPLE.specialist }, (transaction) =>
          inbox(transaction, PEOPLE.specialist, { view: 'all' }),
        ),
      );
    const before = await page();
    for (let more = 0; more < 5; more++) await world.atSurvey();

    expect(await page()).toBe(before);
    expect(before).toBeLessThanOrEqual(4);
  });
});
