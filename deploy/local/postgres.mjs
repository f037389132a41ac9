// A private PostgreSQL server in a folder: made on the first start, found again on the next.
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDatabase, withClient } from './database.mjs';
import { startGuarded, untilReady } from './guarded.mjs';
import { makeReachable, postgresAccount } from './postgres-account.mjs';
import { findPrograms, majorVersion } from './postgres-programs.mjs';
import { commandLine, identify, stopProcess } from './processes.mjs';
import { runTool, succeeds } from './tools.mjs';

/** @typedef {import('./postgres-account.mjs').Account} Account */

const UTC_AND_C = { LC_ALL: 'C', LANG: 'C', TZ: 'UTC', PGTZ: 'UTC' };
const START_PATIENCE = 60_000; // recovery after a crash may take its time

/**
 * Case folding beyond ASCII (Đ → đ) on every machine: built in since 17, from the C library before.
 * @param {number} major
 */
function localeArguments(major) {
  if (major >= 17) return ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  return ['--lc-collate=C', `--lc-ctype=${process.platform === 'darwin' ? 'UTF-8' : 'C.UTF-8'}`];
}

/**
 * A first start that is killed leaves only a `data.part`, which the next one makes anew.
 * @param {{ folder: string, programs: string, account: Account, user: string, isThrowAway: boolean }} cluster
 */
async function initialise({ folder, programs, account, user, isThrowAway }) {
  const data = join(folder, 'data');
  if (existsSync(join(data, 'PG_VERSION'))) return;
  const part = join(folder, 'data.part');
  const passwordFile = join(folder, 'password');
  rmSync(part, { recursive: true, force: true });
  mkdirSync(part, { mode: 0o700 });
  writeFileSync(passwordFile, `${randomBytes(18).toString('base64url')}\n`, { mode: 0o600 });
  for (const path of account.uid === undefined ? [] : [part, passwordFile]) {
    chownSync(path, account.uid ?? 0, account.gid ?? 0);
  }
  const options = ['-D', part, '-U', user, '-A', 'scram-sha-256', `--pwfile=${passwordFile}`, '-E', 'UTF8'];
  const locale = localeArguments(majorVersion(programs, account));
  const quick = isThrowAway ? ['--no-sync'] : [];
  await runTool(join(programs, 'initdb'), [...options, ...locale, '--no-instructions', ...quick], {
    ...account,
    cwd: '/',
    env: { ...process.env, ...UTC_AND_C },
    title: 'Making the PostgreSQL database (initdb)',
  });
  renameSync(part, data);
}

/**
 * A server that outlived its launcher still holds the folder: it is stopped. The number in the file may belong to any
 * other process by now; that one is left alone, and only the file goes, since PostgreSQL would wait for its owner for ever.
 * @param {string} data
 */
async function clearPidFile(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number.parseInt(readFileSync(file, 'utf8'), 10);
  const command = commandLine(pid);
  if (command.includes(`-D ${data} `)) await stopProcess({ pid, identity: identify(pid) }, 'SIGINT');
  else rmSync(file, { force: true });
}

/**
 * @typedef {object} PostgresOptions
 * @property {string} folder
 * @property {number} port
 * @property {string} logFile
 * @property {string} [user] the superuser
 * @property {string} [database] made if it is missing
 * @property {string} [programs] the setting PG_BIN
 * @property {Record<string, string>} [settings] of the server
 */

/**
 * @param {PostgresOptions} options
 * @returns resolves once a login works
 */
export async function startPostgres({
  folder: wanted,
  port,
  logFile,
  user = 'td_owner',
  database = 'trinhduyet',
  programs: named,
  settings = {},
}) {
  const account = postgresAccount();
  const folder = makeReachable(wanted, account);
  const programs = findPrograms(named, account, folder);
  await initialise({ folder, programs, account, user, isThrowAway: settings.fsync === 'off' });
  const data = join(folder, 'data');
  await clearPidFile(data);

  const own = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', ...settings };
  const configuration = Object.entries(own).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const server = await startGuarded({
    command: join(programs, 'postgres'),
    args: ['-D', data, '-p', String(port), ...configuration],
    logFile,
    env: { ...process.env, ...UTC_AND_C },
    cwd: '/',
    ...account,
    stopSignal: 'SIGINT', // fast shutdown: ends sessions, keeps data
  });

  const password = readFileSync(join(folder, 'password'), 'utf8').trim();
  /** @param {string} name */
  const urlOf = (name) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  const isReady = () => succeeds(withClient(urlOf('postgres'), async () => {}));
  await untilReady(server, { name: 'PostgreSQL', logFile, patience: START_PATIENCE, isReady });
  await makeDatabase(urlOf('postgres'), database);
  return { ...server, port, url: urlOf(database), urlOf };
}
