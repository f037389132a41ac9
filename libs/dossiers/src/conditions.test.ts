import { instantOn } from '@trinhduyet/calendar';
import { conditionalForms, DECISION, MEETING, numbering, SURVEY, World } from './testing';

let world: World;
beforeAll(async () => {
  world = await World.create(conditionalForms());
});
beforeEach(() => world.clock('2026-03-16'));
afterAll(() => world.end());

const NOT_ALL = { ...MEETING, agreed: 25 };

/** A dossier on which the chair has decided, and whose decision is numbered. */
async function decidedOn(amount: number): Promise<string> {
  const dossier = await world.received();
  await world.decide('villageHead', dossier, 'propose', MEETING);
  await world.decide('specialist', dossier, 'propose', { ...SURVEY, proposedAmount: amount });
  await world.decide('chair', dossier, 'approve', { ...DECISION, approvedAmount: amount });
  await world.decide('archivist', dossier, 'issue', numbering(String(amount / 1_000_000)));
  return dossier;
}

describe('a chain with conditions, followed on the database', () => {
  it('skips a step whose condition is false by what was filled in before, and says so on record', async () => {
    const dossier = await world.received();
    await world.decide('villageHead', dossier, 'propose', MEETING);

    const { places, visits } = await world.open(dossier);
    expect(places.map(({ step }) => step)).toEqual(['survey']);
    expect(visits.at(-1)).toMatchObject({ step: 'posting', outcome: 'skipped' });
    expect(await world.count('task', dossier)).toBe(1);
  });

  it('enters it where the condition holds', async () => {
    const dossier = await world.received();
    await world.decide('villageHead', dossier, 'propose', NOT_ALL);

    expect((await world.open(dossier)).places.map(({ step }) => step)).toEqual(['posting']);
  });

  it('goes by the amount that was approved: to the province above thirty million, to the hand-over below', async () => {
    const [much, little] = [await decidedOn(40_000_000), await decidedOn(30_000_000)];

    expect((await world.open(much)).places.map(({ step }) => step)).toEqual(['allocation']);
    expect((await world.open(little)).places.map(({ step }) => step)).toEqual(['hand-over']);
  });

  it('gives a step the working days that its expression says for this form', async () => {
    const dossier = await world.received();
    await world.decide('villageHead', dossier, 'propose', MEETING);

    expect(await world.document(dossier)).toMatchObject({ landStatus: 'LURC' });
    expect((await world.open(dossier)).places[0]?.dueAt).toBe(instantOn('2026-03-17', '17:00'));
  });

  it('keeps nothing of what it read in the record', async () => {
    const dossier = await world.received();
    await world.decide('villageHead', dossier, 'propose', MEETING);
    const events = await world.database.query<{ data: object }>('SELECT data FROM event WHERE dossier_id = $1', [
      dossier,
    ]);

    const record = JSON.stringify([events, await world.state(dossier)]);
    expect(record).toContain('"skipped":true');
    expect(record).not.toContain('agreed');
    expect(record).not.toContain(MEETING.meetingPlace);
  });
});
