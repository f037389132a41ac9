import { importUnits, newUnit, oldUnit, readUnitData, staff, TWO_TIERS_FROM } from '@trinhduyet/directory';
import { withValueAt } from '@trinhduyet/form';
import { type Problem } from '@trinhduyet/problems';
import { PEOPLE, World } from './testing';

// One code, two places: the town Huỳnh Hữu Nghĩa under its district in Sóc Trăng, and since then Xã Mỹ Tú under Cần Thơ
// (NQ 202/2025/QH15).
const BEFORE = { commune: oldUnit('31567'), district: oldUnit('944'), province: oldUnit('94') };
const AFTER = newUnit('31567');

let world: World;
beforeAll(async () => {
  world = await World.create();
  const { units } = readUnitData();
  const wanted = new Set<string>([...Object.values(BEFORE), AFTER]);
  await importUnits(world.database.owner, { units: units.filter(({ unitId }) => wanted.has(unitId)), successions: [] });
  const villages = [{ key: 'ap-3', name: 'Ấp 3' }];
  await staff(world.database.owner, {
    unit: BEFORE.commune,
    tier: 'commune',
    ladder: 'three-tier',
    validFrom: '2021-01-01',
    villages,
    people: { 'one-stop/clerk': [PEOPLE.clerk], 'villages/village-head/ap-3': [PEOPLE.villageHead] },
  });
}, 60_000);
afterAll(() => world.end());

/** A request of a household in this commune, submitted and received on a day. */
async function received(commune: string, day: string): Promise<string> {
  await world.clock(day);
  const place = { commune, village: `${commune}/ap-3` };
  const dossier = await world.draft('two-tier', (document) => withValueAt(document, '/home/place', place));
  await world.submit(dossier);
  await world.carry(dossier);
  await world.give('clerk', dossier, { type: 'receive', task: await world.task(dossier) });
  return dossier;
}

const chainOf = async (dossier: string) => {
  const { reception } = await world.open(dossier);
  return reception?.pins.chain.id;
};

const unitsAbove = async (dossier: string) => {
  const [row] = await world.database.query(
    'SELECT commune_id, district_id, province_id FROM dossier WHERE dossier_id = $1',
    [dossier],
  );
  return Object.values(row ?? {});
};

it('on 30/06/2025 a dossier of Huỳnh Hữu Nghĩa climbs commune, district and province', async () => {
  const dossier = await received(BEFORE.commune, '2025-06-30');

  expect(await chainOf(dossier)).toMatch(/three-tier/);
  expect(await unitsAbove(dossier)).toEqual([BEFORE.commune, BEFORE.district, BEFORE.province]);
});

it('on 01/07/2025 a dossier of Mỹ Tú climbs commune and province', async () => {
  const dossier = await received(AFTER, TWO_TIERS_FROM);

  expect(await chainOf(dossier)).toMatch(/two-tier/);
  expect(await unitsAbove(dossier)).toEqual([AFTER, null, newUnit('92')]);
});

it.each([
  ['Huỳnh Hữu Nghĩa on 01/07/2025', BEFORE.commune, TWO_TIERS_FROM],
  ['Mỹ Tú on 30/06/2025', AFTER, '2025-06-30'],
])('%s is no place to hand anything in', async (_what, commune, day) => {
  const refused = await received(commune, day).catch((error: unknown) => error);

  expect(refused).toMatchObject({ code: 'unknown-place' } satisfies Partial<Problem>);
});
