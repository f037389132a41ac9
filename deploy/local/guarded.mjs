// Every program that the launcher starts runs under a guard (guard.mjs), so that it ends when the launcher ends.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { lastLines } from './files.mjs';
import { identify, signalProcess, stopProcess, waitUntil } from './processes.mjs';

const guardFile = join(import.meta.dirname, 'guard.mjs');

/**
 * @typedef {object} Command
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env]
 * @property {string} [cwd]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {NodeJS.Signals} [stopSignal]
 */

/**
 * @typedef {object} Running a server
 * @property {number} pid of the server itself, not of its guard
 * @property {string} identity
 * @property {NodeJS.Signals} stopSignal
 * @property {Promise<string>} exited resolves to how it ended
 * @property {() => Promise<void>} stop
 * @property {() => void} kill
 */

/**
 * The guard leads a session of its own: Ctrl-C in a terminal reaches the launcher only, which stops all in order.
 * @param {Command & { stopSignal: NodeJS.Signals }} command
 * @param {number | 'pipe'} output
 * @returns the guard
 */
export function spawnGuarded({ command, args, env, cwd, uid, gid, stopSignal }, output) {
  const options = JSON.stringify({ stopSignal, cwd, uid, gid });
  return spawn(process.execPath, [guardFile, options, command, ...args], {
    env,
    detached: true,
    stdio: ['ignore', output, output, 'ipc'],
  });
}

/** What the end of a guard says about its command. @param {number | null} code @param {string | null} signal */
export function howItEnded(code, signal) {
  const number = (code ?? 0) - 128;
  const name = signal ?? Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  return name ?? `exit code ${code}`;
}

/**
 * Starts a server.
 * @param {Command & { logFile: string }} wanted
 * @returns {Promise<Running>}
 */
export async function startGuarded({ logFile, stopSignal = 'SIGTERM', ...command }) {
  const log = openSync(logFile, 'a', 0o600);
  const guard = spawnGuarded({ ...command, stopSignal }, log);
  closeSync(log);
  /** @type {Promise<string>} */
  const guardEnded = new Promise((resolve) => guard.once('exit', (...how) => resolve(howItEnded(...how))));
  /** @type {number | undefined} */
  const pid = await Promise.race([
    new Promise((resolve) => guard.once('message', (/** @type {{ pid: number }} */ message) => resolve(message.pid))),
    guardEnded.then(() => undefined),
  ]);
  if (pid === undefined) throw new LauncherError(`${command.command} could not be started; ${logFile} says why.`);

  const known = { pid, identity: identify(pid) };
  const exited = guardEnded.then(async (how) => {
    await stopProcess(known, stopSignal); // has ended already, unless the guard itself was killed
    return how;
  });
  const stop = async () => {
    guard.kill();
    await exited;
  };
  return { ...known, stopSignal, exited, stop, kill: () => signalProcess(known, 'SIGKILL') };
}

/**
 * Waits until a server that was just started does its work. One that does not is stopped, and its log says why.
 * @param {Running} server
 * @param {{ name: string, logFile: string, patience: number, isReady: () => Promise<boolean> }} wanted
 */
export async function untilReady(server, { name, logFile, patience, isReady }) {
  let ended = '';
  void server.exited.then((how) => (ended = how));
  const hasAnswer = await waitUntil(async () => ended !== '' || (await isReady()), patience);
  if (hasAnswer && !ended) return;
  await server.stop();
  throw new LauncherError(`${name} did not start (${ended || 'no answer in time'}).`, undefined, lastLines(logFile));
}
