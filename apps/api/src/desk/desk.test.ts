import { PEOPLE, TWO_TIER } from '@trinhduyet/dossiers/testing';
import { strFromU8, unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { ApiWorld } from '../testing/api-world';

interface Line {
  readonly dossier: string;
  readonly task: string;
  readonly holder: string;
  readonly holderName: string | null;
  readonly acts: readonly string[];
}
type Who = Parameters<ApiWorld['as']>[0];

let api: ApiWorld;
const waiting: string[] = [];
beforeAll(async () => {
  api = await ApiWorld.create();
  for (let count = 0; count < 3; count += 1) waiting.push(await api.world.atSurvey());
}, 60_000);
beforeEach(() => api.world.clock('2026-03-23'));
afterAll(() => api.end());

const lines = async (who: Who, query = ''): Promise<readonly Line[]> =>
  (await api.as(who, 'GET', `/inbox${query}`)).json<{ items: Line[] }>().items;
const TASK = 'survey.1.1';
const tasks = (...dossiers: readonly string[]) => dossiers.map((dossier) => ({ dossier, task: TASK, key: v7() }));
const actOn = async (who: Who, body: object) => {
  const answer = await api.as(who, 'POST', '/inbox/acts', { body });
  return answer.json<{ items: { dossier: string; done: boolean; problem?: { code: string } }[] }>().items;
};

describe('acting on many tasks', () => {
  it('is judged task by task: what is refused says why, the rest is done', async () => {
    const [first = '', second = '', third = ''] = waiting;
    await api.command('colleague', second, 'claim', { task: TASK });

    const results = await actOn('specialist', { act: 'claim', items: tasks(first, second, third) });

    expect(results.map(({ done, problem }) => [done, problem?.code])).toEqual([
      [true, undefined],
      [false, 'claimed-by-another'],
      [true, undefined],
    ]);
    await actOn('head', { act: 'release', items: tasks(first, second, third) });
  });

  it('is done once under each key, however often it is asked', async () => {
    const [first = ''] = waiting;
    const items = tasks(first);

    const once = await actOn('specialist', { act: 'claim', items });
    const again = await actOn('specialist', { act: 'claim', items });

    expect(again).toEqual(once);
    expect(
      await api.world.database.query(`SELECT 1 FROM event WHERE dossier_id = $1 AND type = 'claimed'`, [first]),
    ).toHaveLength(2); // one of the test before
    await actOn('specialist', { act: 'release', items: tasks(first) });
  });

  it('gives tasks to a colleague only where the head asks, and only to somebody who holds the post', async () => {
    const [first = '', second = ''] = waiting;

    const byHead = await actOn('head', { act: 'assign', to: PEOPLE.colleague, items: tasks(first) });
    const byNobody = await actOn('specialist', { act: 'assign', to: PEOPLE.specialist, items: tasks(first) });
    const toClerk = await actOn('head', { act: 'assign', to: PEOPLE.clerk, items: tasks(second) });

    expect(byHead[0]).toMatchObject({ done: true });
    expect(byNobody[0]?.problem?.code).toBe('not-the-head');
    expect(toClerk[0]?.problem?.code).toBe('not-assignable');
    const [line] = (await lines('specialist')).filter(({ dossier }) => dossier === first);
    expect(line).toMatchObject({ holder: 'colleague', holderName: 'colleague', acts: [] });
  });

  it('asks for a colleague, and for no more than 500', async () => {
    const without = await api.as('head', 'POST', '/inbox/acts', { body: { act: 'assign', items: tasks(v7()) } });
    const items = Array.from({ length: 501 }, () => tasks(v7())).flat();
    const tooMany = await api.as('head', 'POST', '/inbox/acts', { body: { act: 'claim', items } });

    expect([without.statusCode, tooMany.statusCode]).toEqual([422, 422]);
  });
});

describe('the inbox', () => {
  it('is, for a head, that of the whole office too, with what may be done', async () => {
    expect(await lines('head')).toEqual([]);

    const office = await lines('head', '?scope=office');

    expect(office.map(({ dossier }) => dossier).sort()).toEqual([...waiting].sort());
    expect(office.every(({ acts }) => acts.includes('assign'))).toBe(true);
    expect(await lines('outsider', '?scope=office')).toEqual([]);
  });

  it('counts what is due today without what is late', async () => {
    const counts = async () =>
      (await api.as('specialist', 'GET', '/inbox/counts')).json<{ today: number; overdue: number }>();
    const [{ due }] = (await api.world.database.query<{ due: string }>(
      `SELECT (min(due_at) AT TIME ZONE 'Asia/Ho_Chi_Minh')::date::text AS due FROM task WHERE task_key = '${TASK}'`,
    )) as [{ due: string }];

    await api.world.clock(due, '08:00');
    expect(await counts()).toMatchObject({ today: 3, overdue: 0 });
    await api.world.clock(due, '17:30');

    expect(await counts()).toMatchObject({ today: 0, overdue: 3 });
    expect(await lines('specialist', '?view=today')).toEqual([]);
  });

  it('divides into groups whose rows are pages like any other', async () => {
    const answer = await api.as('specialist', 'POST', '/inbox/groups', { body: { by: 'type-village' } });

    expect(answer.json()).toMatchObject({
      capped: false,
      items: [{ requestType: 'housing', village: TWO_TIER.village, villageName: 'Ấp 3', count: 3 }],
    });
    expect(
      await lines('specialist', `?requestType=housing&village=${encodeURIComponent(TWO_TIER.village)}`),
    ).toHaveLength(3);
    expect(await lines('specialist', '?village=none')).toEqual([]);
  });

  it('tells of rows how they are now, and nothing of those elsewhere', async () => {
    const rows = async (who: Who) =>
      (await api.as(who, 'POST', '/inbox/rows', { body: { dossiers: waiting } })).json<{ items: Line[] }>().items;

    expect(await rows('specialist')).toHaveLength(3);
    expect(await rows('head')).toHaveLength(3);
    expect(await rows('outsider')).toEqual([]);
  });

  it('tells a head alone to whom tasks may be given', async () => {
    const people = async (who: Who) =>
      (await api.as(who, 'GET', '/inbox/colleagues')).json<{ account: string; posts: string[] }[]>();

    expect((await people('head')).map(({ account }) => account)).toEqual(
      expect.arrayContaining([PEOPLE.specialist, PEOPLE.colleague]),
    );
    expect(await people('specialist')).toEqual([]);
  });
});

describe('a list as a workbook', () => {
  const sheet = async (body: object) => {
    const answer = await api.as('specialist', 'POST', '/inbox/export', { body });
    const files = unzipSync(new Uint8Array(answer.rawPayload));
    const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const cells = text('xl/worksheets/sheet1.xml');
    return { answer, cells, strings: text('xl/sharedStrings.xml') + cells };
  };

  it('holds the rows with real dates, masked names and no formula, and is entered in the journal', async () => {
    const [first = ''] = waiting;
    await api.world.database.query(`UPDATE task SET masked_name = '=1+1' WHERE dossier_id = $1`, [first]);

    const { answer, cells, strings } = await sheet({ filter: { view: 'all' } });

    expect(answer.headers['content-disposition']).toMatch(/^attachment; filename="hop-viec-2026-03-23\.xlsx"$/);
    expect(cells.match(/<row /g)).toHaveLength(3 + 3);
    expect(cells).not.toContain('<f>');
    expect(strings).toContain('=1+1');
    expect(strings).toContain('Trần T. B.');
    expect(strings).not.toContain('Bích');
    await api.journaled();
    const entries = await api.world.database.query(`SELECT dossier_id FROM access_log WHERE what = 'export'`);
    expect(entries).toHaveLength(3);
  });

  it('holds what was selected alone, and nothing of others', async () => {
    const [first = ''] = waiting;

    const { cells } = await sheet({ filter: { view: 'all' }, only: [{ dossier: first, task: TASK }] });

    expect(cells.match(/<row /g)).toHaveLength(3 + 1);
  });
});

describe('the drawer of an official', () => {
  it('holds their filters and phrases, and nobody else sees or changes them', async () => {
    const [filter, phrase] = [v7(), v7()];
    const save = (who: Who, name: string) =>
      api.as(who, 'PUT', `/filters/${filter}`, { body: { name, filter: { view: 'overdue' } } });
    await save('specialist', 'Quá hạn của tôi');
    await api.as('specialist', 'PUT', `/phrases/${phrase}`, { body: { text: 'Đã đối chiếu.' } });

    await save('colleague', 'Của người khác');
    await api.as('colleague', 'DELETE', `/phrases/${phrase}`);

    expect((await api.as('specialist', 'GET', '/filters')).json()).toEqual([
      { id: filter, name: 'Quá hạn của tôi', filter: { view: 'overdue' } },
    ]);
    expect((await api.as('specialist', 'GET', '/phrases')).json()).toEqual([{ id: phrase, text: 'Đã đối chiếu.' }]);
    const door = api.world.app;
    const seen = await door.asActor({ kind: 'account', account: PEOPLE.colleague }, (transaction) =>
      transaction.query('SELECT name FROM saved_filter UNION ALL SELECT text FROM phrase'),
    );
    expect(seen).toEqual([{ name: 'Của người khác' }]);
  });

  it('has room for 30 filters', async () => {
    const save = async () =>
      (await api.as('head', 'PUT', `/filters/${v7()}`, { body: { name: 'Lọc', filter: {} } })).statusCode;
    for (let count = 0; count < 30; count += 1) expect(await save()).toBe(204);

    expect(await save()).toBe(409);
  });

  it('takes no words that were searched for', async () => {
    const body = { name: 'Tên', filter: { q: 'tran thi bich' } };

    expect((await api.as('specialist', 'PUT', `/filters/${v7()}`, { body })).statusCode).toBe(422);
  });
});

describe('the workload of an office', () => {
  it('says by person what is held, for how long and until when, and what came and went this week', async () => {
    const answer = (await api.as('head', 'GET', '/workload')).json<{
      people: { name: string | null; open: number; averageDays: number; ahead: number[] }[];
      week: object;
    }>();

    expect(answer.people.reduce((sum, { open }) => sum + open, 0)).toBe(3);
    expect(answer.people.every(({ ahead }) => ahead.length === 10)).toBe(true);
    expect(answer.week).toMatchObject({ from: '2026-03-23', ended: 0 });
  });
});
