import net from 'node:net';
import { LauncherError } from './errors.mjs';

/** Below the range from which systems give ports to outgoing connections, so that none of those can sit on it later. */
const FIRST_TEST_PORT = 20_000;
const TEST_PORTS = 10_000;
const LOOPBACK = '127.0.0.1';

/** @typedef {import('./settings.mjs').Settings} Settings */
/** @typedef {'PORT' | 'PG_PORT' | 'TEMPORAL_PORT' | 'TEMPORAL_UI_PORT'} PortSetting */

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
function somebodyAnswers(port, host) {
  return new Promise((resolve) => {
    const socket = net.connect(port, host);
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** Why a port cannot be opened, or nothing when it can. @param {number} port @param {string} host @returns {Promise<string | undefined>} */
function obstacle(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => resolve(error.code ?? error.message));
    server.listen(port, host, () => server.close(() => resolve(undefined)));
  });
}

/**
 * Some systems let a program open a port on one address while another holds it on all of them, hence both questions.
 * @param {number} port
 * @param {string} [host]
 */
export async function whyNotFree(port, host = LOOPBACK) {
  if (await somebodyAnswers(port, LOOPBACK)) return 'EADDRINUSE';
  return obstacle(port, host);
}

/** @param {number} from @param {string} [host] @param {ReadonlySet<number>} [except] handed out already */
export async function nextFreePort(from, host, except = new Set()) {
  for (let port = from; port < 65_536; port++) {
    if (!except.has(port) && !(await whyNotFree(port, host))) return port;
  }
  throw new LauncherError(`No port from ${from} upwards is free.`);
}

/** A free port for a throw-away server; at random, since others look for one at the same time. */
export function freePort() {
  return nextFreePort(FIRST_TEST_PORT + Math.floor(Math.random() * TEST_PORTS));
}

/** @param {Settings} settings the settings that name a port which is going to be opened */
function portSettings(settings) {
  /** @type {PortSetting[]} */
  const names = ['PORT'];
  if (!settings.DATABASE_URL) names.push('PG_PORT');
  if (!settings.TEMPORAL_ADDRESS) names.push('TEMPORAL_PORT', 'TEMPORAL_UI_PORT');
  return names;
}

/**
 * A port that the person named is used or refused; a default one gives way to the next that is free.
 * @param {Settings} settings
 * @param {(line: string) => void} report
 * @returns {Promise<Settings>} the same, with ports that can be opened
 */
export async function settlePorts(settings, report) {
  const names = portSettings(settings);
  const settled = { ...settings };
  /** @type {Map<number, string>} */
  const taken = new Map();
  for (const name of names.filter((each) => settings.given.has(each))) {
    await expectFree(name, settings[name], hostOf(name, settings), taken);
    taken.set(settings[name], name);
  }
  for (const name of names.filter((each) => !settings.given.has(each))) {
    settled[name] = await nextFreePort(settings[name], hostOf(name, settings), new Set(taken.keys()));
    taken.set(settled[name], name);
    if (settled[name] !== settings[name])
      report(`Port ${settings[name]} is taken: ${name} is ${settled[name]} this time.`);
  }
  return settled;
}

/** Only the web server is ever opened to the network. @param {PortSetting} name @param {Settings} settings */
const hostOf = (name, settings) => (name === 'PORT' ? settings.HOST : LOOPBACK);

/** @param {PortSetting} name @param {number} port @param {string} host @param {Map<number, string>} taken */
async function expectFree(name, port, host, taken) {
  const twin = taken.get(port);
  if (twin) throw new LauncherError(`${twin} and ${name} both name port ${port}.`, 'Give each its own.');
  const reason = await whyNotFree(port, host);
  if (reason === 'EADDRINUSE') {
    throw new LauncherError(`Port ${port}, which ${name} names, is taken.`, `Free it, or set ${name} to another.`);
  }
  if (reason) throw new LauncherError(`Port ${port}, which ${name} names, cannot be opened on ${host} (${reason}).`);
}
