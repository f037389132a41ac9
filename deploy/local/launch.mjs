// The whole way from a fresh clone to the running product.
import { appEnvironment, keepApps, prepareDatabase } from './apps.mjs';
import { build } from './build.mjs';
import { rotate } from './files.mjs';
import { installPackages, isInstalled } from './install.mjs';
import { settlePorts } from './ports.mjs';
import { keepPostgres, keepTemporal } from './servers.mjs';
import { summary } from './summary.mjs';
import { say, step } from './terminal.mjs';
import { workspace } from './workspace.mjs';

/**
 * @typedef {object} Surroundings what every part of the start works with
 * @property {import('./settings.mjs').Settings} settings
 * @property {import('./data-folder.mjs').DataFolder} folder
 * @property {import('./services.mjs').Services} services
 * @property {AbortSignal} signal aborted when the person wants it to stop
 * @property {(line: string) => void} report
 */

/** Resolves when everything runs and the summary is shown. @param {Omit<Surroundings, 'report'>} given */
export async function launch({ settings: wished, folder, services, signal }) {
  /** @type {typeof step} */
  const next = (title, work) => {
    signal.throwIfAborted();
    return step(title, work);
  };
  await folder.claim();
  for (const name of ['postgres', 'temporal', 'worker', 'api']) rotate(folder.logOf(name));
  const settings = await settlePorts(wished, say);
  const surroundings = { settings, folder, services, signal, report: say };

  if (!isInstalled(workspace)) await next('Installing packages', () => installPackages(workspace, signal));
  await next('Building', () => build(workspace, signal));
  const servers = await next('Starting PostgreSQL and Temporal', () =>
    Promise.all([keepPostgres(surroundings), keepTemporal(surroundings)]),
  );
  const environment = Object.assign(appEnvironment(surroundings), ...servers);
  const accounts = await next('Preparing the database', () => prepareDatabase(surroundings, environment));
  await next('Starting the worker and the web server', () => keepApps(surroundings, environment));
  folder.announce(environment.PUBLIC_URL, environment);
  say(summary({ environment, folder, accounts }));
}
