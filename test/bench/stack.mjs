// The product as `npm start` runs it: the same programs, the same settings, each in a process of its own; only what a
// measurement needs is more, and everything lies in a folder of its own.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { appEnvironment, prepareDatabase, startApp, untilUp } from '../../deploy/local/apps.mjs';
import { prepareRoles } from '../../deploy/local/database.mjs';
import { rotate } from '../../deploy/local/files.mjs';
import { freePort } from '../../deploy/local/ports.mjs';
import { removeReachable } from '../../deploy/local/postgres-account.mjs';
import { startPostgres } from '../../deploy/local/postgres.mjs';
import { readSettings } from '../../deploy/local/settings.mjs';
import { findTemporal } from '../../deploy/local/temporal-program.mjs';
import { startTemporal } from '../../deploy/local/temporal.mjs';
import { cpuOf, cpuOfPostgres } from './cpu.mjs';
import { findTemporalServer, startTemporalOnPostgres } from './temporal-server.mjs';

/** @typedef {import('../../deploy/local/guarded.mjs').Running} Running */
/** @typedef {import('../../deploy/local/data-folder.mjs').DataFolder} DataFolder */

const NAMESPACE = 'default';

export class Stack {
  /** @type {Map<string, Running>} in the order of their start */
  #running = new Map();
  /** @type {Record<string, string>} */
  #environment = {};
  /** Address of the Temporal server at work. */
  temporalAddress = '';
  base = '';

  /** @param {DataFolder} folder @param {AbortSignal} signal @param {(line: string) => void} report */
  constructor(folder, signal, report) {
    this.folder = folder;
    this.signal = signal;
    this.report = report;
  }

  /** A durable PostgreSQL with the product's schema, units, request types and people. */
  async startDatabase() {
    const { folder, signal } = this;
    const given = readSettings();
    const port = await freePort();
    this.settings = {
      ...given,
      HOST: '127.0.0.1',
      PORT: port,
      DEMO: true,
      NODE_ENV: 'production',
      DATA_DIR: folder.path,
    };
    for (const name of ['postgres', 'temporal', 'worker', 'api', 'bare']) rotate(folder.logOf(name));
    removeReachable(folder.postgres);
    rmSync(folder.temporal, { recursive: true, force: true });
    this.postgres = await startPostgres({
      folder: folder.postgres,
      port: await freePort(),
      programs: given.PG_BIN,
      logFile: folder.logOf('postgres'),
    });
    this.#remember('postgres', this.postgres);
    const surroundings = {
      settings: this.settings,
      folder,
      signal,
      report: this.report,
      services: /** @type {never} */ ({}),
    };
    this.#environment = { ...appEnvironment(surroundings), ...(await prepareRoles(this.postgres.url, folder.secrets)) };
    this.base = `http://127.0.0.1:${port}`;
    this.#environment.PAPERS_AHEAD = '0'; // papers are numbered here; how fast they become files is measured apart
    const unasked = { TEMPORAL_ADDRESS: '127.0.0.1:1', TEMPORAL_NAMESPACE: NAMESPACE }; // settings are checked as a whole
    await prepareDatabase(surroundings, { ...this.#environment, ...unasked });
  }

  /** The owner's way into the database. */
  get url() {
    return this.postgres?.url ?? '';
  }

  /** Another Temporal server under the product, which starts anew with it. @param {import('./options.mjs').Server} server */
  async startTemporal(server) {
    await this.#stop('api', 'worker', 'temporal');
    const { running, address, version } = await (server === 'embedded' ? this.#embedded() : this.#onPostgres());
    this.#remember('temporal', running);
    this.temporalAddress = address;
    const environment = {
      ...this.#environment,
      TEMPORAL_ADDRESS: address,
      TEMPORAL_NAMESPACE: NAMESPACE,
      TEMPORAL_UI_URL: '',
    };
    const apps = [];
    for (const name of /** @type {const} */ (['worker', 'api'])) {
      const started = await startApp(name, this.folder, environment);
      this.#remember(name, started);
      apps.push({ name, logFile: this.folder.logOf(name), running: started });
    }
    if (this.settings) await untilUp(this.settings, this.signal, apps);
    return version;
  }

  async #embedded() {
    const { TEMPORAL_CLI, TRINHDUYET_CACHE, TEMPORAL_DOWNLOAD_BASE } = readSettings();
    const { folder, signal, report } = this;
    const program = await findTemporal({
      named: TEMPORAL_CLI,
      cache: TRINHDUYET_CACHE,
      downloadBase: TEMPORAL_DOWNLOAD_BASE,
      report,
      signal,
    });
    const file = join(folder.path, `temporal-${Date.now()}.db`);
    const logFile = folder.logOf('temporal');
    const running = await startTemporal({
      program,
      port: await freePort(),
      databaseFile: file,
      namespace: NAMESPACE,
      logFile,
    });
    return { running, address: running.address, version: 'development server of the CLI, SQLite file' };
  }

  async #onPostgres() {
    const programs = await findTemporalServer({
      cache: readSettings().TRINHDUYET_CACHE,
      report: this.report,
      signal: this.signal,
    });
    const running = await startTemporalOnPostgres({
      programs,
      postgres: this.url,
      folder: this.folder,
      namespace: NAMESPACE,
    });
    return { running, address: running.address, version: 'temporal-server on the same PostgreSQL' };
  }

  /** @param {string} name @param {Running} running */
  #remember(name, running) {
    this.#running.set(name, running);
    this.folder.remember(name, running);
  }

  /** CPU so far in milliseconds, by part. @returns {import('./cpu.mjs').Cpu} */
  cpu() {
    const of = (/** @type {string} */ name) => cpuOf(this.#running.get(name)?.pid ?? 0);
    const { temporal = 0, td_app = 0, ...rest } = cpuOfPostgres(this.#running.get('postgres')?.pid ?? 0);
    const { td_worker = 0, td_relay = 0, background = 0 } = rest;
    return {
      api: of('api'),
      worker: of('worker'),
      temporal: of('temporal'),
      pgApi: td_app,
      pgWorker: td_worker + td_relay,
      pgTemporal: temporal,
      pgRest: background,
    };
  }

  /** Holds the worker where it is while only what is acknowledged is measured, as if it were down. */
  holdWorker() {
    this.#signal('worker', 'SIGSTOP');
  }

  releaseWorker() {
    this.#signal('worker', 'SIGCONT');
  }

  /** @param {string} name @param {NodeJS.Signals} signal */
  #signal(name, signal) {
    const pid = this.#running.get(name)?.pid;
    if (pid !== undefined) process.kill(pid, signal);
  }

  /** @param {readonly string[]} names */
  async #stop(...names) {
    for (const name of names) {
      if (name === 'worker' && this.#running.has(name)) this.releaseWorker(); // one that is held hears nothing
      await this.#running.get(name)?.stop();
      this.#running.delete(name);
    }
  }

  async stop() {
    await this.#stop(...[...this.#running.keys()].reverse());
  }
}
