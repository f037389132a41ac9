import { aUuid, insertAccount, TestDatabase } from '@trinhduyet/persistence/testing';
import type { Door, Transaction } from '@trinhduyet/persistence';
import {
  findPlaces,
  importUnits,
  ladderOn,
  newUnit,
  oldUnit,
  postsHeldBy,
  postsOf,
  readUnitData,
  staff,
  trainingUnit,
  villagesOf,
} from './index';

const BEFORE = '2025-06-30';
const AFTER = '2025-07-01';
const TODAY = '2026-03-16';

let database: TestDatabase;
let door: Door;
beforeAll(async () => {
  database = await TestDatabase.create();
  door = await database.door();
  await importUnits(database.owner);
}, 60_000);
afterAll(() => database.drop());

const read = <T>(work: (transaction: Transaction) => Promise<T>) => door.asActor({ kind: 'public' }, work);
const tiers = async (commune: string, day: string) =>
  (await read((transaction) => ladderOn(transaction, commune, day)))?.map(({ tier, name }) => `${tier} ${name}`);

describe('the real units', () => {
  it('are all there: 34 provinces and 3.321 communes in force, and what was before', async () => {
    const counts = await database.query<{ tier: string; count: string }>(
      `SELECT tier, count(*) FROM unit WHERE NOT training AND valid_to IS NULL GROUP BY tier ORDER BY tier`,
    );
    const before = await database.query<{ tier: string; count: string }>(
      `SELECT tier, count(*) FROM unit WHERE valid_to = '${AFTER}' GROUP BY tier ORDER BY tier`,
    );

    expect(counts.map(({ tier, count }) => [tier, Number(count)])).toEqual([
      ['commune', 3321],
      ['province', 34],
    ]);
    expect(before.map(({ tier, count }) => [tier, Number(count)])).toEqual([
      ['commune', 10035],
      ['district', 696],
      ['province', 63],
    ]);
  });

  it('are the same after they were imported again', async () => {
    const count = () =>
      database.query('SELECT (SELECT count(*) FROM unit) AS units, (SELECT count(*) FROM unit_succession) AS map');
    const before = await count();

    await importUnits(database.owner);

    expect(await count()).toEqual(before);
  });

  it('mean different things under one code (W3, W4)', async () => {
    const named = async (code: string, day: string) =>
      (
        await database.query<{ name: string }>(
          `SELECT name FROM unit WHERE code = $1 AND NOT training AND valid_from <= $2 AND (valid_to IS NULL OR $2 < valid_to)`,
          [code, day],
        )
      ).map(({ name }) => name);

    expect(await named('52', '2024-01-01')).toEqual(['Tỉnh Bình Định']);
    expect(await named('52', '2026-01-01')).toEqual(['Tỉnh Gia Lai']);
    expect(await named('00004', BEFORE)).toEqual(['Phường Trúc Bạch']);
    expect(await named('00004', AFTER)).toEqual(['Phường Ba Đình']);
  });
});

describe('the ladder', () => {
  it('has three tiers on 30/06/2025 and two on 01/07/2025 (W1)', async () => {
    expect(await tiers(oldUnit('31570'), BEFORE)).toHaveLength(3);
    expect(await tiers(oldUnit('31570'), AFTER)).toBeUndefined();
    expect(await tiers(newUnit('31570'), AFTER)).toHaveLength(2);
    expect(await tiers(newUnit('31570'), BEFORE)).toBeUndefined();
  });

  it('keeps its three tiers in the training province, and only there', async () => {
    const training = readUnitData().units.filter((unit) => unit.training);

    expect(await tiers(trainingUnit('31570'), TODAY)).toHaveLength(3);
    expect(new Set(training.map(({ path }) => path.split('.')[0]))).toEqual(new Set(['94_training']));
  });
});

describe('finding a place', () => {
  const find = async (words: string, day = TODAY) =>
    (await read((transaction) => findPlaces(transaction, words, day))).filter(({ training }) => !training);

  it.each(['ba che', 'Ba Chẽ', 'BA CHẼ'])('finds Ba Chẽ as %s (T2)', async (words) => {
    expect((await find(words)).map(({ name }) => name)).toContain('Xã Ba Chẽ');
  });

  it('finds Hòa An and Hoà An, whichever way it is spelt and asked for (T2)', async () => {
    const [asIs, ...others] = await Promise.all(['hoa an', 'hòa an', 'hoà an'].map((words) => find(words)));

    expect(others).toEqual([asIs, asIs]);
    expect(asIs?.map(({ name }) => name)).toEqual(expect.arrayContaining(['Xã Hoà An']));
  });

  it('finds a commune under the name that its people still say', async () => {
    expect(await find('dai an 2')).toContainEqual({
      unit: newUnit('31673'),
      name: 'Xã Trần Đề',
      above: 'Thành phố Cần Thơ',
      formerly: 'Xã Đại Ân 2, Huyện Trần Đề',
      training: false,
      receives: false,
    });
  });

  it('gives every commune that a split one went into', async () => {
    const found = (await find('hung phu')).filter(({ formerly }) => formerly === 'Xã Hưng Phú, Huyện Mỹ Tú');

    expect(found.map(({ name }) => name)).toContain('Xã Long Hưng');
  });

  it('takes wildcards as text and asks for two letters', async () => {
    expect(await find('%%')).toEqual([]);
    expect(await find('a')).toEqual([]);
  });
});

describe('a staffed commune', () => {
  it('has villages and receives dossiers', async () => {
    const unit = newUnit('31673');
    await staff(database.owner, {
      unit,
      tier: 'commune',
      ladder: 'two-tier',
      validFrom: AFTER,
      people: {},
      villages: [
        { key: 'ap-2', name: 'Ấp Chợ' },
        { key: 'ap-1', name: 'Ấp Đầu Giồng' },
      ],
    });

    const villages = await read((transaction) => villagesOf(transaction, unit, TODAY));
    const places = await read((transaction) => findPlaces(transaction, 'tran de', TODAY));

    expect(villages.map(({ name }) => name)).toEqual(['Ấp Chợ', 'Ấp Đầu Giồng']);
    expect(places[0]).toMatchObject({ unit, receives: true });
  });

  it('has nobody at a post that it has given up', async () => {
    const [unit, account] = [newUnit('31570'), aUuid(1)];
    await insertAccount(database, account, 'official');
    const people = { 'one-stop/clerk': [account] };
    await staff(database.owner, { unit, tier: 'commune', ladder: 'two-tier', validFrom: AFTER, people });
    const held = (day: string) => read((transaction) => postsOf(transaction, account, day));
    const today = () => read((transaction) => postsHeldBy(transaction, [account]));
    const post = `${unit}/one-stop/clerk`;
    expect(await today()).toEqual(new Map([[account, [post]]]));

    await database.query(`UPDATE post SET valid_to = '2026-01-01' WHERE post_id = $1`, [post]);

    expect(await held('2025-12-31')).toEqual([post]);
    expect(await held('2026-01-01')).toEqual([]);
    expect(await today()).toEqual(new Map());
  });
});
