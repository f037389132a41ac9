import {
  abilityFor,
  type CalendarScope,
  classesSeen,
  conditionOn,
  type DossierRow,
  mayDecideDays,
  mayRead,
  type Principal,
  type PrincipalPost,
  unitsOf,
} from './index';

const dossier: DossierRow = {
  applicantId: 'bich',
  communeId: 'dai-ngai',
  districtId: null,
  provinceId: 'can-tho',
  receptionUnitId: 'dai-ngai',
  villageId: 'village-3',
};
const post = (change: Partial<PrincipalPost>): PrincipalPost => ({
  post: 'p',
  office: 'o',
  unit: 'dai-ngai',
  tier: 'commune',
  duty: 'specialist',
  ...change,
});
const somebody = (...posts: PrincipalPost[]): Principal => ({
  account: 'an',
  posts,
});
const reads = (principal: Principal, change: Partial<DossierRow> = {}) =>
  mayRead(abilityFor(principal), { ...dossier, ...change });

describe('who may read a dossier', () => {
  it.each<[string, Principal, Partial<DossierRow>, boolean]>([
    ['the applicant', { account: 'bich', posts: [] }, {}, true],
    ['another applicant', somebody(), {}, false],
    ['an official of its commune', somebody(post({})), {}, true],
    ['an official of another commune', somebody(post({ unit: 'elsewhere' })), {}, false],
    ['an official of its province', somebody(post({ unit: 'can-tho', tier: 'province' })), {}, true],
    [
      'an official of its district',
      somebody(post({ unit: 'ke-sach', tier: 'district' })),
      { districtId: 'ke-sach' },
      true,
    ],
    [
      'an official of a district that it never climbed',
      somebody(post({ unit: 'ke-sach', tier: 'district' })),
      {},
      false,
    ],
    ['the head of its village', somebody(post({ duty: 'village-head', village: 'village-3' })), {}, true],
    ['the head of another village', somebody(post({ duty: 'village-head', village: 'village-4' })), {}, false],
    [
      'the clerk who took it in for another commune',
      somebody(post({ duty: 'clerk', unit: 'next-door' })),
      { receptionUnitId: 'next-door' },
      true,
    ],
    ['an administrator without another post', somebody(post({ duty: 'administrator' })), {}, false],
  ])('%s: %4$s', (_who, principal, change, expected) => {
    expect(reads(principal, change)).toBe(expected);
  });
});

describe('what they see of it', () => {
  const seen = (principal: Principal) => classesSeen(abilityFor(principal), dossier);

  it('is everything for the applicant and the reception, and nothing sensitive for the others', () => {
    expect(seen({ account: 'bich', posts: [] })).toEqual(['public', 'personal', 'sensitive']);
    expect(seen(somebody(post({ duty: 'clerk' })))).toEqual(['public', 'personal', 'sensitive']);
    expect(seen(somebody(post({})))).toEqual(['public', 'personal']);
    expect(seen(somebody(post({ unit: 'elsewhere' })))).toEqual([]);
  });
});

describe('a permission as a condition', () => {
  it('names columns and values', () => {
    expect(conditionOn(abilityFor(somebody(post({}))), 'decide')).toEqual({
      op: 'eq',
      field: 'communeId',
      value: 'dai-ngai',
    });
  });

  it('is never where nothing is permitted', () => {
    expect(conditionOn(abilityFor(somebody()), 'administer')).toEqual({ op: 'never' });
  });
});

it('the units of some duties are named once each, and those of other duties not at all', () => {
  const posts = [post({ duty: 'clerk' }), post({}), post({ duty: 'clerk', unit: 'next-door' }), post({ duty: 'head' })];

  expect(unitsOf(posts, 'clerk', 'specialist')).toEqual(['dai-ngai', 'next-door']);
  expect(unitsOf(posts, 'leader')).toEqual([]);
});
describe('who may decide about days off', () => {
  const everybody = { unitId: null, provinceId: null };
  const commune = { unitId: 'dai-ngai', provinceId: 'can-tho' };
  const province = { unitId: 'can-tho', provinceId: 'can-tho' };
  const atProvince = { unit: 'can-tho', tier: 'province' } as const;

  it.each<[string, Principal, CalendarScope, boolean]>([
    [
      'the administrator of a province, for everybody',
      somebody(post({ duty: 'administrator', ...atProvince })),
      everybody,
      true,
    ],
    ['the same, for a commune of theirs', somebody(post({ duty: 'administrator', ...atProvince })), commune, true],
    [
      'of another province',
      somebody(post({ duty: 'administrator', ...atProvince, unit: 'elsewhere' })),
      commune,
      false,
    ],
    ['the leader of the commune, for it', somebody(post({ duty: 'leader' })), commune, true],
    ['the same, for the province', somebody(post({ duty: 'leader' })), province, false],
    ['the same, for everybody', somebody(post({ duty: 'leader' })), everybody, false],
    ['the leader of the province, for a commune', somebody(post({ duty: 'leader', ...atProvince })), commune, false],
    ['a specialist', somebody(post({})), commune, false],
    ['an applicant', somebody(), commune, false],
  ])('%s: %4$s', (_who, principal, scope, expected) => {
    expect(mayDecideDays(abilityFor(principal), scope)).toBe(expected);
  });
});
