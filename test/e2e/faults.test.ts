import { newKey, type Schema } from '@trinhduyet/api-client';
import { eventually } from './support/eventually';
import { aDraft, entryOf } from './support/housing';
import { Person, type Problem } from './support/person';
import { Product } from './support/product';

let product: Product;
beforeAll(async () => {
  product = await Product.start();
}, 180_000);
afterAll(() => product.stop());

const standsAt = (step: string) => (view: Schema<'DossierView'>) => view.places.some((place) => place.step === step);
const taskOf = (view: Schema<'DossierView'>) => view.places[0]?.task ?? '';

/** Somebody decides where the dossier stands. */
async function decides(login: string, dossier: string, { outcome, form, key = newKey() }: Deciding) {
  const person = await Person.enter(product, login);
  const task = taskOf(await person.dossier(dossier));
  const body = { task, outcome, ...(form && { entry: entryOf(form) }) };
  return person.post<Schema<'CommandAnswer'>>(`/api/dossiers/${dossier}/decision`, body, key);
}
interface Deciding {
  readonly outcome: string;
  readonly form?: string;
  readonly key?: string;
}

describe('a dossier on its way, with each process killed in the middle', () => {
  let applicant: Person;
  let dossier: string;

  it('given the API dies while it is being submitted, when it is submitted again with the same key, then it is there once', async () => {
    applicant = await Person.enter(product, '0912345678');
    const draft = await aDraft(applicant);
    dossier = draft.id;
    const key = newKey();
    const path = `/api/drafts/${draft.id}/submission`;
    const lost = applicant.post(path, { version: draft.version }, key).catch((error: unknown) => error);
    await product.kill('api');
    await lost;
    await product.startAgain('api');

    const first = await applicant.post<Schema<'Acknowledgement'>>(path, { version: draft.version }, key);
    const second = await applicant.post<Schema<'Acknowledgement'>>(path, { version: draft.version }, key);

    expect(first.status).toBe(201);
    expect(second.body).toMatchObject({ dossier, lookupCode: first.body.lookupCode, pin: first.body.pin });
    const { history } = await eventually(() => applicant.dossier(dossier), standsAt('reception'));
    expect(history.filter(({ type }) => type === 'submitted')).toHaveLength(1);
  });

  it('given the worker is dead, when it is received, then that holds, the page says “on its way”, and it goes on by itself', async () => {
    await product.kill('worker');
    const clerk = await Person.enter(product, 'motcua.mytu');
    const task = taskOf(await clerk.dossier(dossier));

    const answer = await clerk.post<Schema<'CommandAnswer'>>(`/api/dossiers/${dossier}/reception`, { task });

    expect(answer).toMatchObject({ status: 200, body: { inTransit: true } });
    const meanwhile = await applicant.dossier(dossier);
    expect(meanwhile).toMatchObject({ inTransit: true, code: expect.stringMatching(/\d{6}-\d{4}$/) as unknown });
    await product.startAgain('worker');
    await eventually(() => applicant.dossier(dossier), standsAt('meeting'));
  });

  it('given Temporal is dead, when the village proposes, then that holds, and it goes on when Temporal is back', async () => {
    await product.kill('temporal');

    const answer = await decides('truongap3.mytu', dossier, { outcome: 'propose', form: 'meeting' });

    expect(answer).toMatchObject({ status: 200, body: { inTransit: true } });
    await product.startAgain('temporal');
    await eventually(() => applicant.dossier(dossier), standsAt('posting'));
  });

  it('given PostgreSQL is dead, when the posting ends, then it is refused as passing, and the same act goes through later', async () => {
    product.command('demo-clock', '+5wd');
    const head = await Person.enter(product, 'truongap3.mytu');
    const task = taskOf(await head.dossier(dossier));
    const act = { task, outcome: 'no-objection', entry: entryOf('posting') };
    const key = newKey();
    await product.kill('postgres');

    const refused = await head.post<Problem>(`/api/dossiers/${dossier}/decision`, act, key);

    expect(refused).toMatchObject({ status: 503, body: { code: 'unavailable' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await product.startAgain('postgres');
    const again = () => head.post<Schema<'CommandAnswer'>>(`/api/dossiers/${dossier}/decision`, act, key);
    await eventually(again, ({ status }) => status === 200);
    await eventually(() => applicant.dossier(dossier), standsAt('survey'));
  });

  it('given everything is killed at once, when it is started again, then it goes on where it stood, and nothing was done twice', async () => {
    await decides('nhao.mytu', dossier, { outcome: 'propose', form: 'survey' });
    for (const part of ['worker', 'api', 'temporal', 'postgres'] as const) await product.kill(part);
    for (const part of ['postgres', 'temporal', 'worker', 'api'] as const) await product.startAgain(part);
    await eventually(() => applicant.dossier(dossier), standsAt('decide'));

    await decides('chutich.mytu', dossier, { outcome: 'approve', form: 'decision' });
    await eventually(() => applicant.dossier(dossier), standsAt('number-decision'));

    const { history } = await applicant.dossier(dossier);
    const decided = history.filter(({ type }) => type === 'decided').map(({ step }) => step?.vi);
    expect(decided).toHaveLength(4); // meeting, posting, survey, decision
    expect(new Set(decided).size).toBe(4);
    expect(history.filter(({ type }) => type === 'issued')).toHaveLength(1);
  });

  it('leaves nothing behind that the reconciler would have to mend', () => {
    const [found] = product.command('reconcile').trim().split('\n').slice(-1);

    expect(JSON.parse(found ?? '')).toMatchObject({ differences: [] });
  });
});
