// The servers of a test run: one throw-away PostgreSQL and Temporal for all its files. They are guarded, so they end with
// Jest even when it is killed. No top-level await here or in what this imports: Jest turns it into CommonJS.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../deploy/local/ports.mjs';
import { removeReachable } from '../../deploy/local/postgres-account.mjs';
import { startPostgres } from '../../deploy/local/postgres.mjs';
import { readSettings } from '../../deploy/local/settings.mjs';
import { findTemporalBy } from '../../deploy/local/temporal-program.mjs';
import { startTemporal } from '../../deploy/local/temporal.mjs';

/** What a crash of the machine would lose does not matter here; speed does. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** @type {(() => Promise<void>)[]} */
const cleanups = [];

export async function startTestDatabase() {
  if (process.env.TEST_DATABASE_URL) return;
  const folder = mkdtempSync(join(tmpdir(), 'td-postgres-'));
  chmodSync(folder, 0o711); // PostgreSQL may run as another user
  const postgres = await startPostgres({
    folder: join(folder, 'postgres'),
    port: await freePort(),
    programs: readSettings().PG_BIN,
    logFile: join(folder, 'postgres.log'),
    settings: CARELESS,
  });
  process.env.TEST_DATABASE_URL = postgres.urlOf('postgres');
  cleanups.push(async () => {
    await postgres.stop();
    removeReachable(join(folder, 'postgres'));
    rmSync(folder, { recursive: true, force: true });
  });
}

export async function startTestTemporal() {
  if (process.env.TEST_TEMPORAL_ADDRESS) return;
  const program = await findTemporalBy(readSettings(), { report: (line) => process.stderr.write(`${line}\n`) });
  const folder = mkdtempSync(join(tmpdir(), 'td-temporal-'));
  const temporal = await startTemporal({ program, port: await freePort(), logFile: join(folder, 'temporal.log') });
  process.env.TEST_TEMPORAL_ADDRESS = temporal.address;
  cleanups.push(async () => {
    await temporal.stop();
    rmSync(folder, { recursive: true, force: true });
  });
}

export async function stopTestServers() {
  await Promise.all(cleanups.map((cleanup) => cleanup()));
}
