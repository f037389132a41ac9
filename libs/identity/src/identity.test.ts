import type { Door } from '@trinhduyet/persistence';
import { TestDatabase } from '@trinhduyet/persistence/testing';
import { Problem } from '@trinhduyet/problems';
import { hashPassword, Identity } from './index';

let database: TestDatabase;
let door: Door;
let identity: Identity;
beforeAll(async () => {
  database = await TestDatabase.create();
  door = await database.door();
  identity = new Identity(door);
  const hash = await hashPassword('đúng mật khẩu');
  for (const [id, login, demo] of [
    ['1', '0912345678', true],
    ['2', 'clerk', false],
  ]) {
    await database.query(
      `INSERT INTO account (account_id, kind, login, name, password_hash, demo, created_at)
       VALUES ($1, 'official', $2, 'Somebody', $3, $4, now())`,
      [`01900000-0000-7000-8000-00000000000${id}`, login, hash, demo],
    );
  }
});
beforeEach(() => database.query('DELETE FROM attempt'));
afterAll(() => database.drop());

const signIn = (login: string, password: string, address = '10.0.0.1') => identity.signIn({ login, password, address });
const problemOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Problem ? error.code : error),
  );

describe('signing in', () => {
  it('opens a session that knows who it is, until it is closed', async () => {
    const { token, account } = await signIn(' Clerk ', 'đúng mật khẩu');

    expect(await identity.sessionOf(token)).toEqual({ ...account, posts: [] });
    await identity.signOut(token);
    expect(await identity.sessionOf(token)).toBeUndefined();
  });

  it('says the same of a wrong password and of an account that there is not', async () => {
    expect(await problemOf(signIn('clerk', 'sai'))).toBe('wrong-credentials');
    expect(await problemOf(signIn('nobody', 'sai'))).toBe('wrong-credentials');
    expect(await problemOf(signIn('clerk', 'x'.repeat(10_000)))).toBe('wrong-credentials');
  });

  it('takes longer with each failure, for this account only, and never for good', async () => {
    for (let failure = 0; failure < 5; failure += 1) await problemOf(signIn('clerk', 'sai'));

    await expect(signIn('clerk', 'đúng mật khẩu')).rejects.toMatchObject({
      code: 'locked-out',
      extras: { retryAfter: 2 },
    });
    expect(await problemOf(signIn('0912345678', 'đúng mật khẩu'))).toBeUndefined();
    await database.query(`UPDATE attempt SET last_at = last_at - interval '3 seconds'`);
    expect(await problemOf(signIn('clerk', 'đúng mật khẩu'))).toBeUndefined();
  });

  it('is slowed down for an address that tries many accounts', async () => {
    await database.query(`INSERT INTO attempt VALUES ('address:10.0.0.9', 60, clock_timestamp())`);

    expect(await problemOf(signIn('clerk', 'đúng mật khẩu', '10.0.0.9'))).toBe('locked-out');
    expect(await problemOf(signIn('clerk', 'đúng mật khẩu', '10.0.0.8'))).toBeUndefined();
  });

  it('counts attempts that come at once, each of them', async () => {
    const codes = await Promise.all(Array.from({ length: 12 }, () => problemOf(signIn('clerk', 'sai'))));

    expect(codes.filter((code) => code === 'wrong-credentials')).toHaveLength(5);
    expect(codes.filter((code) => code === 'locked-out')).toHaveLength(7);
  });

  it('leaves no trace on the address of those who know their password', async () => {
    for (let time = 0; time < 3; time += 1) await signIn('clerk', 'đúng mật khẩu', '10.0.0.7');

    expect(await database.query(`SELECT failures FROM attempt WHERE subject = 'address:10.0.0.7'`)).toEqual([
      { failures: 0 },
    ]);
  });

  it('by one click is for demo accounts alone', async () => {
    expect((await identity.signInToDemo('0912345678')).account.name).toBe('Somebody');
    expect(await problemOf(identity.signInToDemo('clerk'))).toBe('not-found');
  });
});

describe('a session', () => {
  it.each([
    ['after a day', `expires_at = clock_timestamp() - interval '1 second'`],
    ['after half a day without a sign of life', `seen_at = clock_timestamp() - interval '5 hours'`],
  ])('ends %s', async (_when, change) => {
    const { token } = await signIn('clerk', 'đúng mật khẩu');
    await database.query(`UPDATE session SET ${change}`);

    expect(await identity.sessionOf(token)).toBeUndefined();
  });

  it('ends with its account, and its token stands nowhere', async () => {
    const { token } = await signIn('clerk', 'đúng mật khẩu');
    const [row] = await database.query<{ digest: string }>(
      `SELECT encode(token_digest, 'escape') AS digest FROM session`,
    );
    await database.query(`UPDATE account SET disabled_at = now() WHERE login = 'clerk'`);

    expect(row?.digest).not.toContain(token);
    expect(await identity.sessionOf(token)).toBeUndefined();
    expect(await identity.sessionOf('made up')).toBeUndefined();
    await database.query(`UPDATE account SET disabled_at = NULL`);
  });
});
