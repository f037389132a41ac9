import { AT_THE_COUNTER, NEXT_DOOR, PEOPLE, THREE_TIER, TWO_TIER } from '@trinhduyet/dossiers/testing';
import { v7 } from 'uuid';
import { ApiWorld, JPEG } from '../testing/api-world';

let api: ApiWorld;
beforeAll(async () => {
  api = await ApiWorld.create();
}, 60_000);
beforeEach(() => api.world.clock('2026-03-16'));
afterEach(() =>
  api.world.database.query(`UPDATE dossier SET status = 'ended', ending = 'stopped' WHERE status = 'open'`),
);
afterAll(() => api.end());

interface Filed {
  readonly dossier: string;
  readonly lookupCode: string;
  readonly pin: string;
  readonly code: string;
  readonly paper: string;
}
const FILING = {
  unit: TWO_TIER.commune,
  requestType: 'housing',
  person: AT_THE_COUNTER,
  place: { commune: TWO_TIER.commune, village: TWO_TIER.village },
  papers: ['application', 'house-photos'],
  act: { type: 'receive' },
};
const file = (change: object = {}, key = v7()) =>
  api.as('clerk', 'POST', '/counter/dossiers', { body: { ...FILING, ...change }, key });
const find = (who: Parameters<ApiWorld['as']>[0], by: object, unit = TWO_TIER.commune) =>
  api.as(who, 'POST', '/counter/people', { body: { unit, by } });
const desk = (who: Parameters<ApiWorld['as']>[0]) => api.as(who, 'GET', `/counter/desk?unit=${TWO_TIER.commune}`);
const readsOf = (dossier: string) =>
  api.world.database.query('SELECT what FROM access_log WHERE dossier_id = $1', [dossier]);
const settled = () => api.journaled();

describe('the counter over HTTP', () => {
  it('lists what can be handed in with its papers, and for whom', async () => {
    const { services, communes } = (await desk('clerk')).json<{
      services: { key: string; papers: { key: string }[] }[];
      communes: object[];
    }>();
    const housing = services.find(({ key }) => key === 'housing');

    expect(housing).toMatchObject({ key: 'housing', workingDays: 18 });
    expect(housing?.papers.map(({ key }) => key)).toEqual([
      'application',
      'house-photos',
      'land-papers',
      'hazard-record',
    ]);
    expect(communes).toContainEqual({ unit: NEXT_DOOR, name: 'Xã Trần Đề' });
  });

  it('promises at each reception the days of the ladder that it stands on, as form 01 will', async () => {
    const promised = async (unit: string) => {
      const answer = await api.as('clerk', 'GET', `/counter/desk?unit=${unit}`);
      const { services } = answer.json<{ services: { key: string; workingDays: number }[] }>();
      return Object.fromEntries(services.map(({ key, workingDays }) => [key, workingDays]));
    };

    expect(await promised(TWO_TIER.commune)).toEqual({ housing: 18, livelihood: 20, vocational: 10 });
    expect(await promised(THREE_TIER.commune)).toEqual({ housing: 36, livelihood: 25, vocational: 14 });
  });

  it('takes a dossier: what is printed is a paper, and what is handed over follows the dossier without an account', async () => {
    const answer = await file();
    const { dossier, lookupCode, pin, code, paper } = answer.json<Filed>();
    await api.world.carry(dossier);

    expect(answer.statusCode).toBe(201);
    const receipt = await api.as('clerk', 'GET', `/dossiers/${dossier}/papers/${paper}`);
    expect(receipt.json()).toMatchObject({ kind: 'form-01', content: { code } });
    expect((await api.send('POST', '/look-up', { body: { code: lookupCode, pin } })).json()).toMatchObject({ code });
  });

  it('the same act sent again is the same dossier, PIN and all', async () => {
    const key = v7();

    expect((await file({}, key)).json()).toEqual((await file({}, key)).json());
  });

  it('finds the person the next time, masked, with the dossier that is open; every look is in the journal', async () => {
    const { dossier, code } = (await file()).json<Filed>();

    const found = (await find('clerk', { citizenNumber: AT_THE_COUNTER.citizenNumber })).json<{
      people: { id: string; maskedNumber: string }[];
      openDossiers: object[];
    }>();
    await find('clerk', { words: 'sà rây' });
    await settled();

    expect(found.people).toMatchObject([{ name: AT_THE_COUNTER.name, maskedNumber: '0941••••••••' }]);
    expect(JSON.stringify(found.people)).not.toContain(AT_THE_COUNTER.citizenNumber);
    expect(found.openDossiers).toMatchObject([{ dossier, code, isSeen: true, awaitsPapers: false, isOwn: true }]);
    const read = await api.world.database.query('SELECT account_id, what FROM access_log WHERE dossier_id = $1', [
      found.people[0]?.id,
    ]);
    expect(read).toEqual([
      { account_id: PEOPLE.clerk, what: 'person' },
      { account_id: PEOPLE.clerk, what: 'person' },
    ]);
    expect(await readsOf(dossier)).toEqual([{ what: 'open-dossier' }]);
  });

  it('keeps in the journal whom it shows, not whom it leaves out', async () => {
    await api.world.database.query(
      `INSERT INTO person (person_id, commune_id, training, name, search_text, sex, recorded_at)
       SELECT gen_random_uuid(), $1, false, 'Lâm Thị Nữ', 'lam thi nu ' || n, 'F', now() FROM generate_series(1, 21) n`,
      [TWO_TIER.commune],
    );
    const found = (await find('clerk', { words: 'lâm thị nữ' })).json<{ people: object[]; isMore: boolean }>();
    await settled();

    expect(found).toMatchObject({ people: { length: 20 }, isMore: true });
    const journal = await api.world.database.query(
      `SELECT DISTINCT dossier_id FROM access_log WHERE dossier_id IN (SELECT person_id FROM person WHERE search_text LIKE 'lam thi nu%')`,
    );
    expect(journal).toHaveLength(20);
  });

  it('does not say that it waited: nothing is to be waited for', async () => {
    const answer = await api.as('clerk', 'POST', '/counter/dossiers', {
      body: FILING,
      key: v7(),
      headers: { prefer: 'wait=2' },
    });

    expect(answer.statusCode).toBe(201);
    expect(answer.headers['preference-applied']).toBeUndefined();
  });

  it.each(['applicant', 'specialist', 'villageHead', 'chair'] as const)('is not for a %s', async (who) => {
    const asked = await Promise.all([
      desk(who),
      find(who, { citizenNumber: AT_THE_COUNTER.citizenNumber }),
      api.as(who, 'POST', '/counter/dossiers', { body: FILING, key: v7() }),
    ]);

    expect(asked.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  });

  it('is for the reception where the clerk sits', async () => {
    expect((await find('clerkNextDoor', { words: 'sà rây' })).statusCode).toBe(403);
  });

  it('refuses a second one for the household, and says what to do', async () => {
    await file();

    expect((await file()).json()).toMatchObject({
      status: 409,
      code: 'duplicate-dossier',
      detail: expect.stringContaining('03') as string,
    });
  });

  it.each<[string, object, string]>([
    [
      'a citizen number with a letter',
      { person: { ...AT_THE_COUNTER, citizenNumber: 'O94170000123' } },
      'invalid-request',
    ],
    ['both a person and a card', { person: { id: v7(), ...AT_THE_COUNTER } }, 'invalid-request'],
    ['another act', { act: { type: 'approve' } }, 'invalid-request'],
    ['a paper twice as long as any', { papers: ['x'.repeat(41)] }, 'invalid-request'],
    ['a telephone that is none', { phone: '0112345678' }, 'form-invalid'],
    [
      'a day to come',
      { person: { ...AT_THE_COUNTER, citizenNumber: '094170000777', dateOfBirth: '2030-01-01' } },
      'form-invalid',
    ],
  ])('refuses %s in plain words', async (_what, change, code) => {
    expect((await file(change)).json()).toMatchObject({ code });
  });
});

describe('what lay on the counter', () => {
  const upload = (who: 'clerk' | 'villageHead' | 'specialist' | 'applicant', dossier: string) =>
    api.upload(who, dossier, JPEG);

  it('is scanned by whoever has the paper, and taken away again by whoever scanned it', async () => {
    const { dossier } = (await file()).json<Filed>();
    await api.world.carry(dossier);

    const statuses = [];
    for (const who of ['clerk', 'specialist', 'villageHead', 'applicant'] as const)
      statuses.push((await upload(who, dossier)).statusCode);
    expect(statuses).toEqual([201, 201, 404, 404]);

    const { id } = (await upload('clerk', dossier)).json<{ id: string }>();
    expect((await api.as('specialist', 'DELETE', `/dossiers/${dossier}/files/${id}`)).statusCode).toBe(404);
    expect((await api.as('clerk', 'DELETE', `/dossiers/${dossier}/files/${id}`)).statusCode).toBe(204);
  });

  it('waits in a list of those who may type it in, without a name', async () => {
    const { dossier, code } = (await file()).json<Filed>();
    await api.world.carry(dossier);
    const waiting = async (who: 'clerk' | 'specialist' | 'chair' | 'outsider') =>
      (await api.as(who, 'GET', '/counter/untyped-forms')).json<{ dossier: string }[]>();

    expect(await waiting('specialist')).toMatchObject([
      { dossier, code, maskedName: 'Danh T. S. R.', village: 'Ấp 3' },
    ]);
    expect(await waiting('clerk')).toHaveLength(1);
    expect(await waiting('chair')).toEqual([]);
    expect(await waiting('outsider')).toEqual([]);
  });

  it('is offered to be typed in, to whom it may concern, with everything to be seen', async () => {
    const { dossier } = (await file()).json<Filed>();
    await api.world.carry(dossier);
    const view = async (who: 'clerk' | 'specialist' | 'villageHead') =>
      (await api.as(who, 'GET', `/dossiers/${dossier}`)).json<{
        counter: { transcribed: boolean };
        offers: { command: string; because?: { code: string } }[];
        document: { applicant: { citizenId: string } };
      }>();
    const offered = async (who: 'clerk' | 'specialist' | 'villageHead') =>
      (await view(who)).offers.find(({ command }) => command === 'transcribe');

    expect(await offered('clerk')).toEqual({ command: 'transcribe' });
    expect(await offered('specialist')).toEqual({ command: 'transcribe' });
    expect((await offered('villageHead'))?.because?.code).toBe('not-your-task');
    expect((await view('specialist')).document.applicant.citizenId).toBe(AT_THE_COUNTER.citizenNumber);
    expect((await view('villageHead')).document.applicant.citizenId).toBe('0941••••••••');
    expect((await view('villageHead')).offers.find(({ command }) => command === 'decide')?.because?.code).toBe(
      'not-transcribed',
    );
  });
});
