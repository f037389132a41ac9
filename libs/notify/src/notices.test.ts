import { PEOPLE, type Who, World } from '@trinhduyet/dossiers/testing';
import { markNoticesRead, Notices, noticesOf } from './notices';

let world: World;
let notices: Notices;
beforeAll(async () => {
  world = await World.create();
  notices = new Notices(world.worker, (error) => {
    throw error;
  });
}, 60_000);
beforeEach(async () => {
  await world.database.query('DELETE FROM notice');
  await world.database.query('DELETE FROM outbox');
});
afterAll(() => world.end());

const told = (who: Who) =>
  world.app.asActor({ kind: 'account', account: PEOPLE[who] }, (transaction) => noticesOf(transaction, PEOPLE[who]));

it('tell the applicant that a dossier was received, and nobody else', async () => {
  const dossier = await world.received();
  await notices.deliver();

  expect(await told('applicant')).toMatchObject([{ dossier, kind: 'received', read: false }]);
  expect(await told('clerk')).toEqual([]);
});

it('are delivered once, however often delivery is tried', async () => {
  await world.received();
  await notices.deliver();
  await world.database.query('UPDATE outbox SET done_at = NULL, not_before = clock_timestamp()');

  await notices.deliver();

  expect(await told('applicant')).toHaveLength(1);
});

it('tell everybody who holds the post when something waits that was answered', async () => {
  const dossier = await world.atSurvey();
  const task = await world.task(dossier);
  await world.give('specialist', dossier, {
    type: 'askSupplement',
    task,
    items: [{ field: '/photos', reason: 'Mờ.' }],
  });
  await world.carry(dossier);
  const { document } = await documentOf(dossier);
  await world.give('applicant', dossier, { type: 'supplement', document });
  await deliverAll(); // sooner than it is carried back to a desk
  await world.carry(dossier);

  await deliverAll();

  for (const who of ['specialist', 'colleague'] as const) {
    expect(await told(who)).toMatchObject([{ dossier, kind: 'supplemented' }]);
  }
  expect(await told('chair')).toEqual([]);
});

it('are read when their reader says so, and only his', async () => {
  await world.received();
  await notices.deliver();

  await world.app.asActor({ kind: 'account', account: PEOPLE.stranger }, (transaction) =>
    markNoticesRead(transaction, PEOPLE.stranger),
  );
  expect(await told('applicant')).toMatchObject([{ read: false }]);
  await world.app.asActor({ kind: 'account', account: PEOPLE.applicant }, (transaction) =>
    markNoticesRead(transaction, PEOPLE.applicant),
  );
  expect(await told('applicant')).toMatchObject([{ read: true }]);
});

/** One turn delivers of each dossier only the earliest. */
async function deliverAll(): Promise<void> {
  while ((await notices.deliver()) > 0);
}

async function documentOf(dossier: string): Promise<{ document: Record<string, unknown> }> {
  const [row] = await world.database.query<{ document: Record<string, unknown> }>(
    'SELECT document FROM revision WHERE dossier_id = $1 ORDER BY number DESC LIMIT 1',
    [dossier],
  );
  return row ?? { document: {} };
}
