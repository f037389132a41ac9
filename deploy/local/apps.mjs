// The product's own programs: its command line, the worker and the web server.
import { isIP } from 'node:net';
import { join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { lastLines } from './files.mjs';
import { startGuarded } from './guarded.mjs';
import { waitUntil } from './processes.mjs';
import { keptSecrets } from './secrets.mjs';
import { runTool } from './tools.mjs';
import { workspace } from './workspace.mjs';

/** @typedef {import('./launch.mjs').Surroundings} Surroundings */
/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {import('./guarded.mjs').Running} Running */
/** @typedef {{ account: string, password: string, who: string }} Account */

const READY_PATIENCE = 60_000;
const READY = 'ready';

export const commandLineTool = join(workspace, 'apps/worker/dist/cli.js');

/** A program knows its own way into the database and no other. */
const WITHHELD = {
  api: ['OWNER_DATABASE_URL', 'WORKER_DATABASE_URL', 'RELAY_DATABASE_URL'],
  worker: ['OWNER_DATABASE_URL', 'DATABASE_URL'],
};

/** What the programs are told, beside where the servers are. @param {Surroundings} surroundings @returns {Record<string, string>} */
export function appEnvironment({ settings, folder }) {
  return {
    HOST: settings.HOST,
    PORT: String(settings.PORT),
    PUBLIC_URL: publicUrl(settings),
    FILES_DIR: folder.files,
    DEMO: settings.DEMO ? '1' : '0',
    SECRET_KEY: settings.SECRET_KEY ?? keptSecrets(folder.secrets, ['SECRET_KEY']).SECRET_KEY,
    LOG_LEVEL: settings.LOG_LEVEL,
    NODE_ENV: settings.NODE_ENV,
  };
}

/** @param {string} command @param {Record<string, string>} environment @param {AbortSignal} signal */
function runCommand(command, environment, signal) {
  const env = { ...process.env, ...environment };
  return runTool(process.execPath, [commandLineTool, command], { env, signal, title: `The command ${command}` });
}

/** `seed-demo` writes one JSON line for each account, among whatever else it has to say. @param {string} output @returns {Account[]} */
function readAccounts(output) {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => JSON.parse(line)).filter((entry) => 'account' in entry);
}

/**
 * @param {Surroundings} surroundings
 * @param {Record<string, string>} environment
 * @returns the demo's accounts
 */
export async function prepareDatabase({ settings, signal }, environment) {
  const command = settings.DEMO ? 'seed-demo' : 'migrate'; // the first does the second too
  return readAccounts(await runCommand(command, environment, signal));
}

/**
 * @param {'api' | 'worker'} name
 * @param {import('./data-folder.mjs').DataFolder} folder
 * @param {Record<string, string>} environment
 */
export function startApp(name, folder, environment) {
  const args = [join(workspace, 'apps', name, 'dist/main.js')];
  /** @type {NodeJS.ProcessEnv} */
  const env = { ...process.env, ...environment };
  for (const variable of WITHHELD[name]) delete env[variable];
  return startGuarded({ command: process.execPath, args, env, cwd: workspace, logFile: folder.logOf(name) });
}

/**
 * Resolves once the web server says that everything is ready; it knows of the worker.
 * @param {Surroundings} surroundings
 * @param {Record<string, string>} environment
 */
export async function keepApps({ settings, folder, services, signal }, environment) {
  /** @param {'api' | 'worker'} name */
  const keep = async (name) => {
    const running = await services.keep(name, () => startApp(name, folder, environment));
    return { name, logFile: folder.logOf(name), running };
  };
  const apps = [await keep('worker'), await keep('api')];
  await untilUp(settings, signal, apps);
}

/**
 * @param {Settings} settings @param {AbortSignal} signal
 * @param {readonly { name: string, logFile: string, running: Running }[]} apps
 */
export async function untilUp(settings, signal, apps) {
  await Promise.race([untilHealthy(settings, signal), ...apps.map(failWhenEnded)]);
}

/** @param {{ name: string, logFile: string, running: Running }} app @returns {Promise<never>} */
async function failWhenEnded({ name, logFile, running }) {
  const how = await running.exited;
  throw new LauncherError(`The ${name} ended before it was ready (${how}).`, undefined, lastLines(logFile));
}

/** @param {Settings} settings @param {AbortSignal} signal */
async function untilHealthy({ HOST, PORT }, signal) {
  const url = `http://${localName(HOST)}:${PORT}/api/health/ready`;
  let answer = '';
  const isReady = async () => {
    signal.throwIfAborted();
    answer = await healthOf(url);
    return answer === READY;
  };
  if (await waitUntil(isReady, READY_PATIENCE)) return;
  throw new LauncherError(`${url} did not say in time that all is ready (${answer}).`, 'The logs say why.');
}

/** Ready as soon as it answers people; for the summary the worker must have reported too. @param {string} url */
async function healthOf(url) {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    const body = await response.text();
    const isReady = response.status === 200 && JSON.parse(body).worker === 'up';
    return isReady ? READY : `${response.status} ${body}`;
  } catch {
    return 'no answer';
  }
}

/** How this machine itself reaches a server that listens on `host`. @param {string} host */
function localName(host) {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return isIP(host) === 6 ? `[${host}]` : host;
}

/** @param {Settings} settings */
function publicUrl({ PUBLIC_URL, HOST, PORT }) {
  const name = localName(HOST);
  const isThisMachine = ['127.0.0.1', '[::1]'].includes(name);
  return PUBLIC_URL ?? `http://${isThisMachine ? 'localhost' : name}:${PORT}`;
}
