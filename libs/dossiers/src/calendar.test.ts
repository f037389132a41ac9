import { instantOn } from '@trinhduyet/calendar';
import { Problem } from '@trinhduyet/problems';
import { v7 } from 'uuid';
import { enterDecision, type NewDecision, revokeDecision } from './calendar/decisions';
import { previewCalendar } from './calendar/preview';
import { Recounts } from './calendar/recounts';
import { calendarUnits, calendarYear } from './calendar/year';
import { reconcile } from './following/reconcile';
import { NEXT_DOOR, PEOPLE, problemOf, THREE_TIER, TWO_TIER, type Who, World } from './testing';

let world: World;
beforeAll(async () => {
  world = await World.create();
}, 60_000);
beforeEach(async () => {
  await world.database.query('DELETE FROM calendar_recount');
  await world.database.query(
    'UPDATE calendar_decision SET revoked_at = now(), revoked_by = entered_by WHERE revoked_at IS NULL',
  );
});
afterAll(() => world.end());

const flood = (change: Partial<NewDecision> = {}): NewDecision => ({
  id: v7(),
  unit: TWO_TIER.commune,
  kind: 'day-off',
  firstDay: '2026-03-25',
  lastDay: '2026-03-25',
  name: 'Trụ sở ngập do triều cường',
  basis: '45/QĐ-UBND',
  basisOn: '2026-03-20',
  ...change,
});
const as = <T>(who: Who, work: (transaction: Parameters<typeof enterDecision>[0], account: string) => Promise<T>) =>
  world.app.asActor({ kind: 'account', account: PEOPLE[who], lock: true }, (transaction) =>
    work(transaction, PEOPLE[who]),
  );
const enter = async (decision: NewDecision, who: Who = 'administrator') => {
  await as(who, (transaction, account) => enterDecision(transaction, account, decision));
  return decision.id;
};
const revoke = (id: string, who: Who = 'administrator') =>
  as(who, (transaction, account) => revokeDecision(transaction, account, id));
const failures: unknown[] = [];
const recounts = () => new Recounts(world.worker, world.follower, (error) => void failures.push(error));
const recounted = async () => {
  while (await recounts().turn(2));
  expect(failures).toEqual([]);
};
/** Surveyed by the commune, due on Friday 27/03/2026 and promised for Thursday 09/04. */
const dates = async (dossier: string) => {
  const { places, reception } = await world.open(dossier);
  return { due: places[0]?.dueAt, promised: reception?.promisedOn };
};
const recountsOf = (dossier: string) =>
  world.database.query<{ data: object }>(`SELECT data FROM event WHERE dossier_id = $1 AND type = 'recounted'`, [
    dossier,
  ]);

describe('a local day off', () => {
  it('moves the dates of the dossiers of its commune as was shown before, and of no other', async () => {
    const [dossier, other] = [await world.atSurvey(), await world.atSurvey('three-tier')];
    const [before, elsewhere] = [await dates(dossier), await dates(other)];
    const decision = flood();

    const shown = await as('administrator', (transaction, account) =>
      previewCalendar(transaction, world.types, account, { enter: decision }),
    );
    await enter(decision);
    await recounted();

    const after = await dates(dossier);
    expect(before).toEqual({ due: instantOn('2026-03-27', '17:00'), promised: '2026-04-09' });
    expect(after).toEqual({ due: instantOn('2026-03-30', '17:00'), promised: '2026-04-10' });
    expect(shown).toMatchObject({ moved: 1, later: 1, earlier: 0, complete: true, promises: { later: 1, kept: 0 } });
    expect(shown.examples).toMatchObject([
      {
        dates: [{ before: before.due, now: after.due }],
        promised: { before: before.promised, now: after.promised },
      },
    ]);
    expect(await dates(other)).toEqual(elsewhere);
    const [task] = await world.database.query(`SELECT due_at, promised_on FROM task WHERE dossier_id = $1`, [dossier]);
    expect(task).toEqual({ due_at: after.due, promised_on: after.promised });
  });

  it('counts for what begins after it without any recount', async () => {
    await enter(flood());

    const dossier = await world.atSurvey();

    expect(await dates(dossier)).toEqual({ due: instantOn('2026-03-30', '17:00'), promised: '2026-04-10' });
    await recounted();
    expect(await recountsOf(dossier)).toEqual([]);
  });

  it('holds for every process at its next statement', async () => {
    const moment = () => as('specialist', (transaction) => world.calendars.now(transaction));
    const worked = async () => !(await moment()).calendarOf(TWO_TIER.commune).daysOff.has('2026-03-25');
    expect(await worked()).toBe(true);

    const id = await enter(flood());
    expect(await worked()).toBe(false);

    await revoke(id);
    expect(await worked()).toBe(true);
  });

  it('of a province holds for its communes, one for everybody for training too', async () => {
    await enter(flood({ unit: TWO_TIER.province }));
    await enter(flood({ unit: undefined, firstDay: '2026-03-26', lastDay: '2026-03-26' }));

    const { calendarOf } = await as('specialist', (transaction) => world.calendars.now(transaction));
    const off = (unit: string) => ['2026-03-25', '2026-03-26'].map((day) => calendarOf(unit).daysOff.has(day));

    expect([TWO_TIER.commune, NEXT_DOOR, THREE_TIER.commune].map(off)).toEqual([
      [true, true],
      [true, true],
      [false, true],
    ]);
  });
});

describe('a decision that is revoked', () => {
  it('brings due dates back, keeps what was promised, and wakes the workflow for the earlier bell', async () => {
    const dossier = await world.atSurvey();
    const id = await enter(flood());
    await recounted();
    await world.carry(dossier);
    const [before] = await world.database.query<{ sequence: number }>(
      'SELECT sequence FROM wake WHERE dossier_id = $1',
      [dossier],
    );

    const shown = await as('administrator', (transaction, account) =>
      previewCalendar(transaction, world.types, account, { revoke: id }),
    );
    await revoke(id);
    await revoke(id);
    await recounted();

    expect(shown.promises.kept).toBeGreaterThan(0);
    expect(await dates(dossier)).toEqual({ due: instantOn('2026-03-27', '17:00'), promised: '2026-04-10' });
    const [after] = await world.database.query<{ sequence: number }>(
      'SELECT sequence FROM wake WHERE dossier_id = $1',
      [dossier],
    );
    expect(after?.sequence).toBeGreaterThan(before?.sequence ?? 0);
  });
});

describe('the recount', () => {
  it('goes on where it was interrupted, and changes no dossier twice', async () => {
    const dossiers = [await world.atSurvey(), await world.atSurvey(), await world.atSurvey()];
    await enter(flood());
    const breaking = new Recounts(
      world.worker,
      {
        recount: () => {
          throw new Problem('unavailable');
        },
      },
      () => undefined,
    );

    await recounts().turn(1);
    expect(await problemOf(breaking.turn(1))).toBe('unavailable');
    await world.database.query('UPDATE calendar_recount SET not_before = clock_timestamp()');
    await recounted();
    await world.database.query('UPDATE calendar_recount SET reached = NULL, not_before = clock_timestamp()');
    await recounted();

    for (const dossier of dossiers) expect(await recountsOf(dossier)).toHaveLength(1);
  });

  it('is done once every transaction has ended that may have gone by the calendar before', async () => {
    await world.atSurvey();
    await enter(flood());
    await recounted();
    const done = async () =>
      (await world.database.query('SELECT FROM calendar_recount WHERE done_at IS NOT NULL')).length;
    expect(await done()).toBe(0);

    await world.database.query(
      'UPDATE calendar_recount SET settles_at = clock_timestamp(), not_before = clock_timestamp()',
    );
    await recounted();

    expect(await done()).toBe(1);
  });

  it('passes over a dossier that cannot be counted', async () => {
    const dossier = await world.atSurvey();
    await enter(flood());
    const passed: unknown[] = [];
    const follower = {
      recount: (id: string, decision: string) =>
        id === dossier ? world.follower.recount(id, decision) : Promise.reject(new Error('broken')),
    };
    const queue = new Recounts(world.worker, follower, (error) => void passed.push(error));

    while (await queue.turn(5));

    expect(passed.length).toBeGreaterThan(0);
    expect(await recountsOf(dossier)).toHaveLength(1);
  });

  it('leaves a record that the reconciler finds whole', async () => {
    const { differences } = await reconcile({
      door: world.worker,
      types: world.types,
      isCarried: () => Promise.resolve(true),
    });

    expect(differences).toEqual([]);
  });
});

describe('what may not be entered', () => {
  it.each<[string, Who, Partial<NewDecision>, string]>([
    ['by a specialist', 'specialist', {}, 'forbidden'],
    ['by a chair for the province', 'chair', { unit: TWO_TIER.province }, 'forbidden'],
    ['by a chair for everybody', 'chair', { unit: undefined }, 'forbidden'],
    ['by an administrator for another province', 'administrator', { unit: THREE_TIER.commune }, 'forbidden'],
    ['for a unit that there is none of', 'administrator', { unit: 'nowhere' }, 'no-such-unit'],
    ['that ends before it begins', 'administrator', { lastDay: '2026-03-24' }, 'calendar-days'],
    ['of a whole year', 'administrator', { lastDay: '2027-03-24' }, 'calendar-days'],
    ['that swaps a day with itself', 'administrator', { swappedWith: '2026-03-25' }, 'calendar-days'],
    ['that gives a Sunday off', 'administrator', { firstDay: '2026-03-29', lastDay: '2026-03-29' }, 'calendar-same'],
  ])('a decision %s', async (_what, who, change, code) => {
    expect(await problemOf(enter(flood(change), who))).toBe(code);
    expect(await world.database.query('SELECT FROM calendar_decision WHERE revoked_at IS NULL')).toEqual([]);
  });

  it('the same id with other content; with the same content it is entered once', async () => {
    const decision = flood();
    await enter(decision);
    await enter(decision);

    expect(await problemOf(enter({ ...decision, name: 'Khác' }))).toBe('key-reused');
    expect(await world.database.query('SELECT FROM calendar_recount')).toHaveLength(1);
  });

  it('past the application: the table takes no decision in another’s name or for another’s unit', async () => {
    const insert = (unit: string, account: string) =>
      as('chair', (transaction) =>
        transaction.query(
          `INSERT INTO calendar_decision (decision_id, ordinal, unit_id, province_id, kind, first_day, last_day, name, basis, basis_on, entered_by, entered_at)
           VALUES ($1, 99, $2, $3, 'day-off', '2026-03-25', '2026-03-25', '', '', '2026-03-25', $4, now())`,
          [v7(), unit, TWO_TIER.province, account],
        ),
      );

    await expect(insert(NEXT_DOOR, PEOPLE.chair)).rejects.toThrow(/row-level security/);
    await expect(insert(TWO_TIER.commune, PEOPLE.head)).rejects.toThrow(/row-level security/);
    await expect(insert(TWO_TIER.commune, PEOPLE.chair)).resolves.toEqual([]);
  });
});

describe('the page of a year', () => {
  it('tells special days by whom they are decided, and keeps what was revoked', async () => {
    const id = await enter(flood(), 'chair');
    const common = await enter(
      flood({ unit: undefined, firstDay: '2026-06-05', lastDay: '2026-06-05', swappedWith: '2026-06-13' }),
    );
    const revoked = await enter(flood({ firstDay: '2026-07-01', lastDay: '2026-07-02' }));
    await revoke(revoked);

    const page = await as('chair', async (transaction, account) => {
      const { calendarOf } = await world.calendars.now(transaction);
      return calendarYear(transaction, calendarOf, { account, unit: TWO_TIER.commune, year: 2026 });
    });

    expect(page.standing).toBe('official');
    expect(page.days.find(({ day }) => day === '2026-03-25')).toMatchObject({ kind: 'off', decision: id });
    expect(page.days.find(({ day }) => day === '2026-06-13')).toMatchObject({ kind: 'worked' });
    expect(page.days.find(({ day }) => day === '2026-04-30')).toMatchObject({
      kind: 'off',
      name: 'Ngày Chiến thắng 30/4',
    });
    expect(page.days.some(({ day }) => day === '2026-07-01')).toBe(false);
    expect(page.workingDays).toBe(249);
    const told = new Map(page.decisions.map((line) => [line.id, [line.mayRevoke, line.revokedAt !== null]]));
    expect([told.get(id), told.get(common), told.get(revoked)]).toEqual([
      [true, false],
      [false, false],
      [false, true],
    ]);
  });

  it('is offered for one’s own unit and those below, and may be kept where one has the right', async () => {
    const [administrators, chairs] = [await as('administrator', calendarUnits), await as('specialist', calendarUnits)];

    expect(administrators.mayDecideForAll).toBe(true);
    expect(administrators.units.map(({ unit, mayDecide }) => [unit, mayDecide])).toEqual(
      expect.arrayContaining([
        [TWO_TIER.province, true],
        [TWO_TIER.commune, true],
        [NEXT_DOOR, true],
      ]),
    );
    expect(chairs).toMatchObject({ mayDecideForAll: false });
    expect(chairs.units.every(({ mayDecide }) => !mayDecide)).toBe(true);
  });
});
