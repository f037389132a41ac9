import { Problem } from '@trinhduyet/problems';
import { dataSource } from '../data-source';
import { aUuid, insertAccount, insertDossier, insertHolding, insertUnits, TestDatabase } from '../testing';
import { Door } from './door';

const [BICH, CUC, OFFICIAL] = [aUuid(1), aUuid(2), aUuid(3)];
const [OF_BICH, OF_CUC] = [aUuid(11), aUuid(12)];
const NOWHERE = { districtId: null, provinceId: 'p', villageId: null };

let database: TestDatabase;
let app: Door;
let worker: Door;
beforeAll(async () => {
  database = await TestDatabase.create();
  await insertUnits(database, 'a', 'b', 'p');
  for (const person of [BICH, CUC]) await insertAccount(database, person);
  await insertAccount(database, OFFICIAL, 'official');
  await insertHolding(database, OFFICIAL, 'a');
  await insertDossier(
    database,
    OF_BICH,
    { applicantId: BICH, communeId: 'a', receptionUnitId: 'a', ...NOWHERE },
    'tran thi bich h15',
  );
  await insertDossier(
    database,
    OF_CUC,
    { applicantId: CUC, communeId: 'b', receptionUnitId: 'b', ...NOWHERE },
    'le thi cuc 100%',
  );
  app = await database.door('td_app', 2);
  worker = await database.door('td_worker', 2);
});
afterAll(() => database.drop());

const seenBy = (actor: Parameters<Door['asActor']>[0], door = app) =>
  door.asActor(actor, async (transaction) => {
    const rows = await transaction.query<{ dossier_id: string }>('SELECT dossier_id FROM dossier ORDER BY 1');
    return rows.map(({ dossier_id }) => dossier_id);
  });

describe('the wall behind the door', () => {
  it('shows an applicant their own dossiers, and an official those of their unit', async () => {
    expect(await seenBy({ kind: 'account', account: BICH })).toEqual([OF_BICH]);
    expect(await seenBy({ kind: 'account', account: OFFICIAL })).toEqual([OF_BICH]);
  });

  it('shows nothing to nobody, to the gate, and to an API that says it is the system', async () => {
    expect(await seenBy({ kind: 'public' })).toEqual([]);
    expect(await seenBy({ kind: 'gate' })).toEqual([]);
    expect(await seenBy({ kind: 'system', dossier: OF_BICH })).toEqual([]);
    expect(await seenBy({ kind: 'bulk' })).toEqual([]);
  });

  it('shows the worker one dossier, or all of them for the work that is about all', async () => {
    expect(await seenBy({ kind: 'system', dossier: OF_CUC }, worker)).toEqual([OF_CUC]);
    expect(await seenBy({ kind: 'bulk' }, worker)).toEqual([OF_BICH, OF_CUC]);
  });

  it('leaves nothing of one person on a connection for the next', async () => {
    const everybody = Array.from({ length: 50 }, (_, index) => (index % 2 === 0 ? BICH : CUC));

    // Again and again: nobody waits for a connection longer than the pool lets them, however slow the machine is.
    for (let round = 0; round < 8; round += 1) {
      const seen = await Promise.all(everybody.map((account) => seenBy({ kind: 'account', account })));

      expect(seen).toEqual(everybody.map((account) => [account === BICH ? OF_BICH : OF_CUC]));
    }
  });

  it('opens only a dossier that the person may see, and its rows only then', async () => {
    await database.query(`INSERT INTO event VALUES ($1, 1, 'submitted', now(), '{}', '', '')`, [OF_CUC]);
    const events = (account: string, dossier?: string) =>
      app.asActor({ kind: 'account', account, dossier }, async (transaction) => {
        return (await transaction.query('SELECT 1 FROM event')).length;
      });

    expect(await events(CUC)).toBe(0);
    expect(await events(CUC, OF_CUC)).toBe(1);
    expect(await events(BICH, OF_CUC)).toBe(0);
  });

  it('searches names among the dossiers of one’s own units, and takes wildcards as text', async () => {
    const found = (account: string, words: string) =>
      app.asActor({ kind: 'account', account }, async (transaction) => {
        const rows = await transaction.query<{ search: string }>('SELECT door.search($1)', [words]);
        return rows.map(({ search }) => search);
      });

    for (const [dossier, unit] of [
      [OF_BICH, 'a'],
      [OF_CUC, 'b'],
    ])
      await database.query(
        `INSERT INTO task (dossier_id, task_key, place_key, step, step_title, kind, post_id, office_id, unit_id, entered_at, code, request_type,
           masked_name, training) VALUES ($1, 's.1.1', 's.1', 's', '{}', 'review', 'p', 'o', $2, now(), '', 'housing', '', false)`,
        [dossier, unit],
      );
    expect(await found(OFFICIAL, 'thi')).toEqual([OF_BICH]);
    expect(await found(OFFICIAL, 'cuc')).toEqual([]);
    expect(await found(OFFICIAL, '%')).toEqual([]);
    expect(await found(BICH, 'bich')).toEqual([]);
    await database.query('DELETE FROM task');
  });
});

describe('the last statement of the work', () => {
  const wake = `INSERT INTO wake VALUES ($1, 1, 0, 0, 0, now(), 0)`;
  const wakes = () => database.query('SELECT 1 FROM wake');
  afterEach(() => database.query('DELETE FROM wake'));

  it('is committed with it, and nothing can follow', async () => {
    await worker.asActor({ kind: 'bulk' }, (transaction) => transaction.finish(wake, [OF_BICH]));

    expect(await wakes()).toHaveLength(1);
    await expect(
      worker.asActor({ kind: 'bulk' }, async (transaction) => {
        await transaction.finish(wake, [OF_CUC]);
        await transaction.query('SELECT 1');
      }),
    ).rejects.toThrow('committed already');
  });

  it('takes everything back when it fails, and leaves the connection usable', async () => {
    const failing = worker.asActor({ kind: 'bulk' }, async (transaction) => {
      await transaction.query(wake, [OF_CUC]);
      await transaction.finish(wake, [OF_CUC]);
    });

    await expect(failing).rejects.toThrow('wake_pkey');
    expect(await wakes()).toEqual([]);
    expect(await seenBy({ kind: 'bulk' }, worker)).toEqual([OF_BICH, OF_CUC]);
  });
});

describe('a statement in nobody’s name', () => {
  it('sees no dossier, and nothing that somebody opened on the same connection before', async () => {
    const single = await database.door('td_app', 1);
    await seenBy({ kind: 'account', account: BICH }, single);

    expect(await single.asNobody('SELECT 1 FROM dossier')).toEqual([]);
    expect(await single.asNobody('SELECT 1 FROM account WHERE account_id = $1', [BICH])).toEqual([]);
  });
});

describe('the posts read at the door', () => {
  it('are those held today', async () => {
    const posts = await app.asActor({ kind: 'account', account: OFFICIAL }, (transaction) =>
      Promise.resolve(transaction.posts),
    );

    expect(posts).toMatchObject([{ unit: 'a', tier: 'commune', duty: 'specialist' }]);
  });

  it('cannot end while a decision depends on them', async () => {
    const deciding = app.asActor({ kind: 'account', account: OFFICIAL, lock: true }, async (transaction) => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      return transaction.posts.length;
    });
    await new Promise((resolve) => setTimeout(resolve, 100));

    await expect(
      database.query(
        `SET lock_timeout = '50ms'; UPDATE holding SET valid_to = '2021-01-01' WHERE account_id = '${OFFICIAL}'`,
      ),
    ).rejects.toThrow('lock timeout');
    expect(await deciding).toBe(1);
    await database.query('RESET lock_timeout');
  });
});

describe('a transaction that cannot be entered', () => {
  it('ends only when its work has, which else would go on over a connection that is somebody else’s by then', async () => {
    let hasEnded = false;
    const failing = worker.asActor({ kind: 'system', dossier: '\0' }, async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      hasEnded = true;
    });

    await expect(failing).rejects.toThrow('invalid byte sequence');
    expect(hasEnded).toBe(true);
  });
});

describe('a database that is away', () => {
  it('is a problem that says when to try again', async () => {
    const away = new Door(dataSource({ url: 'postgres://nobody@127.0.0.1:1/nowhere' }));

    const failing = away.asActor({ kind: 'public' }, () => Promise.resolve());

    await expect(failing).rejects.toMatchObject({ code: 'unavailable', extras: { retryAfter: 2 } });
    await expect(failing).rejects.toBeInstanceOf(Problem);
  });

  it('rolls back what was not finished', async () => {
    const failing = worker.asActor({ kind: 'bulk' }, async (transaction) => {
      await transaction.query(`INSERT INTO wake VALUES ($1, 1, 0, 0, 0, now(), 0)`, [OF_BICH]);
      throw new Error('no');
    });

    await expect(failing).rejects.toThrow('no');
    expect(await database.query('SELECT 1 FROM wake')).toEqual([]);
  });
});
