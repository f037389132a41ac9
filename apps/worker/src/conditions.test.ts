import { conditionalForms, DECISION, MEETING, numbering, SURVEY, type Who, World } from '@trinhduyet/dossiers/testing';
import type { Data } from '@trinhduyet/form';
import { quietTemporal } from './temporal-worker';
import { Carrier, eventually } from './testing/carrier';

let world: World;
let carrier: Carrier;
beforeAll(async () => {
  quietTemporal();
  world = await World.create(conditionalForms());
  carrier = await Carrier.create(world);
  await carrier.start();
}, 120_000);
beforeEach(() => world.clock('2026-03-16'));
afterAll(async () => {
  await carrier.stop();
  await world.end();
});

const taskAt = (dossier: string, step: string) =>
  eventually(
    async () =>
      (
        await world.database.query<{ task_key: string; step: string }>(
          'SELECT task_key, step FROM task WHERE dossier_id = $1',
          [dossier],
        )
      )[0],
    (task) => task?.step === step,
  ).then((task) => task?.task_key ?? '');

async function decide(who: Who, dossier: string, step: string, outcome: string, entry?: Data): Promise<void> {
  await world.give(who, dossier, { type: 'decide', task: await taskAt(dossier, step), outcome, entry });
}

/** Carried by its workflow alone, from submission to where the archivist's numbering leads. */
async function numbered(amount: number, agreed: number): Promise<string> {
  const dossier = await world.draft();
  await world.submit(dossier);
  await world.give('clerk', dossier, { type: 'receive', task: await taskAt(dossier, 'reception') });
  await decide('villageHead', dossier, 'meeting', 'propose', { ...MEETING, agreed });
  if (agreed < MEETING.attended) {
    await taskAt(dossier, 'posting');
    await world.clock('2026-03-23');
    await decide('villageHead', dossier, 'posting', 'no-objection', { places: ['VILLAGE_HOUSE'], objections: 0 });
  }
  await decide('specialist', dossier, 'survey', 'propose', { ...SURVEY, proposedAmount: amount });
  await decide('chair', dossier, 'decide', 'approve', { ...DECISION, approvedAmount: amount });
  await decide('archivist', dossier, 'number-decision', 'issue', numbering(String(agreed)));
  return dossier;
}

describe('the workflow carries a dossier whose chain has conditions', () => {
  it('to the province where the amount asks for it, past the posting where everybody agreed', async () => {
    const dossier = await numbered(40_000_000, MEETING.attended);

    await taskAt(dossier, 'allocation');
    expect(await world.steps(dossier)).toContain('posting');
    expect((await world.open(dossier)).visits).toContainEqual(
      expect.objectContaining({ step: 'posting', outcome: 'skipped' }),
    );
  });

  it('straight to the hand-over and its end where it does not, through the posting where somebody did not agree', async () => {
    const dossier = await numbered(25_000_000, 20);
    await decide('clerk', dossier, 'hand-over', 'handed-over');

    const state = await eventually(
      () => world.state(dossier),
      ({ status }) => status === 'ended',
    );
    expect(state).toMatchObject({ ending: 'approved', decidedAmount: 25_000_000 });
    expect(await world.steps(dossier)).not.toContain('allocation');
  });
});
