import { PEOPLE, type Who } from '@trinhduyet/dossiers/testing';
import { Notices } from '@trinhduyet/notify';
import type { Response } from 'light-my-request';
import { v7 } from 'uuid';
import { ApiWorld } from '../testing/api-world';

interface Note {
  readonly id: string;
  readonly number: number;
  readonly is: string;
  readonly name: string;
  readonly text: string;
  readonly hiddenPhotos: number;
  readonly photos: readonly { readonly id: string }[];
  readonly mentions: readonly { readonly name: string }[];
}
interface Talk {
  readonly notes: readonly Note[];
  readonly next?: number;
  readonly unread: number;
  readonly isOpen: boolean;
  readonly openUntil?: string;
}

let api: ApiWorld;
let dossier: string;
beforeAll(async () => {
  api = await ApiWorld.create();
}, 60_000);
beforeEach(async () => {
  dossier = await api.world.atSurvey();
});
afterAll(() => api.end());

const talk = async (who: Who, query = ''): Promise<Talk> =>
  (await api.as(who, 'GET', `/dossiers/${dossier}/talk${query}`)).json<Talk>();
const say = (who: Who, text: string, more: object = {}, note = v7()): Promise<Response> =>
  api.as(who, 'PUT', `/dossiers/${dossier}/talk/notes/${note}`, {
    body: { text, photos: [], mentions: [], isClose: false, ...more },
  });
const codeOf = (answer: Response) => answer.json<{ code: string }>().code;

const photo = (who: Who, note: string, content?: Buffer) => api.talkPhoto(who, dossier, note, content);

async function tell(): Promise<void> {
  const notices = new Notices(api.world.worker, (error) => {
    throw error;
  });
  while ((await notices.deliver()) > 0);
}
const noticesOf = async (who: Who) =>
  (await api.as(who, 'GET', '/notices'))
    .json<{ items: { kind: string; dossier: string }[] }>()
    .items.filter((notice) => notice.dossier === dossier);

describe('notes on a dossier', () => {
  it('are read by every official who may read it, the latest first, and by nobody else', async () => {
    await say('clerk', 'Hộ này có người già, nên đi sớm.');
    await say('specialist', 'Sáng mai xuống nhà.');

    const read = await talk('head');

    expect(read.notes.map(({ number, name, text }) => [number, name, text])).toEqual([
      [2, 'specialist', 'Sáng mai xuống nhà.'],
      [1, 'clerk', 'Hộ này có người già, nên đi sớm.'],
    ]);
    for (const who of ['outsider', 'applicant'] as const) {
      const refused = await api.as(who, 'GET', `/dossiers/${dossier}/talk`);
      expect([who, refused.statusCode]).toEqual([who, who === 'applicant' ? 403 : 404]);
      expect((await say(who, 'Xin chào')).statusCode).toBe(refused.statusCode);
    }
  });

  it('are hidden from an official whose own dossier it is, by the database too', async () => {
    await say('clerk', 'Kiểm tra lại đất.');
    await api.world.database.query('UPDATE dossier SET applicant_id = $2 WHERE dossier_id = $1', [
      dossier,
      PEOPLE.specialist,
    ]);

    expect((await api.as('specialist', 'GET', `/dossiers/${dossier}/talk`)).statusCode).toBe(404);
    const seen = await api.world.app.asActor({ kind: 'account', account: PEOPLE.specialist, dossier }, (transaction) =>
      transaction.query('SELECT 1 FROM talk_note'),
    );
    expect(seen).toEqual([]);
  });

  it('are written once under their id, and change nothing of the dossier’s record', async () => {
    const note = v7();
    const before = await api.world.open(dossier);

    await say('clerk', 'Một lần.', {}, note);
    const again = await say('clerk', 'Một lần.', {}, note);
    const byAnother = await say('specialist', 'Của người khác.', {}, note);

    expect([again.statusCode, byAnother.statusCode]).toEqual([204, 404]);
    expect((await talk('clerk')).notes).toHaveLength(1);
    expect(await api.world.open(dossier)).toEqual(before);
  });

  it('come in pages', async () => {
    for (let count = 1; count <= 29; count += 1) await say(count % 2 ? 'clerk' : 'specialist', `Lời ${count}`);
    for (let count = 30; count <= 33; count += 1) await say('head', `Lời ${count}`);

    const first = await talk('clerk');
    const second = await talk('clerk', `?before=${first.next}`);

    expect([first.notes.length, first.notes.at(-1)?.text, second.notes.map(({ text }) => text)]).toEqual([
      30,
      'Lời 4',
      ['Lời 3', 'Lời 2', 'Lời 1'],
    ]);
    expect(second.next).toBeUndefined();
  });

  it('leave their place when their author takes them back, and nobody else can', async () => {
    const note = v7();
    await say('clerk', 'Nhầm hồ sơ.', {}, note);

    const byAnother = await api.as('head', 'POST', `/dossiers/${dossier}/talk/notes/${note}/withdrawal`);
    await api.as('clerk', 'POST', `/dossiers/${dossier}/talk/notes/${note}/withdrawal`);

    expect(byAnother.statusCode).toBe(404);
    expect((await talk('head')).notes).toMatchObject([{ id: note, is: 'withdrawn', text: '', name: 'clerk' }]);
    expect((await talk('head')).unread).toBe(0);
  });

  it('keep their place when their words and salt are erased', async () => {
    await say('clerk', 'Sẽ xóa.');
    await api.world.database.query('UPDATE talk_note SET body = NULL, salt = NULL WHERE dossier_id = $1', [dossier]);

    expect((await talk('head')).notes).toMatchObject([{ is: 'erased', text: '' }]);
  });

  it('are new to each reader until they have read them', async () => {
    await say('clerk', 'Một.');
    await say('clerk', 'Hai.');

    await api.as('head', 'PUT', `/dossiers/${dossier}/talk/seen`, { body: { number: 1 } });

    expect([(await talk('head')).unread, (await talk('specialist')).unread, (await talk('clerk')).unread]).toEqual([
      1, 2, 0,
    ]);
  });

  it('of nothing, of too much, of strange characters or from too fast a hand are refused', async () => {
    const refused = [await say('chair', '  '), await say('chair', 'x'.repeat(4_001)), await say('chair', 'a\u0000b')];
    const many = await Promise.all(Array.from({ length: 61 }, () => say('archivist', 'Nhanh.')));

    expect(refused.map(({ statusCode }) => statusCode)).toEqual([422, 422, 422]);
    expect(many.filter(({ statusCode }) => statusCode === 429).length).toBeGreaterThan(0);
  });

  it('go on after the end, and are closed 90 days later', async () => {
    await api.world.give('applicant', dossier, { type: 'withdraw' });
    await api.world.carry(dossier);
    const after = await say('clerk', 'Đã báo cho gia đình.');
    await api.world.clock('2026-09-01');
    const late = await say('specialist', 'Còn ai không?');

    expect([after.statusCode, late.statusCode, codeOf(late)]).toEqual([204, 409, 'talk-closed']);
    expect(await talk('head')).toMatchObject({ isOpen: false, openUntil: '2026-06-21' });
    await api.world.clock('2026-03-16');
  });
});

describe('what only some may see', () => {
  it('is hidden from who sees no sensitive field; a citizen number makes a note so by itself', async () => {
    await say('specialist', 'Số căn cước đúng là 094 165 000 888.');
    await say('specialist', 'Chỉ trong tổ.', { isClose: true });
    await say('specialist', 'Ai cũng đọc được.');

    const ofVillage = (await talk('villageHead')).notes.map(({ is, text }) => [is, text]);

    expect(ofVillage).toEqual([
      ['shown', 'Ai cũng đọc được.'],
      ['hidden', ''],
      ['hidden', ''],
    ]);
    expect((await talk('clerk')).notes.map(({ is }) => is)).toEqual(['shown', 'shown', 'shown']);
    expect((await talk('villageHead')).unread).toBe(1);
  });
});

describe('a mention', () => {
  it('is a notice to whoever may read the dossier', async () => {
    const people = (await api.as('clerk', 'GET', `/dossiers/${dossier}/talk/people`)).json<{ name: string }[]>();
    await say('clerk', '@specialist xem giúp ảnh này.', { mentions: [PEOPLE.specialist] });
    await tell();

    expect(people.map(({ name }) => name)).toEqual(expect.arrayContaining(['specialist', 'head', 'provinceleader']));
    for (const nobody of ['clerk', 'outsider', 'applicant', 'administrator'])
      expect(people.map(({ name }) => name)).not.toContain(nobody);
    expect((await talk('head')).notes[0]?.mentions).toMatchObject([{ name: 'specialist' }]);
    expect(await noticesOf('specialist')).toMatchObject([{ kind: 'mentioned' }]);
    expect(await noticesOf('head')).toEqual([]);
  });

  it('of somebody who may not read the dossier, or not this note, is refused, and nothing is written', async () => {
    const ofOutsider = await say('clerk', 'Xem giúp.', { mentions: [PEOPLE.outsider] });
    const ofApplicant = await say('clerk', 'Xem giúp.', { mentions: [PEOPLE.applicant] });
    const ofVillage = await say('specialist', 'Riêng.', { mentions: [PEOPLE.villageHead], isClose: true });

    for (const refused of [ofOutsider, ofApplicant, ofVillage]) expect(codeOf(refused)).toBe('may-not-mention');
    expect((await talk('clerk')).notes).toEqual([]);
  });

  it('taken back before anybody was told tells nobody', async () => {
    const note = v7();
    await say('clerk', '@specialist', { mentions: [PEOPLE.specialist] }, note);
    await api.as('clerk', 'POST', `/dossiers/${dossier}/talk/notes/${note}/withdrawal`);
    await tell();

    expect(await noticesOf('specialist')).toEqual([]);
  });
});

describe('a photo', () => {
  it('is seen with its note, by its sender before, and by nobody once that is taken back', async () => {
    const note = v7();
    const { id } = (await photo('specialist', note)).json<{ id: string }>();
    const get = (who: Who) => api.as(who, 'GET', `/dossiers/${dossier}/talk/photos/${id}`);
    const before = [await get('specialist'), await get('clerk')];
    await say('specialist', '', { photos: [id] }, note);
    const after = [await get('clerk'), await get('head'), await get('applicant')];
    const ofHead = (await talk('head')).notes[0];
    await api.as('specialist', 'POST', `/dossiers/${dossier}/talk/notes/${note}/withdrawal`);

    expect(before.map(({ statusCode }) => statusCode)).toEqual([200, 404]);
    expect(after.map(({ statusCode }) => statusCode)).toEqual([200, 404, 403]); // nor may the head see the form’s
    expect(ofHead).toMatchObject({ is: 'shown', photos: [], hiddenPhotos: 1 });
    expect((await get('clerk')).statusCode).toBe(404);
  });

  it('that is none is refused as everywhere, and so are photos of another note', async () => {
    const hostile = await photo('specialist', v7(), Buffer.from('<svg onload="alert(1)"/>'));
    const { id } = (await photo('specialist', v7())).json<{ id: string }>();
    const elsewhere = await say('specialist', 'Ảnh.', { photos: [id] });

    expect([codeOf(hostile), codeOf(elsewhere)]).toEqual(['file-type', 'file-missing']);
  });

  it('can be taken back before the note is written, and not after', async () => {
    const note = v7();
    const [first, second] = [
      (await photo('specialist', note)).json<{ id: string }>(),
      (await photo('specialist', note)).json<{ id: string }>(),
    ];
    const drop = (id: string) => api.as('specialist', 'DELETE', `/dossiers/${dossier}/talk/photos/${id}`);
    const before = await drop(first.id);
    await say('specialist', 'Một ảnh.', { photos: [second.id] }, note);
    const after = await drop(second.id);

    expect([before.statusCode, after.statusCode]).toEqual([204, 404]);
    expect((await photo('specialist', note)).statusCode).toBe(404);
  });
});
