import {
  type Action,
  abilityFor,
  conditionOn,
  type DossierRow,
  type Principal,
  type PrincipalPost,
} from '@trinhduyet/access';
import { subject } from '@casl/ability';
import fc from 'fast-check';
import { aUuid, insertAccount, insertDossier, insertUnits, TestDatabase } from './testing';
import { wherePermitted } from './where-permitted';

const UNITS = ['a', 'b', 'c'];
const PEOPLE = [aUuid(1), aUuid(2)];

const rows: DossierRow[] = PEOPLE.flatMap((applicantId) =>
  UNITS.flatMap((communeId) =>
    [null, 'b', 'c'].map((districtId, index): DossierRow => ({
      applicantId,
      communeId,
      districtId,
      provinceId: UNITS[index] ?? 'a',
      receptionUnitId: UNITS[(index + 1) % 3] ?? 'a',
      villageId: index === 0 ? null : `village-${index}`,
    })),
  ),
);

const aPost: fc.Arbitrary<PrincipalPost> = fc.record({
  post: fc.constant('p'),
  office: fc.constant('o'),
  unit: fc.constantFrom(...UNITS),
  tier: fc.constantFrom('commune', 'district', 'province'),
  duty: fc.constantFrom('clerk', 'village-head', 'specialist', 'head', 'leader', 'archivist', 'administrator'),
  village: fc.constantFrom(undefined, 'village-1', 'village-2'),
});
const aPrincipal: fc.Arbitrary<Principal> = fc.record({
  account: fc.constantFrom(...PEOPLE, aUuid(9)),
  posts: fc.array(aPost, { maxLength: 3 }),
});

let database: TestDatabase;
beforeAll(async () => {
  database = await TestDatabase.create();
  await insertUnits(database, ...UNITS);
  for (const person of PEOPLE) await insertAccount(database, person);
  for (const [index, row] of rows.entries()) await insertDossier(database, aUuid(100 + index), row);
});
afterAll(() => database.drop());

it('finds in PostgreSQL exactly the dossiers that the ability permits', async () => {
  await fc.assert(
    fc.asyncProperty(aPrincipal, fc.constantFrom<Action>('read', 'decide', 'administer'), async (principal, action) => {
      const ability = abilityFor(principal);
      const parameters: unknown[] = [];
      const where = wherePermitted(conditionOn(ability, action), parameters);

      const found = await database.query<{ dossier_id: string }>(
        `SELECT dossier_id FROM dossier WHERE ${where}`,
        parameters,
      );

      const permitted = rows.flatMap((row, index) =>
        ability.can(action, subject('Dossier', { ...row })) ? [aUuid(100 + index)] : [],
      );
      expect(found.map(({ dossier_id }) => dossier_id).sort()).toEqual(permitted);
    }),
    { numRuns: 300 },
  );
});

it('keeps a NULL from matching under NOT', async () => {
  const parameters: unknown[] = [];
  const where = wherePermitted({ op: 'not', part: { op: 'eq', field: 'districtId', value: 'b' } }, parameters);

  const found = await database.query(`SELECT 1 FROM dossier WHERE ${where}`, parameters);

  expect(found).toHaveLength(rows.filter(({ districtId }) => districtId !== 'b').length);
});

it('refuses a field that is no column', () => {
  expect(() => wherePermitted({ op: 'eq', field: 'toString', value: 'x' }, [])).toThrow('No column');
});
