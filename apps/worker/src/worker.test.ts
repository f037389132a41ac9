import { Client, Connection } from '@temporalio/client';
import { wakeEverything } from '@trinhduyet/dossiers';
import {
  APPRAISAL,
  DECISION,
  MEETING,
  NEXT_DOOR,
  numbering,
  PEOPLE,
  SURVEY,
  type Who,
  World,
} from '@trinhduyet/dossiers/testing';
import { type Data, withValueAt } from '@trinhduyet/form';
import { RECORDED_SIGNAL } from '@trinhduyet/workflows/contract';
import { keepHistory } from './testing/histories';
import { quietTemporal } from './temporal-worker';
import { Carrier, eventually } from './testing/carrier';

let world: World;
let carrier: Carrier;
let client: Client;
beforeAll(async () => {
  quietTemporal();
  world = await World.create();
  carrier = await Carrier.create(world);
  await carrier.start();
  const connection = await Connection.connect({ address: process.env['TEST_TEMPORAL_ADDRESS'] });
  client = new Client({ connection, namespace: carrier.namespace });
}, 120_000);
beforeEach(() => world.clock('2026-03-16'));
afterAll(async () => {
  await carrier.stop();
  await client.connection.close();
  await world.end();
});

/** The open task at a step, as soon as the workflow has brought the dossier there. */
const taskAt = (dossier: string, step: string) =>
  eventually(
    async () =>
      (
        await world.database.query<{ task_key: string; step: string }>(
          'SELECT task_key, step FROM task WHERE dossier_id = $1',
          [dossier],
        )
      ).find((task) => task.step === step),
    (task) => task !== undefined,
  ).then((task) => task?.task_key ?? '');

async function decide(
  who: Who,
  dossier: string,
  step: string,
  outcome: string,
  entry?: Data,
  more: object = {},
): Promise<void> {
  await world.give(who, dossier, { type: 'decide', task: await taskAt(dossier, step), outcome, entry, ...more });
}

async function submitted(ladder: 'two-tier' | 'three-tier' = 'two-tier'): Promise<string> {
  const dossier = await world.draft(ladder);
  await world.submit(dossier);
  return dossier;
}
async function received(ladder: 'two-tier' | 'three-tier' = 'two-tier'): Promise<string> {
  const dossier = await submitted(ladder);
  await world.give('clerk', dossier, { type: 'receive', task: await taskAt(dossier, 'reception') });
  return dossier;
}
const ended = (dossier: string) =>
  eventually(
    () => world.state(dossier),
    ({ status }) => status === 'ended',
  );
const closed = (dossier: string) =>
  eventually(
    () => client.workflow.getHandle(dossier).describe(),
    ({ status }) => status.name === 'COMPLETED',
  );

const postOf = async (who: Who) => {
  const held = 'SELECT post_id FROM holding WHERE account_id = $1 ORDER BY post_id LIMIT 1';
  const [found] = await world.database.query<{ post_id: string }>(held, [PEOPLE[who]]);
  return found?.post_id ?? '';
};

/** The steps that a workflow stood at, read from its recorded history alone. */
async function routeOf(dossier: string): Promise<string[]> {
  const { events } = await client.workflow.getHandle(dossier).fetchHistory();
  const looks = (events ?? []).flatMap(({ markerRecordedEventAttributes: marker }) => {
    const data = marker?.details?.['result']?.payloads?.[0]?.data;
    return data ? [JSON.parse(Buffer.from(data).toString()) as { places: { step: string }[] }] : [];
  });
  const steps = looks.flatMap(({ places }) => places.map(({ step }) => step));
  return steps.filter((step, index) => step !== steps[index - 1]);
}

/** How often a workflow was told that something has happened. */
async function signalsOf(dossier: string): Promise<number> {
  const { events } = await client.workflow.getHandle(dossier).fetchHistory();
  return (events ?? []).filter(({ workflowExecutionSignaledEventAttributes: signal }) => signal).length;
}

/** A history as text, with every payload decoded. */
function readable(history: object): string {
  return JSON.stringify(history, (key, value: unknown) =>
    key === 'data' && typeof value === 'string' ? Buffer.from(value, 'base64').toString() : value,
  );
}

describe('the workflow carries a dossier', () => {
  it('from the commune over the district to the province, as its history tells', async () => {
    const dossier = await received('three-tier');
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await world.clock('2026-03-23');
    await decide('villageHead', dossier, 'posting', 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    await decide('specialist', dossier, 'survey', 'propose', SURVEY);
    await decide('chair', dossier, 'commune-forward', 'forward');
    await decide('districtSpecialist', dossier, 'district-appraisal', 'propose', APPRAISAL);
    await decide('districtLeader', dossier, 'district-forward', 'forward');
    await decide('provinceSpecialist', dossier, 'province-appraisal', 'propose', APPRAISAL);
    await decide('provinceLeader', dossier, 'decide', 'approve', DECISION);
    await decide('provinceArchivist', dossier, 'number-decision', 'issue', numbering('31'));
    await decide('clerk', dossier, 'hand-over', 'handed-over');

    expect(await ended(dossier)).toMatchObject({ ending: 'approved' });
    await closed(dossier);
    await keepHistory(client, dossier, 'three-tier-approved');
    expect(await routeOf(dossier)).toEqual([
      'reception',
      'intake-check',
      'meeting',
      'posting',
      'survey',
      'commune-forward',
      'district-appraisal',
      'district-forward',
      'province-appraisal',
      'decide',
      'draw-up-decision',
      'number-decision',
      'hand-over',
    ]);
  });

  it('from the commune to the province', async () => {
    const dossier = await received();
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await world.clock('2026-03-23');
    await decide('villageHead', dossier, 'posting', 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    await decide('specialist', dossier, 'survey', 'propose', SURVEY);
    await decide('chair', dossier, 'decide', 'approve', DECISION);
    await decide('archivist', dossier, 'number-decision', 'issue', numbering('32'));
    await decide('provinceSpecialist', dossier, 'allocation', 'propose', APPRAISAL);
    await decide('provinceLeader', dossier, 'allot', 'approve', DECISION);
    await decide('clerk', dossier, 'hand-over', 'handed-over');

    expect(await ended(dossier)).toMatchObject({ ending: 'approved' });
    await closed(dossier);
    await keepHistory(client, dossier, 'two-tier-approved');
    expect(await routeOf(dossier)).toEqual([
      'reception',
      'intake-check',
      'meeting',
      'posting',
      'survey',
      'decide',
      'draw-up-decision',
      'number-decision',
      'allocation',
      'allot',
      'hand-over',
    ]);
  });

  it('and nothing personal into Temporal’s history', async () => {
    const dossier = await submitted();
    await world.give('clerk', dossier, {
      type: 'refuseReception',
      task: await taskAt(dossier, 'reception'),
      reason: 'NOT_IN_SCOPE',
      note: 'CANARY',
    });
    await closed(dossier);

    await keepHistory(client, dossier, 'refused-to-receive');
    const history = readable(await client.workflow.getHandle(dossier).fetchHistory());

    expect(history).toContain('reception');
    for (const personal of ['Bích', '094165000888', '0912345678', 'CANARY', 'H92.'])
      expect(history).not.toContain(personal);
  });
});

describe('a wake is a level, not an edge', () => {
  const signal = (dossier: string, sequence: number) =>
    client.workflow.getHandle(dossier).signal(RECORDED_SIGNAL, sequence);

  it('doubled, out of order and late it changes nothing', async () => {
    const dossier = await received();
    await taskAt(dossier, 'meeting');
    const { sequence } = await world.state(dossier);

    for (const wake of [sequence, 2, sequence, 1, sequence - 1, sequence]) await signal(dossier, wake);
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await signal(dossier, 3);

    expect(await world.steps(dossier)).toEqual(['reception', 'intake-check', 'meeting', 'posting']);
  });

  it('coalesced: several commands while nobody tells make one look', async () => {
    const dossier = await received();
    await taskAt(dossier, 'meeting');
    await carrier.stopRelay();

    const before = await signalsOf(dossier);
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await world.give('applicant', dossier, { type: 'withdraw' });
    await carrier.startRelay();

    expect(await ended(dossier)).toMatchObject({ ending: 'withdrawn' });
    await closed(dossier);
    await keepHistory(client, dossier, 'withdrawn');
    expect(await signalsOf(dossier)).toBe(before + 1);
  });

  it('sent to a workflow that has just ended, it starts one that sees that nothing is left to do', async () => {
    const dossier = await submitted();
    await taskAt(dossier, 'reception');
    await world.give('applicant', dossier, { type: 'withdraw' });
    await ended(dossier);
    await closed(dossier);

    await carrier.temporal.wake({ dossierId: dossier, sequence: 99, renewal: 0, renewed: 0 });

    await closed(dossier);
    expect(await world.state(dossier)).toMatchObject({ ending: 'withdrawn' });
  });

  it('raised in the very moment in which the workflow closes, it is not lost', async () => {
    const dossiers = await Promise.all(Array.from({ length: 10 }, () => submitted()));
    await Promise.all(dossiers.map((dossier) => taskAt(dossier, 'reception')));

    await Promise.all(dossiers.map((dossier) => world.give('applicant', dossier, { type: 'withdraw' })));
    await Promise.all(
      dossiers.map((dossier, index) =>
        new Promise((resolve) => setTimeout(resolve, index * 7)).then(() =>
          carrier.temporal.wake({ dossierId: dossier, sequence: 50, renewal: 0, renewed: 0 }),
        ),
      ),
    );

    for (const dossier of dossiers) {
      expect(await ended(dossier)).toMatchObject({ ending: 'withdrawn' });
      await closed(dossier);
    }
  });
});

describe('with the worker stopped', () => {
  it('people submit and decide, and no dossier moves; it moves on by itself when the worker is back', async () => {
    const received1 = await received();
    await taskAt(received1, 'meeting');
    await carrier.stopWorker();

    const waiting = await submitted();
    await decide('villageHead', received1, 'meeting', 'propose', MEETING);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(await world.steps(waiting)).toEqual([]);
    expect(await world.steps(received1)).toEqual(['reception', 'intake-check', 'meeting']);
    expect(await world.count('task', received1)).toBe(0);

    await carrier.startWorker();
    await taskAt(waiting, 'reception');
    await taskAt(received1, 'posting');
    const due = (await world.open(received1)).places[0]?.enteredAt;
    const [decided] = await world.database.query<{ at: string }>(
      `SELECT at FROM event WHERE dossier_id = $1 AND type = 'decided'`,
      [received1],
    );
    expect(due).toBe(decided?.at);
  });
});

describe('renewal', () => {
  it('starts every open dossier’s workflow afresh, and they go on where they stood', async () => {
    const dossier = await received();
    await taskAt(dossier, 'meeting');
    const before = (await client.workflow.getHandle(dossier).describe()).runId;

    await wakeEverything(world.worker);

    await eventually(
      () => client.workflow.getHandle(dossier).describe(),
      ({ runId }) => runId !== before,
    );
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await world.give('applicant', dossier, { type: 'withdraw' });
    await closed(dossier);
    await keepHistory(client, dossier, 'renewed-and-withdrawn');
  });

  it('heals after Temporal has forgotten everything', async () => {
    const dossier = await received();
    await taskAt(dossier, 'meeting');
    await client.workflow.getHandle(dossier).terminate('as if the database were lost');

    await wakeEverything(world.worker);
    await eventually(
      () => client.workflow.getHandle(dossier).describe(),
      ({ status }) => status.name === 'RUNNING',
    );
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);

    await taskAt(dossier, 'posting');
  });
});

describe('a way that is not straight', () => {
  it('back to an earlier step, and on from there', async () => {
    const dossier = await received();
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await world.clock('2026-03-23');
    await decide('villageHead', dossier, 'posting', 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    await decide('specialist', dossier, 'survey', 'propose', SURVEY);

    await decide('chair', dossier, 'decide', 'return', undefined, { note: 'Đo lại.', returnTo: 'survey' });

    await decide('specialist', dossier, 'survey', 'propose-not', undefined, { note: 'Nhà còn bền chắc.' });
    await decide('chair', dossier, 'decide', 'reject', undefined, { note: 'Không đủ điều kiện.' });
    await decide('archivist', dossier, 'number-refusal', 'issue', { number: '34/TB-UBND', issuedOn: '2026-03-25' });
    expect(await ended(dossier)).toMatchObject({ ending: 'rejected' });
    await closed(dossier);
    await keepHistory(client, dossier, 'returned-and-rejected');
  });

  it('to who asked, when another office has given its opinion; and to who decided, when that is taken back', async () => {
    const dossier = await received();
    await decide('villageHead', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');
    await world.clock('2026-03-23');
    await decide('villageHead', dossier, 'posting', 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
    const survey = await taskAt(dossier, 'survey');
    const post = await postOf('provinceSpecialist');
    const question = { blocking: true, workingDays: 2, note: 'Nguồn vốn tỉnh còn không?' };
    await world.give('specialist', dossier, { type: 'consult', task: survey, post, ...question });
    const opinion = await taskAt(dossier, 'consultation');
    await eventually(
      () => routeOf(dossier),
      (route) => route.includes('consultation'),
    );
    await world.give('provinceSpecialist', dossier, { type: 'opine', task: opinion, opinion: 'agree', note: 'Còn.' });
    await eventually(
      () => routeOf(dossier),
      (route) => route.at(-1) === 'survey',
    );
    await decide('specialist', dossier, 'survey', 'propose', SURVEY);
    await taskAt(dossier, 'decide');

    await world.give('specialist', dossier, { type: 'recall', task: survey });
    await taskAt(dossier, 'survey');
    await world.give('applicant', dossier, { type: 'withdraw' });

    expect(await ended(dossier)).toMatchObject({ ending: 'withdrawn' });
    await closed(dossier);
    await keepHistory(client, dossier, 'opinion-given-and-decision-taken-back');
    const route = await routeOf(dossier);
    expect(route.slice(route.indexOf('posting'))).toEqual([
      'posting',
      'survey',
      'consultation',
      'survey',
      'decide',
      'survey',
    ]);
  });

  it('to another counter, which asks for the right place, and where nobody holds the post until somebody does', async () => {
    const headNextDoor = (until: string | null) =>
      world.database.query('UPDATE holding SET valid_to = $2 WHERE account_id = $1', [
        PEOPLE.villageHeadNextDoor,
        until,
      ]);
    await headNextDoor('2026-03-01');
    const dossier = await submitted();
    const task = await taskAt(dossier, 'reception');
    await world.give('clerk', dossier, { type: 'forwardReception', task, to: NEXT_DOOR });
    const second = (round: number) =>
      eventually(
        () => world.open(dossier),
        ({ places: [place] }) => place?.step === 'reception' && place.round === round && place.asked.length > 0,
      ).then(({ places }) => places[0]?.asked[0]?.key ?? '');
    const items = [{ reason: 'Chọn lại xã và ấp nơi ở.' }];
    await world.give('clerkNextDoor', dossier, { type: 'askSupplement', task: await second(2), items });
    await eventually(
      () => world.open(dossier),
      ({ places }) => places[0]?.kind === 'supplement',
    );
    const place = { commune: NEXT_DOOR, village: `${NEXT_DOOR}/dau-giong` };
    const document = withValueAt(await world.document(dossier), '/home/place', place);
    await world.give('applicant', dossier, { type: 'supplement', document });
    await world.give('clerkNextDoor', dossier, { type: 'receive', task: await second(3) });

    const { places } = await eventually(
      () => world.open(dossier),
      ({ places: [at] }) => at?.step === 'meeting',
    );
    expect(places).toMatchObject([{ asked: [], stuck: 'vacant-post' }]);
    await headNextDoor(null);
    await world.give('administrator', dossier, { type: 'lookAgain' });
    await decide('villageHeadNextDoor', dossier, 'meeting', 'propose', MEETING);
    await taskAt(dossier, 'posting');

    await world.give('applicant', dossier, { type: 'withdraw' });
    expect(await ended(dossier)).toMatchObject({ ending: 'withdrawn' });
    await closed(dossier);
    await keepHistory(client, dossier, 'forwarded-stuck-and-withdrawn');
  });
});

describe('a request for supplement', () => {
  it('waits for the applicant, and goes on with the answer', async () => {
    const dossier = await submitted();
    const items = [{ reason: 'Ảnh bị mờ.' }];
    await world.give('clerk', dossier, { type: 'askSupplement', task: await taskAt(dossier, 'reception'), items });
    await eventually(
      () => world.open(dossier),
      ({ places }) => places[0]?.kind === 'supplement',
    );
    const [revision] = await world.database.query<{ document: Data }>(
      'SELECT document FROM revision WHERE dossier_id = $1',
      [dossier],
    );

    await world.give('applicant', dossier, { type: 'supplement', document: revision?.document ?? {} });

    await world.give('clerk', dossier, { type: 'receive', task: await taskAt(dossier, 'reception') });
    await decide('villageHead', dossier, 'meeting', 'propose-not', MEETING, { note: 'x' });
    await decide('chair', dossier, 'decide-not', 'reject', undefined, { note: 'x' });
    await decide('archivist', dossier, 'number-refusal', 'issue', { number: '33/TB-UBND', issuedOn: '2026-03-25' });
    expect(await ended(dossier)).toMatchObject({ ending: 'rejected' });
    await closed(dossier);
    await keepHistory(client, dossier, 'supplemented-and-rejected');
  });
});

describe('bells', () => {
  it('ring without anybody doing anything', async () => {
    const dossier = await received();
    await taskAt(dossier, 'meeting');
    const reminded = async () => (await world.open(dossier)).places[0]?.reminded;

    await world.clock('2026-03-18', '23:59');
    await wakeEverything(world.worker);

    await eventually(reminded, (seen) => seen === true);
    await world.give('applicant', dossier, { type: 'withdraw' });
    await closed(dossier);
    await keepHistory(client, dossier, 'reminded-and-withdrawn');
  });
});
