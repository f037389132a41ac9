// Running other people's tools to their end, and finding them.
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { howItEnded, spawnGuarded } from './guarded.mjs';

/**
 * @typedef {object} ToolOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {AbortSignal} [signal]
 * @property {NodeJS.Signals} [stopSignal]
 * @property {string} [title] what the person knows it by
 */

/**
 * A tool that is called off is killed, unless the caller knows better: what it did is done again, and npm, when asked
 * politely, goes on for seconds, into the next start.
 * @param {string} command
 * @param {string[]} args
 * @param {ToolOptions} [options]
 * @returns {Promise<string>} what it wrote to its standard output
 */
export function runTool(command, args, { title = command, signal, stopSignal = 'SIGKILL', ...options } = {}) {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const guard = spawnGuarded({ command, args, stopSignal, ...options }, 'pipe');
    let stdout = '';
    let everything = '';
    guard.stdout?.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      everything += text;
    });
    guard.stderr?.setEncoding('utf8').on('data', (text) => (everything += text));
    const abort = () => guard.kill();
    signal?.addEventListener('abort', abort, { once: true });
    guard.once('close', (...how) => {
      signal?.removeEventListener('abort', abort);
      if (signal?.aborted) reject(signal.reason);
      else if (how[0] === 0) resolve(stdout);
      else reject(toolError(title, howItEnded(...how), everything.trimEnd()));
    });
  });
}

/** @param {string} title @param {string} how @param {string} output */
function toolError(title, how, output) {
  // What the guard says, and the shell, of a program that there is not or that this machine cannot run.
  if (how === 'exit code 127') return new LauncherError(`${title} could not be run: ${output}.`);
  return new LauncherError(`${title} failed (${how}).`, undefined, output);
}

/** @param {Promise<unknown>} attempt */
export function succeeds(attempt) {
  return attempt.then(
    () => true,
    () => false,
  );
}

/** @param {string} file */
export function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/** @param {string} name */
export function findOnPath(name) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find(isExecutable);
}
