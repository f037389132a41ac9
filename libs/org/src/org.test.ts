import { type Directory, inForce, isLadderOf, ladderOf, resolve, type Unit } from './index';

const unit = (change: Partial<Unit> & Pick<Unit, 'id' | 'tier'>): Unit => ({
  code: change.id,
  name: change.id,
  validFrom: '2020-01-01',
  training: false,
  ...change,
});

describe('a validity', () => {
  it('starts on its first day and has ended on the day that it names', () => {
    const oldProvince = { validFrom: '2004-01-01', validTo: '2025-07-01' };

    expect(inForce(oldProvince, '2025-06-30')).toBe(true);
    expect(inForce(oldProvince, '2025-07-01')).toBe(false);
    expect(inForce(oldProvince, '2003-12-31')).toBe(false);
  });
});

describe('the ladder above a commune', () => {
  const until = { validTo: '2025-07-01' };
  const before = [
    unit({ id: 'old-commune', tier: 'commune', parentId: 'old-district', ...until }),
    unit({ id: 'old-district', tier: 'district', parentId: 'old-province', ...until }),
    unit({ id: 'old-province', tier: 'province', ...until }),
  ];
  const since = [
    unit({ id: 'commune', tier: 'commune', parentId: 'province', validFrom: '2025-07-01' }),
    unit({ id: 'province', tier: 'province', validFrom: '2025-07-01' }),
  ];

  it('has three tiers up to 30/06/2025 and two from the day after', () => {
    const old = ladderOf(before, '2025-06-30') ?? [];
    const today = ladderOf(since, '2025-07-01') ?? [];

    expect(isLadderOf(['commune', 'district', 'province'], old)).toBe(true);
    expect(isLadderOf(['commune', 'province'], today)).toBe(true);
    expect(isLadderOf(['commune', 'province'], old)).toBe(false);
    expect(isLadderOf(['commune'], today)).toBe(false);
  });

  it('does not exist where one of its units is not in force, or where it begins above a commune', () => {
    expect(ladderOf(before, '2025-07-01')).toBeUndefined();
    expect(ladderOf(since, '2025-06-30')).toBeUndefined();
    expect(ladderOf([...before.slice(0, 2), ...since.slice(1)], '2025-07-01')).toBeUndefined();
    expect(ladderOf(since.slice(1), '2026-01-01')).toBeUndefined();
    expect(ladderOf([], '2026-01-01')).toBeUndefined();
  });
});

describe('whom a step asks', () => {
  const from = { validFrom: '2025-07-01' };
  const directory: Directory = {
    functions: [
      { unit: 'commune', function: 'housing', office: 'economy', ...from },
      { unit: 'commune', function: 'village', office: 'villages', ...from },
    ],
    posts: [
      { id: 'specialist', unit: 'commune', office: 'economy', duty: 'specialist', ...from },
      { id: 'head-1', unit: 'commune', office: 'villages', duty: 'village-head', village: 'village-1', ...from },
      { id: 'head-2', unit: 'commune', office: 'villages', duty: 'village-head', village: 'village-2', ...from },
    ],
    holdings: [
      { post: 'specialist', account: 'an', ...from, validTo: '2026-05-01' },
      { post: 'head-2', account: 'binh', ...from },
    ],
  };
  const at = { ladder: [{ tier: 'commune', unit: 'commune' } as const], day: '2026-03-16' };
  const housing = { tier: 'commune', function: 'housing', duty: 'specialist' } as const;
  const villageHead = { tier: 'commune', function: 'village', duty: 'village-head' } as const;

  it('is the post of the office that the unit gave the function to', () => {
    expect(resolve(directory, housing, at)).toMatchObject({ ok: true, post: { id: 'specialist' } });
  });

  it('is the head of the household’s own village', () => {
    const asked = resolve(directory, villageHead, { ...at, village: 'village-2' });

    expect(asked).toMatchObject({ ok: true, post: { id: 'head-2' } });
  });

  it.each([
    ['no-unit', { ...housing, tier: 'district' as const }, at],
    ['no-office', { ...housing, function: 'finance' as const }, at],
    ['no-post', { ...housing, duty: 'head' as const }, at],
    ['no-village', villageHead, at],
    ['vacant-post', villageHead, { ...at, village: 'village-1' }],
    ['vacant-post', housing, { ...at, day: '2026-05-01' }],
  ] as const)('is nobody for a stated reason: %s', (reason, who, whereabouts) => {
    expect(resolve(directory, who, whereabouts)).toEqual({ ok: false, reason });
  });
});
