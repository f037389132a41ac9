// PostgreSQL refuses to run as root. Root starts it as another user of the system, who must be able to reach its folders.
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { dirname } from 'node:path';
import { LauncherError } from './errors.mjs';

/** @typedef {{ uid?: number, gid?: number }} Account empty: whoever runs the launcher */

const CANDIDATES = ['postgres', '_postgres', 'nobody'];
const REACHABLE = '/var/tmp'; // every user may enter it, and it survives a reboot

/** @param {string} user @returns {Account | undefined} */
function accountOf(user) {
  /** @param {string} flag */
  const id = (flag) => Number(execFileSync('id', [flag, user], { stdio: ['ignore', 'pipe', 'ignore'] })) | 0;
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined; // there is no such user
  }
}

/** @returns {Account} */
export function postgresAccount() {
  if (process.getuid?.() !== 0) return {};
  for (const user of CANDIDATES) {
    const account = accountOf(user);
    if (account) return account;
  }
  throw new LauncherError('PostgreSQL cannot run as root, and this system has neither a user postgres nor nobody.');
}

/** @param {Account} account @param {string} path a folder to enter, or a program to run */
export function canUse(account, path) {
  return spawnSync('sh', ['-c', 'test -x "$1"', 'sh', path], { ...account, cwd: '/' }).status === 0;
}

/** @param {string} path */
function linkTarget(path) {
  try {
    return readlinkSync(path);
  } catch {
    return undefined; // not there, or not a link
  }
}

/**
 * The folder that stands for `wanted`: itself, or, below folders that the account may not enter (such as root's home), a
 * folder elsewhere with a link at `wanted`.
 * @param {string} wanted
 * @param {Account} account
 */
export function makeReachable(wanted, account) {
  mkdirSync(dirname(wanted), { recursive: true });
  const isElsewhere = linkTarget(wanted) !== undefined || !canUse(account, dirname(wanted));
  if (!isElsewhere) {
    mkdirSync(wanted, { recursive: true });
    if (account.uid !== undefined) chmodSync(wanted, 0o711); // whatever the umask
    return wanted;
  }
  if (!linkTarget(wanted)) symlinkSync(mkdtempSync(`${REACHABLE}/trinhduyet-`), wanted);
  const folder = readlinkSync(wanted);
  mkdirSync(folder, { recursive: true });
  if (lstatSync(folder).uid !== process.getuid?.()) throw new LauncherError(`${folder} belongs to somebody else.`);
  chmodSync(folder, 0o711);
  return folder;
}

/** @param {string} wanted as given to `makeReachable` */
export function removeReachable(wanted) {
  const elsewhere = linkTarget(wanted);
  if (elsewhere) rmSync(elsewhere, { recursive: true, force: true });
  rmSync(wanted, { recursive: true, force: true });
}
