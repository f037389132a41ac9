// Knowing a process beyond its number, which the system gives out again, and stopping it without ever hitting another.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** @typedef {{ pid: number, identity: string }} KnownProcess */

const hasProc = existsSync('/proc/self/cmdline');

/** @param {string} path */
function readProc(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return ''; // it has ended, or is not ours to see
  }
}

/** Whole lines, and the same words and letters whatever the person's language. @param {number} pid @param {string} column */
function ps(pid, column) {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' };
  return spawnSync('ps', ['-ww', '-o', column, '-p', String(pid)], { env, encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** The command line of a process; empty when it has ended (also as a zombie) or cannot be told. @param {number} pid */
export function commandLine(pid) {
  if (!hasProc) return ps(pid, 'command=');
  return readProc(`/proc/${pid}/cmdline`).replaceAll('\0', ' ').trim();
}

/** @param {number} pid */
function startTime(pid) {
  if (!hasProc) return ps(pid, 'lstart=');
  const afterName = readProc(`/proc/${pid}/stat`).split(')').at(-1) ?? ''; // the name itself may hold spaces
  return afterName.split(' ')[20] ?? '';
}

/** When a process began and what it runs: the same text later on means that it is still the same process. @param {number} pid */
export function identify(pid) {
  const command = commandLine(pid);
  return command && `${startTime(pid)} ${command}`;
}

/** @param {KnownProcess} known */
export function stillRuns({ pid, identity }) {
  return identity !== '' && identify(pid) === identity;
}

/**
 * @param {() => boolean | Promise<boolean>} isSo
 * @param {number} patience in milliseconds
 * @returns whether it came to be so in time
 */
export async function waitUntil(isSo, patience) {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) return false;
    await pause(50);
  }
  return true;
}

/** @param {KnownProcess} known @param {NodeJS.Signals} signal */
export function signalProcess(known, signal) {
  if (!stillRuns(known)) return;
  try {
    process.kill(known.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error; // it ended just now
  }
}

/** Asks a process to stop, waits, and insists. @param {KnownProcess} known @param {NodeJS.Signals} signal */
export async function stopProcess(known, signal) {
  const ended = () => !stillRuns(known);
  signalProcess(known, signal);
  if (await waitUntil(ended, 10_000)) return;
  signalProcess(known, 'SIGKILL');
  await waitUntil(ended, 5_000);
}
