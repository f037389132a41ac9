// The two servers under the product: private ones, kept running from the data folder, or those that the person named.
import { connect } from 'node:net';
import { join } from 'node:path';
import { prepareRoles, withClient } from './database.mjs';
import { LauncherError } from './errors.mjs';
import { startPostgres } from './postgres.mjs';
import { findTemporalBy } from './temporal-program.mjs';
import { startTemporal } from './temporal.mjs';
import { succeeds } from './tools.mjs';

/** @typedef {import('./launch.mjs').Surroundings} Surroundings */

/** @param {Surroundings} surroundings @returns {Promise<Record<string, string>>} for the product's environment */
export async function keepPostgres({ settings, folder, services }) {
  if (settings.DATABASE_URL) {
    await expectDatabase(settings.DATABASE_URL);
    return prepareRoles(settings.DATABASE_URL, folder.secrets);
  }
  const { url } = await services.keep('postgres', () =>
    startPostgres({
      folder: folder.postgres,
      port: settings.PG_PORT,
      programs: settings.PG_BIN,
      logFile: folder.logOf('postgres'),
    }),
  );
  return prepareRoles(url, folder.secrets);
}

/** @param {string} url */
async function expectDatabase(url) {
  try {
    await withClient(url, async () => {});
  } catch (error) {
    const { host, pathname } = new URL(url);
    const reason = /** @type {Error} */ (error).message;
    throw new LauncherError(`PostgreSQL at ${host}${pathname} does not let us in (${reason}).`, 'Check DATABASE_URL.');
  }
}

/** @param {Surroundings} surroundings @returns {Promise<Record<string, string>>} for the product's environment */
export async function keepTemporal({ settings, folder, services, report, signal }) {
  const { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_UI_URL = '' } = settings;
  if (TEMPORAL_ADDRESS) {
    await expectTemporal(TEMPORAL_ADDRESS);
    return { TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE, TEMPORAL_UI_URL };
  }
  const program = await findTemporalBy(settings, { report, signal });
  const { address, uiUrl } = await services.keep('temporal', () =>
    startTemporal({
      program,
      port: settings.TEMPORAL_PORT,
      uiPort: settings.TEMPORAL_UI_PORT,
      databaseFile: join(folder.temporal, 'temporal.db'),
      namespace: TEMPORAL_NAMESPACE,
      logFile: folder.logOf('temporal'),
    }),
  );
  return { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE, TEMPORAL_UI_URL: TEMPORAL_UI_URL || uiUrl };
}

/** @param {string} address */
async function expectTemporal(address) {
  const [host, port] = address.split(':');
  const answered = new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), timeout: 5_000 }, () => resolve(socket.destroy()));
    socket.once('error', reject).once('timeout', () => socket.destroy(new Error('no answer')));
  });
  if (await succeeds(answered)) return;
  throw new LauncherError(`No Temporal server answers at ${address}.`, 'Check TEMPORAL_ADDRESS.');
}
