import type { Who } from '@trinhduyet/dossiers/testing';
import { Notices } from '@trinhduyet/notify';
import type { Response } from 'light-my-request';
import { ApiWorld } from '../testing/api-world';

interface Offer {
  readonly command: string;
  readonly because?: { readonly code: string };
}

let api: ApiWorld;
let dossier: string;
let task: string;
beforeAll(async () => {
  api = await ApiWorld.create();
}, 60_000);
afterAll(() => api.end());
beforeEach(async () => {
  dossier = await api.world.askedForSupplement();
  await api.world.give('applicant', dossier, { type: 'supplement', document: await api.world.document(dossier) });
  await api.world.carry(dossier);
  task = await api.world.task(dossier);
});

const items = [{ field: '/photos', reason: 'Vẫn mờ.' }];
const ask = (): Promise<Response> => api.command('specialist', dossier, 'supplement-request', { task, items });
const askConsent = () =>
  api.command('specialist', dossier, 'consent-request', { task, note: 'Ảnh gửi lại vẫn không thấy mái.' });
const codeOf = (answer: Response) => answer.json<{ code?: string }>().code;
const view = async (who: Who) =>
  (await api.as(who, 'GET', `/dossiers/${dossier}`)).json<{
    offers: Offer[];
    history: { type: string; note?: string }[];
  }>();
const offered = async (who: Who, command: string) => {
  const offer = (await view(who)).offers.find((each) => each.command === command);
  return offer && (offer.because?.code ?? 'lawful');
};
async function told(who: Who): Promise<readonly string[]> {
  const notices = new Notices(api.world.worker, (error) => {
    throw error;
  });
  while ((await notices.deliver()) > 0);
  const { items: all } = (await api.as(who, 'GET', '/notices')).json<{ items: { dossier: string; kind: string }[] }>();
  return all.filter((notice) => notice.dossier === dossier).map(({ kind }) => kind);
}

describe('a further supplement at the same step', () => {
  it('goes out once the head, who was told, has consented', async () => {
    const before = await ask();
    await askConsent();
    const toldHead = await told('head');
    const offers = [await offered('head', 'consent'), await offered('specialist', 'askSupplement')];
    await api.command('head', dossier, 'consent', { task });

    expect([codeOf(before), toldHead.includes('consentAsked'), offers]).toEqual([
      'needs-consent',
      true,
      ['lawful', 'needs-consent'],
    ]);
    expect(await told('specialist')).toContain('consented');
    expect((await ask()).statusCode).toBe(200);
  });

  it('does not where the head refuses, who says why', async () => {
    await askConsent();
    await api.command('head', dossier, 'consent-refusal', { task, note: 'Đi khảo sát thay cho ảnh.' });

    expect(codeOf(await ask())).toBe('needs-consent');
    expect((await view('specialist')).history.at(-1)).toMatchObject({
      type: 'consentRefused',
      note: 'Đi khảo sát thay cho ảnh.',
    });
    expect(await told('specialist')).toContain('consentRefused');
    expect((await askConsent()).statusCode).toBe(200);
  });

  it('is the office’s own matter: the applicant hears nothing of it, and colleagues do not answer for the head', async () => {
    await askConsent();

    expect((await view('applicant')).history.map(({ type }) => type)).not.toContain('consentAsked');
    expect(await told('applicant')).not.toContain('consentAsked');
    expect(codeOf(await api.command('colleague', dossier, 'consent', { task }))).toBe('not-the-head');
    expect(codeOf(await api.command('specialist', dossier, 'consent', { task }))).toBe('not-the-head');
  });
});
