// A private Temporal development server, kept in one database file.
import { startGuarded, untilReady } from './guarded.mjs';
import { runTool, succeeds } from './tools.mjs';

const HOST = '127.0.0.1';
const START_PATIENCE = 30_000;

/**
 * @typedef {object} TemporalOptions
 * @property {string} program
 * @property {number} port
 * @property {number} [uiPort] without it there are no pages
 * @property {string} [databaseFile] without it everything is forgotten at the end
 * @property {string} [namespace]
 * @property {string} logFile
 */

/**
 * @param {TemporalOptions} options
 * @returns resolves once the namespace is there
 */
export async function startTemporal({ program, port, uiPort, databaseFile, namespace = 'default', logFile }) {
  const pages = uiPort ? ['--ui-port', String(uiPort)] : ['--headless'];
  const database = databaseFile ? ['--db-filename', databaseFile] : [];
  const place = ['--ip', HOST, '--port', String(port), '--namespace', namespace, '--log-level', 'warn'];
  const server = await startGuarded({
    command: program,
    args: ['server', 'start-dev', ...place, ...pages, ...database],
    logFile,
  });

  const address = `${HOST}:${port}`;
  const question = ['operator', 'namespace', 'describe', '--namespace', namespace, '--address', address];
  const isReady = () => succeeds(runTool(program, question));
  await untilReady(server, { name: 'Temporal', logFile, patience: START_PATIENCE, isReady });
  return { ...server, address, uiUrl: uiPort ? `http://${HOST}:${uiPort}` : '' };
}
