import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, readlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { prepareRoles, withClient } from '../../deploy/local/database.mjs';
import { freePort } from '../../deploy/local/ports.mjs';
import { postgresAccount, removeReachable } from '../../deploy/local/postgres-account.mjs';
import { startPostgres } from '../../deploy/local/postgres.mjs';
import { makeFolder, messageOf, removeFolder } from './support';

jest.setTimeout(60_000);

let folder: string;

beforeAll(() => {
  folder = makeFolder();
});

afterAll(() => {
  removeReachable(join(folder, 'postgres'));
  removeFolder(folder);
});

const start = async (more: object = {}) =>
  startPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    logFile: join(folder, 'postgres.log'),
    ...more,
  });

const ask = (url: string, sql: string) => withClient(url, async (client) => (await client.query(sql)).rows);

describe('a private PostgreSQL', () => {
  test('given an empty folder, when it is started, then Vietnamese letters fold and the owner may do all', async () => {
    const server = await start();

    expect(await ask(server.url, "SELECT lower('ĐẶNG') AS folded, current_database() AS database")).toEqual([
      { folded: 'đặng', database: 'trinhduyet' },
    ]);
    await ask(server.url, 'CREATE TABLE kept AS SELECT 1 AS one');
    await server.stop();
  });

  test('given it was killed outright, when it is started again, then the data is there', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    await server.exited;

    const again = await start();

    expect(await ask(again.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await again.stop();
  });

  test('given one that still runs from the folder, when another is started, then the first is stopped properly', async () => {
    const first = await start();

    const second = await start();

    expect(await first.exited).toBe('exit code 0');
    expect(await ask(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }]);
    await second.stop();
  });

  test('given a stale pid file with the number of an innocent process, when it is started, then that one lives on', async () => {
    const server = await start();
    process.kill(server.pid, 'SIGKILL');
    await server.exited;
    const file = join(folder, 'postgres', 'data', 'postmaster.pid');
    const innocent: ChildProcess = spawn('sleep', ['60'], postgresAccount());
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(innocent.pid)));

    const again = await start();

    expect(innocent.exitCode).toBeNull();
    expect(innocent.signalCode).toBeNull();
    expect(innocent.kill()).toBe(true);
    await again.stop();
  });

  const asRoot = process.getuid?.() === 0 ? test : test.skip;
  asRoot(
    'given a folder that only root may enter, when root starts it, then it lives elsewhere until removed',
    async () => {
      const locked = join(folder, 'locked');
      mkdirSync(locked, { mode: 0o700 });
      const wanted = join(locked, 'postgres');

      const server = await start({ folder: wanted });
      const elsewhere = readlinkSync(wanted);
      await server.stop();
      removeReachable(wanted);

      expect(elsewhere).toMatch(/^\/var\/tmp\/trinhduyet-/);
      expect(existsSync(elsewhere)).toBe(false);
      expect(readdirSync(locked)).toEqual([]);
    },
  );

  test('given a server setting that it does not know, when it is started, then its own words are told', async () => {
    const attempt = start({ settings: { no_such_setting: 'on' } });

    await expect(attempt).rejects.toMatchObject({
      message: expect.stringMatching(/^PostgreSQL did not start \(exit code 1\)\.$/),
      details: expect.stringContaining('no_such_setting'),
    });
  });

  test('given PG_BIN names a folder without the programs, when it is started, then the setting is named', async () => {
    expect(await messageOf(start({ programs: folder }))).toMatch(/^PG_BIN names .*, which does not hold the programs/);
  });
});

describe('the roles of the product', () => {
  let server: Awaited<ReturnType<typeof start>>;
  const secrets = () => join(folder, 'secrets.json');

  beforeAll(async () => {
    server = await start();
  });

  afterAll(() => server.stop());

  test('given a new database, when they are prepared twice, then each signs in as itself and none is above the rules', async () => {
    await prepareRoles(server.url, secrets());
    const urls = await prepareRoles(server.url, secrets());

    const roles =
      'SELECT rolname AS name, rolsuper OR rolbypassrls AS almighty FROM pg_roles WHERE rolname = current_user';
    expect(await ask(urls.DATABASE_URL ?? '', roles)).toEqual([{ name: 'td_app', almighty: false }]);
    expect(await ask(urls.WORKER_DATABASE_URL ?? '', roles)).toEqual([{ name: 'td_worker', almighty: false }]);
    expect(await ask(urls.RELAY_DATABASE_URL ?? '', roles)).toEqual([{ name: 'td_relay', almighty: false }]);
  });

  test('given a role that steps over row-level security, when they are prepared, then it is refused by name', async () => {
    await ask(server.url, 'ALTER ROLE td_app BYPASSRLS');

    expect(await messageOf(prepareRoles(server.url, secrets()))).toMatch(/^The role td_app .* row-level security\./);

    await ask(server.url, 'ALTER ROLE td_app NOBYPASSRLS');
  });
});
