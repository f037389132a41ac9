import { PEOPLE, type Who, World } from '@trinhduyet/dossiers/testing';
import { Notices, noticesOf } from './notices';

let world: World;
let notices: Notices;
beforeAll(async () => {
  world = await World.create();
  notices = new Notices(world.worker, (error) => {
    throw error;
  });
}, 60_000);
afterAll(() => world.end());

const told = async (who: Who) => {
  while ((await notices.deliver()) > 0);
  const lines = await world.app.asActor({ kind: 'account', account: PEOPLE[who] }, (transaction) =>
    noticesOf(transaction, PEOPLE[who]),
  );
  return lines.map(({ kind }) => kind).filter((kind) => ['reminded', 'escalated', 'raised'].includes(kind));
};

it('whoever has a step and the head of the office are told on the day, and the leader two working days later, once', async () => {
  const dossier = await world.atSurvey(); // due on Friday 27/03/2026

  await world.clock('2026-03-27', '17:30');
  await world.carry(dossier);
  expect(await told('specialist')).toEqual(['escalated']);
  expect(await told('head')).toEqual(['escalated']);
  expect(await told('chair')).toEqual([]);

  for (const day of ['2026-04-01', '2026-04-03', '2026-04-20']) {
    await world.clock(day);
    await world.carry(dossier);
  }
  expect(await told('chair')).toEqual(['raised']);
  expect(await told('head')).toEqual(['escalated']);
  expect(await told('specialist')).toEqual(['escalated']);
});
