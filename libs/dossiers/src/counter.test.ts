import type { Data } from '@trinhduyet/form';
import { Problem, type ProblemCode } from '@trinhduyet/problems';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { Register } from './counter/register';
import { AT_THE_COUNTER, MEETING, NEXT_DOOR, PEOPLE, SECRET, THREE_TIER, TWO_TIER, type Who, World } from './testing';
import { openNumber, sealNumber } from './writing/secrets';

let world: World;
beforeAll(async () => {
  world = await World.create();
}, 60_000);
beforeEach(() => world.clock('2026-03-16'));
afterEach(() => world.database.query(`UPDATE dossier SET status = 'ended', ending = 'stopped' WHERE status = 'open'`));
afterAll(() => world.end());

const codeOf = async (promise: Promise<unknown>): Promise<ProblemCode | undefined> => {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
};
const filed = async (...given: Parameters<World['file']>): Promise<string> => {
  const id = (await world.file(...given)).body['dossier'] as string;
  await world.carry(id);
  return id;
};
const paperOf = async (id: string) => {
  const [paper] = await world.database.query<{ kind: string; text: string }>(
    'SELECT kind, content::text AS text FROM paper WHERE dossier_id = $1 ORDER BY at DESC LIMIT 1',
    [id],
  );
  return paper;
};
/** The whole form as somebody types it in from paper, with the person and the place as they are known. */
const typed = async (id: string, change: (whole: Data) => Data = (same) => same): Promise<Data> => {
  const sample = JSON.parse(
    readFileSync(join(__dirname, '../../../forms/housing/samples/valid/new-build.json'), 'utf8'),
  ) as Data;
  const photos = [v7(), v7()];
  for (const photo of photos) await world.attachment(id, photo, PEOPLE.clerk);
  const known = await world.document(id);
  const applicant = { ...(sample['applicant'] as Data), ...(known['applicant'] as Data) };
  return change({ ...sample, applicant, home: known['home'], photos });
};
const register = <T>(who: Who, ask: (register: Register) => Promise<T>): Promise<T> =>
  world.app.asActor({ kind: 'account', account: PEOPLE[who] }, (transaction) => ask(new Register(transaction, SECRET)));

describe('a dossier that comes on paper', () => {
  it('is filed and received in one act: code, promised day, form 01 with the papers that were ticked', async () => {
    const answer = await world.file();
    const { dossier, code, promisedOn, lookupCode } = answer.body as Record<string, string>;

    expect(answer).toMatchObject({ status: 201, body: { sequence: 3, inTransit: true } });
    expect({ code, promisedOn }).toEqual({ code: expect.stringMatching(/-260316-\d{4}$/), promisedOn: '2026-04-09' });
    expect(lookupCode).toMatch(/^.{3}-.{3}$/);
    const paper = await paperOf(dossier ?? '');
    expect(paper?.kind).toBe('form-01');
    expect(paper?.text).toMatch(/Đơn đề nghị hỗ trợ nhà ở.*Đơn giấy.*Ảnh nhà đang ở.*Bản chính.*DANH THỊ SÀ RÂY/);
    expect(paper?.text).not.toMatch(/điện tử|Giấy tờ đất/);
  });

  it('is the applicant’s, who needs neither telephone nor password, and says who filed it', async () => {
    const id = await filed();

    const { submission } = await world.open(id);

    expect(submission.counter).toEqual({
      filedBy: PEOPLE.clerk,
      papers: ['application', 'house-photos'],
      transcribed: false,
    });
    const [account] = await world.database.query(
      'SELECT kind, login, password_hash FROM account WHERE account_id = $1',
      [submission.by],
    );
    expect(account).toMatchObject({ kind: 'applicant', login: expect.stringMatching(/^person:/), password_hash: '' });
    expect(await world.document(id)).toEqual({
      applicant: { fullName: 'Danh Thị Sà Rây', citizenId: '094170000123', sex: 'F', dateOfBirth: '1970-02-01' },
      home: { place: { commune: TWO_TIER.commune, village: TWO_TIER.village } },
    });
  });

  it('keeps what it knows of the person out of its events', async () => {
    const id = await filed();

    const events = await world.database.query<{ data: unknown }>('SELECT data FROM event WHERE dossier_id = $1', [id]);

    expect(JSON.stringify(events)).not.toMatch(/Danh|094170000123|\b1970\b/);
  });

  it('asked for twice under one key is one dossier; the key does not do for another', async () => {
    const key = v7();

    const [first, second] = await Promise.all([world.file({ key }), world.file({ key })]);

    expect(second).toEqual(first);
    expect(await world.file({ key })).toEqual(first);
    expect(await codeOf(world.file({ key, papers: [] }))).toBe('key-reused');
  });

  it('is refused where the household has one of its kind, at two counters at once too', async () => {
    const answers = await Promise.allSettled([world.file(), world.file(), world.file()]);

    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await codeOf(world.file())).toBe('duplicate-dossier');
  });

  it('may be refused in writing in that case', async () => {
    await filed();
    const act = {
      type: 'refuseReception',
      reason: 'DUPLICATE_OPEN_DOSSIER',
      note: 'Đã có hồ sơ đang giải quyết.',
    } as const;

    const refused = await filed({ act });

    expect(await world.state(refused)).toMatchObject({ status: 'ended', ending: 'refused' });
    expect((await paperOf(refused))?.kind).toBe('form-03');
  });

  it('may be received by another commune of the province: the household’s own decides (W12)', async () => {
    const id = await filed({ unit: NEXT_DOOR }, 'clerkNextDoor');

    const { submission, reception } = await world.open(id);

    expect(submission).toMatchObject({ receptionUnit: NEXT_DOOR, competentUnit: TWO_TIER.commune });
    expect(reception?.ladder[0]).toEqual({ tier: 'commune', unit: TWO_TIER.commune });
    expect((await world.open(id)).places[0]?.asked[0]?.unit).toBe(TWO_TIER.commune);
  });

  it.each<[string, Parameters<World['file']>, ProblemCode]>([
    ['by somebody who does not receive', [{}, 'specialist'], 'forbidden'],
    ['by the clerk of another reception', [{}, 'clerkNextDoor'], 'forbidden'],
    ['for a household of another province', [{ place: THREE_TIER }], 'unknown-place'],
    [
      'for a village that there is not',
      [{ place: { commune: TWO_TIER.commune, village: 'nowhere' } }],
      'unknown-place',
    ],
    ['of a type that is not published', [{ requestType: 'palaces' }], 'form-version-unknown'],
    ['with a paper that is not on the list', [{ papers: ['passport'] }], 'invalid-request'],
    ['for somebody whom nobody knows', [{ person: { id: v7() } }], 'not-found'],
    [
      'for a name that is none',
      [{ person: { ...AT_THE_COUNTER, citizenNumber: '094170000999', name: '=1+1' } }],
      'form-invalid',
    ],
  ])('is not filed %s, and leaves nothing behind', async (_what, given, code) => {
    const before = await world.database.query('SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM person)');

    expect(await codeOf(world.file(...given))).toBe(code);

    expect(await world.database.query('SELECT (SELECT count(*) FROM dossier), (SELECT count(*) FROM person)')).toEqual(
      before,
    );
  });
});

describe('papers that are missing', () => {
  it('are asked for at once (form 02), brought to the counter, and then the dossier is received', async () => {
    const act = { type: 'askSupplement', items: [{ field: '/photos', reason: 'Thiếu ảnh nhà.' }] } as const;
    const id = await filed({ papers: ['application'], act });
    expect((await paperOf(id))?.kind).toBe('form-02');
    expect((await world.open(id)).places[0]?.kind).toBe('supplement');

    await world.give('clerk', id, { type: 'bring', papers: ['application', 'house-photos'] });
    await world.carry(id);
    await world.give('clerk', id, { type: 'receive', task: await world.task(id) });

    expect((await paperOf(id))?.text).toMatch(/Ảnh nhà đang ở/);
  });
});

describe('the paper form', () => {
  it('is typed in before anybody decides, and then the dossier goes on', async () => {
    const id = await filed();
    const decide = () => world.decide('villageHead', id, 'propose', MEETING);
    expect(await codeOf(decide())).toBe('not-transcribed');

    await world.give('specialist', id, { type: 'transcribe', document: await typed(id) });
    await decide();

    expect(await world.steps(id)).toEqual(expect.arrayContaining(['meeting', 'posting']));
  });

  it('is checked like any other, but for a telephone', async () => {
    const id = await filed();
    const without =
      (...keys: string[]) =>
      (whole: Data) => ({
        ...whole,
        applicant: Object.fromEntries(
          Object.entries(whole['applicant'] as Data).filter(([key]) => !keys.includes(key)),
        ),
      });

    expect(await codeOf(world.give('clerk', id, { type: 'transcribe', document: { members: 4 } }))).toBe(
      'form-invalid',
    );
    expect(
      await codeOf(world.give('clerk', id, { type: 'transcribe', document: await typed(id, without('ethnicity')) })),
    ).toBe('form-invalid');
    await world.give('clerk', id, { type: 'transcribe', document: await typed(id, without('phone')) });

    expect((await world.open(id)).submission.counter?.transcribed).toBe(true);
  });

  it('brings what an official should look at', async () => {
    const id = await filed();
    const disputed = await typed(id, (whole) => ({ ...whole, landStatus: 'DISPUTED' }));

    await world.give('clerk', id, { type: 'transcribe', document: disputed });

    const [event] = await world.database.query<{ data: { findings: string[] } }>(
      `SELECT data FROM event WHERE dossier_id = $1 AND type = 'transcribed'`,
      [id],
    );
    expect(event?.data.findings).toContain('LAND_NOT_LEGAL');
  });

  it.each([
    ['a village head', 'villageHead', 'not-your-task'],
    ['the chair', 'chair', 'not-your-task'],
    ['somebody elsewhere', 'outsider', 'not-found'],
  ] as const)('is not typed in by %s', async (_who, who, code) => {
    const id = await filed();

    expect(await codeOf(world.give(who, id, { type: 'transcribe', document: await typed(id) }))).toBe(code);
  });

  it('keeps the household where it was filed for', async () => {
    const id = await filed();
    const elsewhere = await typed(id, (whole) => ({ ...whole, home: { place: { commune: NEXT_DOOR, village: 'x' } } }));

    expect(await codeOf(world.give('clerk', id, { type: 'transcribe', document: elsewhere }))).toBe('form-invalid');
  });
});

describe('the register', () => {
  it('is opened by the number to every reception of the province, by name to the own one only', async () => {
    await filed();

    const found = (who: Who, unit: string) => register(who, async (of) => (await of.byWords('sa ray', unit)).length);

    expect((await register('clerkNextDoor', (of) => of.byNumber('094170000123', false)))?.card).toMatchObject({
      name: 'Danh Thị Sà Rây',
      maskedNumber: '0941••••••••',
    });
    expect(await found('clerk', TWO_TIER.commune)).toBe(1);
    expect(await found('clerkNextDoor', TWO_TIER.commune)).toBe(0);
    expect(await found('clerkNextDoor', NEXT_DOOR)).toBe(0);
  });

  it.each(['applicant', 'villageHead', 'specialist', 'chair', 'administrator', 'districtLeader'] as const)(
    'is closed to everybody else: %s',
    async (who) => {
      await filed();

      expect(await register(who, (of) => of.byNumber('094170000123', false))).toBeUndefined();
      expect(await register(who, (of) => of.byWords('sa ray', TWO_TIER.commune))).toEqual([]);
      expect(await register(who, (of) => of.openDossiers('094170000123', false))).toEqual([]);
    },
  );

  it('keeps training apart', async () => {
    await filed();

    expect(await register('clerk', (of) => of.byNumber('094170000123', true))).toBeUndefined();
  });

  it('shows a household as it was recognised last, where an earlier decision has no end', async () => {
    await filed();
    const household = v7();
    await world.database.query(
      `WITH head AS (SELECT person_id FROM person WHERE search_text LIKE '%sa ray%'), one AS (
         INSERT INTO household (household_id, commune_id, village_id, head_id) SELECT $1, $2, $3, person_id FROM head
       ), recognised AS (
         INSERT INTO household_category (household_id, category, decision_no, decided_on, valid_from)
         VALUES ($1, 'POOR', '215', '2024-12-15', '2025-01-01'), ($1, 'NEAR_POOR', '301', '2025-12-15', '2026-01-01')
       ) INSERT INTO household_member (household_id, person_id, relation, since) SELECT $1, person_id, 'HEAD', '2020-01-01' FROM head`,
      [household, TWO_TIER.commune, TWO_TIER.village],
    );

    expect(
      (await register('clerk', (of) => of.byNumber('094170000123', false)))?.card.household?.category,
    ).toMatchObject({ category: 'NEAR_POOR', decisionNo: '301' });
  });

  it('keeps numbers sealed: the same number never looks the same, and another secret opens none', () => {
    const [one, other] = [sealNumber(SECRET, '094170000123'), sealNumber(SECRET, '094170000123')];

    expect(openNumber(SECRET, one)).toBe('094170000123');
    expect(one.equals(other)).toBe(false);
    expect(() => openNumber('another secret', one)).toThrow();
  });
});
