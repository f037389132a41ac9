import type { Who } from '@trinhduyet/dossiers/testing';
import type { Response } from 'light-my-request';
import { v7 } from 'uuid';
import { ApiWorld } from '../testing/api-world';

interface Marks {
  readonly mayMark: boolean;
  readonly items: readonly { what: string; reason: string; name: string; isMine: boolean; mayRemove: boolean }[];
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

const marks = async (who: Who): Promise<Marks> =>
  (await api.as(who, 'GET', `/dossiers/${dossier}/marks`)).json<Marks>();
const mark = (who: Who, what: string, reason = '', id = v7()): Promise<Response> =>
  api.as(who, 'PUT', `/dossiers/${dossier}/marks/${id}`, { body: { what, field: what, reason } });
const drop = (who: Who, id: string) => api.as(who, 'DELETE', `/dossiers/${dossier}/marks/${id}`);
const codeOf = (answer: Response) => answer.json<{ code: string }>().code;

describe('marks for a supplement', () => {
  it('are shared by everybody at work on the dossier, each with its author', async () => {
    await mark('clerk', '/photos', 'Ảnh mờ.');
    await mark('provinceSpecialist', '/home/place', 'Thiếu số nhà.');

    const { items, mayMark } = await marks('specialist');

    expect(mayMark).toBe(true);
    expect(items.map(({ what, reason, name, isMine, mayRemove }) => [what, reason, name, isMine, mayRemove])).toEqual([
      ['/photos', 'Ảnh mờ.', 'clerk', false, true],
      ['/home/place', 'Thiếu số nhà.', 'provincespecialist', false, true],
    ]);
    expect((await marks('clerk')).items.map(({ mayRemove }) => mayRemove)).toEqual([true, false]);
    for (const [who, status] of [
      ['outsider', 404],
      ['applicant', 403],
    ] as const) {
      expect((await api.as(who, 'GET', `/dossiers/${dossier}/marks`)).statusCode).toBe(status);
      expect((await mark(who, '/members')).statusCode).toBe(status);
    }
  });

  it('have one author each, who alone writes the reason', async () => {
    const id = v7();
    await mark('clerk', '/photos', 'Ảnh', id);
    await mark('clerk', '/photos', 'Ảnh mặt trước mờ.', id);

    const twice = await mark('specialist', '/photos', 'Cũng thấy mờ.');
    const byAnother = await mark('specialist', '/photos', 'Sửa lời người khác.', id);

    expect([codeOf(twice), codeOf(byAnother)]).toEqual(['already-marked', 'forbidden']);
    expect((await marks('head')).items).toMatchObject([{ reason: 'Ảnh mặt trước mờ.' }]);
  });

  it('are taken away by their author or by who has the task', async () => {
    const [ofClerk, ofHead] = [v7(), v7()];
    await mark('clerk', '/photos', 'Mờ.', ofClerk);
    await mark('head', '/members', 'Sai số người.', ofHead);

    const byClerk = await drop('clerk', ofHead);
    const bySender = await drop('specialist', ofHead);
    const own = await drop('clerk', ofClerk);
    const again = await drop('clerk', ofClerk);

    expect(codeOf(byClerk)).toBe('forbidden');
    expect([bySender, own, again].map(({ statusCode }) => statusCode)).toEqual([204, 204, 204]);
    expect((await marks('specialist')).items).toEqual([]);
  });

  it('are done with once the request is sent, and cannot be set while the applicant is waited for', async () => {
    await mark('clerk', '/photos', 'Mờ.');
    const items = [{ field: '/photos', reason: 'Mờ.' }];
    await api.command('specialist', dossier, 'supplement-request', { task: 'survey.1.1', items });
    await api.world.carry(dossier);

    expect(await marks('specialist')).toEqual({ mayMark: false, items: [] });
    expect(codeOf(await mark('clerk', '/members'))).toBe('may-not-ask-supplement');
  });

  it('are thirty at most, as one request has', async () => {
    for (let count = 0; count < 30; count += 1) await mark('clerk', `other-${count}`);

    expect(codeOf(await mark('clerk', 'other-30'))).toBe('drawer-full');
  });
});
