import { DECISION, MEETING, NEXT_DOOR, PEOPLE, SURVEY, TWO_TIER } from '@trinhduyet/dossiers/testing';
import { inbox } from '@trinhduyet/dossiers';
import { withValueAt } from '@trinhduyet/form';
import { v7 } from 'uuid';
import { ApiWorld, JPEG, PASSWORD, type UploadPart } from './testing/api-world';

let api: ApiWorld;
beforeAll(async () => {
  api = await ApiWorld.create();
}, 60_000);
beforeEach(() => api.world.clock('2026-03-16'));
afterAll(() => api.end());

describe('a request from the first keystroke to a decision', () => {
  it('goes over HTTP alone', async () => {
    const { id, version } = await api.draft();
    const acknowledged = await api.as('applicant', 'POST', `/drafts/${id}/submission`, {
      body: { version },
      key: v7(),
    });
    expect(acknowledged.statusCode).toBe(201);
    expect(acknowledged.headers['etag']).toBe('"1"');
    expect(acknowledged.json()).toMatchObject({
      dossier: id,
      pin: expect.stringMatching(/^\d{6}$/) as unknown,
      inTransit: true,
    });
    await api.world.carry(id);

    const [line] = (await api.as('clerk', 'GET', '/inbox?kind=reception'))
      .json<{ items: { dossier: string; task: string }[] }>()
      .items.filter(({ dossier }) => dossier === id);
    const received = await api.command('clerk', id, 'reception', { task: line?.task });
    expect(received.json()).toMatchObject({ dossier: id, inTransit: true });
    await api.world.carry(id);
    await api.command('villageHead', id, 'decision', { task: 'meeting.1.1', outcome: 'propose', entry: MEETING });
    await api.world.carry(id);
    await api.world.clock('2026-03-23');
    await api.command('villageHead', id, 'decision', {
      task: 'posting.1.1',
      outcome: 'no-objection',
      entry: { places: ['VILLAGE_HOUSE'], objections: 0 },
    });
    await api.world.carry(id);
    await api.command('specialist', id, 'decision', { task: 'survey.1.1', outcome: 'propose', entry: SURVEY });
    await api.world.carry(id);

    const page = (await api.as('chair', 'GET', `/dossiers/${id}`)).json<Record<string, never>>();
    expect(page).toMatchObject({
      status: 'open',
      promisedOn: '2026-04-09',
      places: [{ step: 'decide', mineBy: { vi: 'Chủ tịch UBND' } }],
    });
    const decided = await api.command(
      'chair',
      id,
      'decision',
      { task: 'decide.1.1', outcome: 'approve', entry: DECISION },
      { seen: page['sequence'] },
    );
    expect(decided.statusCode).toBe(200);
    await api.world.carry(id);

    const mine = (await api.as('applicant', 'GET', `/dossiers/${id}`)).json<{
      papers: { kind: string; id: string }[];
      decidedAmount: number;
    }>();
    expect(mine.papers.map(({ kind }) => kind)).toEqual(['form-01', 'decision']);
    const paper = await api.as('applicant', 'GET', `/dossiers/${id}/papers/${mine.papers[1]?.id}`);
    expect(paper.json<{ content: { paragraphs: { vi: string }[] } }>().content.paragraphs[0]?.vi).toContain(
      'TRẦN THỊ BÍCH, Ấp 3, Xã Mỹ Tú, Thành phố Cần Thơ, số tiền 40.000.000 đồng',
    );
  });
});

describe('who sees what', () => {
  it('the citizen number whole for the applicant and the clerk, masked for the others; strangers find nothing', async () => {
    const id = await api.submitted();
    const seen = async (who: Parameters<ApiWorld['as']>[0]) => {
      const answer = await api.as(who, 'GET', `/dossiers/${id}`);
      return answer.statusCode === 200
        ? answer.json<{ document: { applicant: { citizenId: string } } }>().document.applicant.citizenId
        : answer.statusCode;
    };

    expect(await seen('applicant')).toBe('094165000888');
    expect(await seen('clerk')).toBe('094165000888');
    expect(await seen('villageHead')).toBe('0941••••••••');
    expect(await seen('head')).toBe('0941••••••••');
    for (const who of ['stranger', 'outsider', 'clerkNextDoor', 'administrator'] as const)
      expect(await seen(who)).toBe(404);
  });

  it('every reading by an official is in the journal', async () => {
    const id = await api.submitted();
    await api.as('head', 'GET', `/dossiers/${id}`);
    await api.journaled();

    const read = await api.world.database.query('SELECT account_id, what FROM access_log WHERE dossier_id = $1', [id]);

    expect(read).toEqual([{ account_id: PEOPLE.head, what: 'dossier' }]);
  });

  it('an inbox row holds a masked name and nothing else of the person', async () => {
    const id = await api.submitted();

    const answer = await api.as('clerk', 'GET', '/inbox');

    const [line] = answer
      .json<{ items: { dossier: string; maskedName: string }[] }>()
      .items.filter(({ dossier }) => dossier === id);
    expect(line?.maskedName).toBe('Trần T. B.');
    expect(answer.body).not.toMatch(/Bích|094165000888|0912345678/);
  });

  it('an inbox is searched without accents, by whole names and codes', async () => {
    const id = await api.submitted();
    const found = async (q: string) =>
      (await api.as('clerk', 'POST', '/inbox/search', { body: { words: q } }))
        .json<{ items: { dossier: string }[] }>()
        .items.some(({ dossier }) => dossier === id);

    expect(await found('tran thi bich')).toBe(true);
    expect(await found('BÍCH')).toBe(true);
    expect(await found('nguyen')).toBe(false);
    expect(await found('%')).toBe(false);
  });

  it('offers only what works, and says why not for the rest', async () => {
    const id = await api.submitted();
    const offers = async (who: 'clerk' | 'head') =>
      (await api.as(who, 'GET', `/dossiers/${id}`)).json<{
        offers: { command: string; because?: { code: string } }[];
      }>().offers;

    expect((await offers('clerk')).find(({ command }) => command === 'receive')?.because).toBeUndefined();
    expect((await offers('head')).find(({ command }) => command === 'receive')?.because?.code).toBe('not-your-task');
  });
});

describe('following a dossier without an account', () => {
  it('takes code and PIN, tells state and step, and nothing personal', async () => {
    const { id, version } = await api.draft();
    const { lookupCode, pin } = (
      await api.as('applicant', 'POST', `/drafts/${id}/submission`, { body: { version }, key: v7() })
    ).json<{ lookupCode: string; pin: string }>();

    const right = await api.send('POST', '/look-up', {
      body: { code: ` ${lookupCode.toLowerCase().replace('-', '')} `, pin },
    });
    const wrong = await api.send('POST', '/look-up', {
      body: { code: lookupCode, pin: pin === '000000' ? '000001' : '000000' },
    });
    const unknown = await api.send('POST', '/look-up', { body: { code: 'ZZZ-ZZZ', pin: '000000' } });

    expect(right.json()).toMatchObject({ status: 'open', code: lookupCode });
    expect(right.body).not.toMatch(/Bích|0941|0912/);
    expect([wrong.json<{ code: string }>().code, unknown.json<{ code: string }>().code]).toEqual([
      'wrong-pin',
      'wrong-pin',
    ]);
  });
});

describe('what is shown of a dossier', () => {
  it('slices of the inbox follow on one another without a gap or a double', async () => {
    for (let count = 0; count < 3; count += 1) await api.submitted();
    const slice = async (after?: string) =>
      (await api.as('clerk', 'GET', `/inbox${after ? `?after=${encodeURIComponent(after)}` : ''}`)).json<{
        items: { dossier: string; task: string }[];
        next?: string;
      }>();
    const whole = (await slice()).items.map(({ dossier }) => dossier);

    const { rows, cursor } = await api.world.app.asActor(
      { kind: 'account', account: PEOPLE.clerk },
      async (transaction) => {
        const first = await inbox(transaction, PEOPLE.clerk, { view: 'all', size: 2 });
        return { rows: first.items.map(({ dossier }) => dossier), cursor: first.next };
      },
    );
    const rest = (await slice(cursor)).items.map(({ dossier }) => dossier);

    expect([...rows, ...rest]).toEqual(whole);
  });

  it('is as private as its field: a photo of a sensitive field is not for a village head', async () => {
    const id = await api.submitted();
    await api.command('clerk', id, 'reception', { task: 'reception.1.1' });
    await api.world.carry(id);
    const files = async (who: 'clerk' | 'villageHead') =>
      (await api.as(who, 'GET', `/dossiers/${id}`)).json<{ files: { id: string; field: string }[] }>().files;
    const [photo] = await files('clerk');
    const download = async (who: 'clerk' | 'villageHead') =>
      (await api.as(who, 'GET', `/dossiers/${id}/files/${photo?.id}`)).statusCode;
    expect([await download('clerk'), await download('villageHead')]).toEqual([200, 404]);
    expect(await files('villageHead')).toEqual([]);

    await api.world.database.query(`UPDATE attachment SET field = '/floorArea' WHERE dossier_id = $1`, [id]);

    expect([await download('clerk'), await download('villageHead')]).toEqual([200, 200]);
  });
});

describe('signing in', () => {
  it('gives a cookie that no script can read, and takes it back', async () => {
    const answer = await api.send('POST', '/session', { body: { login: 'clerk', password: PASSWORD } });
    const cookie = String(answer.headers['set-cookie']);

    expect(answer.json()).toMatchObject({
      kind: 'official',
      posts: [{ unitName: 'Xã Mỹ Tú' }, { unitName: 'Xã Mỹ Thuận' }],
    });
    expect(cookie).toMatch(/^session=[\w-]{43}; .*HttpOnly; SameSite=Lax/);
    const headers = { cookie: cookie.split(';')[0] ?? '' };
    await api.send('DELETE', '/session', { headers });
    expect((await api.send('GET', '/session', { headers })).json()).toMatchObject({ code: 'not-signed-in' });
  });

  it('by one click is not there without a demo', async () => {
    expect((await api.send('GET', '/session/demo')).statusCode).toBe(404);
  });
});

describe('bad input gets a clear problem and changes nothing', () => {
  const problem = (answer: { statusCode: number; json(): unknown }) => ({
    status: answer.statusCode,
    code: (answer.json() as { code: string }).code,
  });
  const draftCount = async () =>
    (await api.world.database.query<{ count: string }>('SELECT count(*) FROM draft'))[0]?.count;

  it.each<[string, object, number, string]>([
    [
      'malformed JSON',
      { body: '{"requestType":', headers: { 'content-type': 'application/json' } },
      400,
      'malformed-request',
    ],
    [
      'no JSON at all',
      { body: 'a=b', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
      'unsupported-content',
    ],
    ['an unknown field', { body: { requestType: 'housing', admin: true } }, 422, 'invalid-request'],
    ['a wrong type', { body: { requestType: 7 } }, 422, 'invalid-request'],
    ['a request type that is not published', { body: { requestType: 'palaces' } }, 409, 'form-version-unknown'],
    ['control characters', { body: { requestType: 'hou\u0000sing' } }, 422, 'invalid-request'],
    [
      'something that reaches into the language',
      { body: '{"requestType":"housing","__proto__":{"x":1}}', headers: { 'content-type': 'application/json' } },
      400,
      'malformed-request',
    ],
    ['too much', { body: { requestType: 'x'.repeat(300_000) } }, 413, 'too-large'],
  ])('%s', async (_what, call, status, code) => {
    const before = await draftCount();

    const answer = await api.as('applicant', 'POST', '/drafts', call);

    expect(problem(answer)).toEqual({ status, code });
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(await draftCount()).toBe(before);
  });

  it.each([
    ['a name of 10.000 characters', '/applicant/fullName', 'A'.repeat(10_000), 'too-long'],
    ['a citizen number of the wrong shape', '/applicant/citizenId', '12345', 'citizen-number'],
  ])('%s', async (_what, pointer, value, code) => {
    const { id, document, version } = await api.draft();
    const saved = await api.as('applicant', 'PUT', `/drafts/${id}`, {
      body: { document: withValueAt(document as never, pointer, value), page: 'x' },
      seen: version,
    });

    const answer = await api.as('applicant', 'POST', `/drafts/${id}/submission`, { body: saved.json(), key: v7() });
    const again = await api.as('applicant', 'POST', `/drafts/${id}/submission`, {
      body: { version: saved.json<{ version: number }>().version },
      key: v7(),
    });

    expect(problem(answer)).toEqual({ status: 422, code: 'invalid-request' });
    expect(again.json()).toMatchObject({
      code: 'form-invalid',
      errors: [{ at: pointer, code, message: expect.stringMatching(/^\p{Lu}/u) as unknown }],
    });
  });

  it('a citizen number whose year disagrees is accepted, and opens a check for the official', async () => {
    const { id, document, version } = await api.draft();
    const changed = withValueAt(document as never, '/applicant/citizenId', '094166000888');
    const saved = (
      await api.as('applicant', 'PUT', `/drafts/${id}`, { body: { document: changed, page: 'x' }, seen: version })
    ).json<{ version: number }>();
    await api.as('applicant', 'POST', `/drafts/${id}/submission`, { body: { version: saved.version }, key: v7() });
    await api.world.carry(id);
    await api.command('clerk', id, 'reception', { task: 'reception.1.1' });
    await api.world.carry(id);

    const { history } = (await api.as('clerk', 'GET', `/dossiers/${id}`)).json<{
      history: { type: string; findings?: { code: string }[] }[];
    }>();
    expect(history.find(({ type }) => type === 'checked')?.findings?.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['CITIZEN_NUMBER_YEAR']),
    );
  });

  it.each([
    ['a page that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>'), 415, 'file-type'],
    ['an empty file', Buffer.alloc(0), 422, 'file-empty'],
    ['a file of 11 MB', Buffer.concat([JPEG, Buffer.alloc(11 * 1024 * 1024)]), 413, 'file-too-large'],
  ])('%s', async (_what, content, status, code) => {
    const { id } = await api.draft();

    expect(problem(await api.upload('applicant', id, content))).toEqual({ status, code });
    expect((await api.as('applicant', 'GET', `/drafts/${id}`)).json<{ files: unknown[] }>().files).toHaveLength(2);
  });

  const photo = { disposition: 'name="file"; filename="nha.jpg"', content: JPEG };
  const field = (disposition: string) => ({ disposition, content: Buffer.from('x') });
  it.each<[string, readonly UploadPart[]]>([
    ['no part at all', []],
    ['a field beside the file', [field('name="note"'), photo]],
    ['a field behind the file', [photo, field('name="note"')]],
    ['two files', [photo, photo]],
    ['a file by another name', [{ ...photo, disposition: 'name="photo"; filename="nha.jpg"' }]],
    ['a file under an empty name', [{ ...photo, disposition: 'name=""; filename="nha.jpg"' }]],
    ['a file that has no name itself', [{ ...photo, disposition: 'name="file"; filename=""' }]],
    ['a name forty levels deep', [{ ...photo, disposition: `name="file${'[a]'.repeat(40)}"; filename="nha.jpg"` }]],
    ['a name of the prototype', [{ ...photo, disposition: 'name="__proto__"; filename="nha.jpg"' }]],
    ['10.000 parts', Array.from({ length: 10_000 }, () => field('name="a"'))],
    ['10.000 files', Array.from({ length: 10_000 }, () => photo)],
  ])('an upload with %s', async (_what, parts) => {
    const { id } = await api.draft();

    const answer = await api.uploadParts('applicant', id, parts);

    expect(problem(answer)).toEqual(
      parts.length === 0 ? { status: 422, code: 'file-empty' } : { status: 400, code: 'malformed-request' },
    );
    expect((await api.as('applicant', 'GET', `/drafts/${id}`)).json<{ files: unknown[] }>().files).toHaveLength(2);
  });

  it('a file for somebody else’s draft is for nobody', async () => {
    const { id } = await api.draft();

    expect(problem(await api.upload('stranger', id, JPEG))).toEqual({ status: 404, code: 'not-found' });
    expect(problem(await api.as('stranger', 'GET', `/drafts/${id}`))).toEqual({ status: 404, code: 'not-found' });
  });

  it('a draft that was changed elsewhere is not written over', async () => {
    const { id, document } = await api.draft();
    const save = (seen?: number) =>
      api.as('applicant', 'PUT', `/drafts/${id}`, { body: { document, page: 'x' }, seen });

    expect(problem(await save(1))).toEqual({ status: 409, code: 'draft-changed' });
    expect(problem(await save())).toEqual({ status: 428, code: 'version-required' });
  });

  it('a command without a key, with one that is no key, or with one of last year', async () => {
    const id = await api.submitted();
    const receive = (key?: string) =>
      api.as('clerk', 'POST', `/dossiers/${id}/reception`, { body: { task: 'reception.1.1' }, key });

    expect(problem(await receive())).toEqual({ status: 400, code: 'key-required' });
    expect(problem(await receive('me again'))).toEqual({ status: 400, code: 'key-unusable' });
    expect(problem(await receive('018cc251-f400-7000-8000-000000000001'))).toEqual({
      status: 400,
      code: 'key-unusable',
    });
  });

  it('a decision on a task of another unit, on a decided one, and twice with one key', async () => {
    const id = await api.submitted();
    const key = v7();
    const receive = (who: 'clerk' | 'clerkNextDoor', key: string) =>
      api.as(who, 'POST', `/dossiers/${id}/reception`, { body: { task: 'reception.1.1' }, key });

    expect(problem(await receive('clerkNextDoor', v7()))).toEqual({ status: 404, code: 'not-found' });
    const first = await receive('clerk', key);
    expect((await receive('clerk', key)).json()).toEqual(first.json());
    expect(problem(await receive('clerk', v7()))).toEqual({ status: 409, code: 'already-decided' });
    const otherContent = await api.as('clerk', 'POST', `/dossiers/${id}/reception-forwarding`, {
      body: { task: 'reception.1.1', to: NEXT_DOOR },
      key,
    });
    expect(problem(otherContent)).toEqual({ status: 422, code: 'key-reused' });
  });

  it('a stale version of the dossier', async () => {
    const id = await api.submitted();
    await api.command('clerk', id, 'supplement-request', {
      task: 'reception.1.1',
      items: [{ reason: 'Thiếu giấy tờ đất.' }],
    });
    await api.world.carry(id);
    const { document } = (await api.as('applicant', 'GET', `/dossiers/${id}`)).json<{ document: object }>();
    await api.command('applicant', id, 'supplement', { document });
    await api.world.carry(id);

    expect(problem(await api.command('clerk', id, 'reception', { task: 'reception.2.1' }, { seen: 2 }))).toEqual({
      status: 409,
      code: 'stale',
    });
  });

  it('a request from another site, with or without a form', async () => {
    const cookie =
      String(
        (await api.send('POST', '/session', { body: { login: 'clerk', password: PASSWORD } })).headers['set-cookie'],
      ).split(';')[0] ?? '';
    const from = (headers: Record<string, string>) =>
      api.send('POST', '/notices/reading', { headers: { cookie, ...headers } });

    expect(problem(await from({ 'sec-fetch-site': 'cross-site' }))).toEqual({ status: 403, code: 'cross-site' });
    expect(problem(await from({ origin: 'https://elsewhere.example' }))).toEqual({ status: 403, code: 'cross-site' });
    expect(problem(await from({ 'x-trinhduyet': '' }))).toEqual({ status: 403, code: 'cross-site' });
    expect((await from({ 'sec-fetch-site': 'same-origin' })).statusCode).toBe(204);
  });

  it.each([
    ['/inbox?after=x', 'clerk'],
    ['/inbox?after=never~00000000-0000-0000-0000-000000000000', 'clerk'],
    ['/dossiers?after=x', 'applicant'],
  ] as const)('a place in a list that no list has given: %s', async (path, who) => {
    expect(problem(await api.as(who, 'GET', path))).toEqual({ status: 422, code: 'invalid-request' });
  });

  it('characters that nobody types, in the name of a field', async () => {
    const { id, version } = await api.draft();

    const answer = await api.as('applicant', 'PUT', `/drafts/${id}`, {
      body: { document: { 'a\u0000b': 1 }, page: 'x' },
      seen: version,
    });

    expect(answer.statusCode).toBe(422);
  });

  it('an address that there is not, and a method that an address does not take', async () => {
    expect(problem(await api.send('GET', '/nowhere'))).toEqual({ status: 404, code: 'not-found' });
    expect(problem(await api.send('DELETE', '/request-types'))).toEqual({ status: 404, code: 'not-found' });
  });

  it('a person without the permission', async () => {
    expect(problem(await api.as('applicant', 'GET', '/inbox'))).toEqual({ status: 403, code: 'forbidden' });
    expect(problem(await api.as('clerk', 'GET', '/studio/request-types'))).toEqual({ status: 403, code: 'forbidden' });
    expect(problem(await api.send('GET', '/inbox'))).toEqual({ status: 401, code: 'not-signed-in' });
  });

  it('in the reader’s language', async () => {
    const answer = await api.send('GET', '/session', { headers: { 'accept-language': 'en-GB' } });

    expect(answer.json()).toMatchObject({ title: 'You are not signed in, or the session has ended.' });
  });
});

describe('papers', () => {
  async function received(): Promise<{ dossier: string; paper: string }> {
    const dossier = await api.submitted();
    await api.command('clerk', dossier, 'reception', { task: 'reception.1.1' });
    await api.world.carry(dossier);
    const { papers } = (await api.as('applicant', 'GET', `/dossiers/${dossier}`)).json<{ papers: { id: string }[] }>();
    return { dossier, paper: papers[0]?.id ?? '' };
  }

  it('are files for whoever may read the dossier, the same bytes each time, and named after nobody', async () => {
    const { dossier, paper } = await received();
    const path = `/dossiers/${dossier}/papers/${paper}/pdf`;
    const [mine, clerks] = [await api.as('applicant', 'GET', path), await api.as('clerk', 'GET', path)];

    expect(mine.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/^inline; filename="[A-Za-z0-9-]+-form-01\.pdf"$/) as unknown,
      'content-security-policy': expect.stringContaining("default-src 'none'") as unknown,
      'x-content-type-options': 'nosniff',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/) as unknown,
    });
    expect(mine.rawPayload.equals(clerks.rawPayload)).toBe(true);
    const again = await api.as('applicant', 'GET', path, { headers: { 'if-none-match': String(mine.headers.etag) } });
    expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
    for (const who of ['stranger', 'outsider'] as const)
      expect((await api.as(who, 'GET', path)).json()).toMatchObject({ code: 'not-found' });
  });

  it('tell of another promised day, once', async () => {
    const { dossier } = await received();
    await api.command('villageHead', dossier, 'decision', { task: 'meeting.1.1', outcome: 'propose', entry: MEETING });
    await api.world.carry(dossier);
    const body = { promisedOn: '2026-04-16', note: 'Mưa lũ.' };
    const byVillage = await api.command('villageHead', dossier, 'extension', { task: 'posting.1.1', ...body });
    await api.world.clock('2026-03-23');
    const posting = { places: ['VILLAGE_HOUSE'], objections: 0 };
    await api.command('villageHead', dossier, 'decision', {
      task: 'posting.1.1',
      outcome: 'no-objection',
      entry: posting,
    });
    await api.world.carry(dossier);
    const task = 'survey.1.1';
    const onSunday = await api.command('specialist', dossier, 'extension', { task, ...body, promisedOn: '2026-04-19' });
    const first = await api.command('specialist', dossier, 'extension', { task, ...body });
    const second = await api.command('specialist', dossier, 'extension', { task, ...body, promisedOn: '2026-04-20' });

    expect(byVillage.json()).toMatchObject({ status: 403, code: 'may-not-extend' });
    expect(onSunday.json()).toMatchObject({ status: 422, code: 'unlawful-promise' });
    expect(first.statusCode).toBe(200);
    expect(second.json()).toMatchObject({ status: 409, code: 'already-extended' });
    expect((await api.as('applicant', 'GET', `/dossiers/${dossier}`)).json()).toMatchObject({
      promisedOn: '2026-04-16',
      promisedBefore: '2026-04-09',
    });
  });

  it('have numbers that the archivist sets aside, and nobody else', async () => {
    const block = { unit: TWO_TIER.commune, register: 'QĐ-UBND', year: 2026, first: 801, last: 850 };
    const reserve = (who: 'archivist' | 'clerk', change: object = {}) =>
      api.as(who, 'POST', '/desk/numbers', { body: { ...block, ...change } });

    expect((await reserve('clerk')).json()).toMatchObject({ code: 'forbidden' });
    expect((await reserve('archivist')).json()).toMatchObject({
      registers: ['QĐ-UBND', 'TB-UBND'],
      blocks: [{ first: 801, last: 850, used: [] }],
    });
    expect((await reserve('archivist', { first: 850, last: 900 })).json()).toMatchObject({ code: 'block-overlaps' });
    expect((await reserve('archivist', { first: 900, last: 890 })).json()).toMatchObject({ code: 'invalid-request' });
  });
});

describe('health', () => {
  it('is ready while the database answers, and degraded without a worker', async () => {
    const answer = await api.send('GET', '/health/ready');

    expect(answer.json()).toMatchObject({ status: 'degraded', database: 'up', worker: 'down' });
    expect(answer.statusCode).toBe(200);
  });
});
