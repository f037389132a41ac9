// Temporal as it runs in production: its server on PostgreSQL, here beside the product's own database. The programs come
// from a setting, PATH, our cache, or are built with Go.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { makeDatabase } from '../../deploy/local/database.mjs';
import { LauncherError } from '../../deploy/local/errors.mjs';
import { startGuarded, untilReady } from '../../deploy/local/guarded.mjs';
import { freePort } from '../../deploy/local/ports.mjs';
import { findOnPath, runTool, succeeds } from '../../deploy/local/tools.mjs';
import { tryInTurn } from '../../deploy/local/ways.mjs';
import { withClient } from '../../deploy/local/database.mjs';

export const TEMPORAL_SERVER_VERSION = '1.32.1';
const MODULE = 'go.temporal.io/server/cmd';
const START_PATIENCE = 60_000;
const ROLE = 'temporal';
const SHARDS = 4;

/** @typedef {{ server: string, sql: string }} Programs */
/** @typedef {{ cache: string, report: (line: string) => void, signal: AbortSignal }} Wanted */

/** Both lie in one folder, under the names of the official releases. @param {string} folder */
const inFolder = (folder) => ({ server: join(folder, 'temporal-server'), sql: join(folder, 'temporal-sql-tool') });

/** @param {Programs} programs */
const areThere = ({ server, sql }) => existsSync(server) && existsSync(sql);

/** @param {string} cache */
const placeInCache = (cache) => join(cache, `temporal-server-${TEMPORAL_SERVER_VERSION}-${platform()}-${arch()}`);

async function named() {
  const folder = process.env.TEMPORAL_SERVER_BIN;
  if (!folder) return undefined;
  if (!areThere(inFolder(folder))) throw new LauncherError(`${folder} holds no temporal-server and temporal-sql-tool.`);
  return folder;
}

async function onPath() {
  const server = findOnPath('temporal-server');
  const folder = server?.slice(0, -'/temporal-server'.length);
  return folder !== undefined && areThere(inFolder(folder)) ? folder : undefined;
}

/** @param {Wanted} wanted */
async function built({ cache, report, signal }) {
  const go = findOnPath('go');
  if (!go) throw new LauncherError('Go is not installed.');
  report(`temporal-server ${TEMPORAL_SERVER_VERSION} is built with Go: some minutes, this once.`);
  const place = placeInCache(cache);
  const part = `${place}.${process.pid}.part`;
  mkdirSync(part, { recursive: true });
  try {
    const modules = ['server', 'tools/sql'].map((name) => `${MODULE}/${name}@v${TEMPORAL_SERVER_VERSION}`);
    await runTool(go, ['install', '-trimpath', '-ldflags', '-s -w', ...modules], {
      env: { ...process.env, CGO_ENABLED: '0', GOBIN: part },
      title: 'Building temporal-server with Go',
      signal,
    });
    const { server, sql } = inFolder(part);
    renameSync(join(part, 'server'), server);
    renameSync(join(part, 'sql'), sql);
    renameSync(part, place);
    return place;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

/** @param {Wanted} wanted @returns {Promise<Programs>} */
export async function findTemporalServer(wanted) {
  const cached = placeInCache(wanted.cache);
  const { found, failures } = await tryInTurn(
    {
      TEMPORAL_SERVER_BIN: named,
      PATH: onPath,
      Cache: async () => (areThere(inFolder(cached)) ? cached : undefined),
      Build: () => built(wanted),
    },
    wanted.signal,
  );
  wanted.signal.throwIfAborted();
  if (found) return inFolder(found);
  throw new LauncherError(`No temporal-server ${TEMPORAL_SERVER_VERSION} could be had. ${failures}`);
}

/**
 * @param {{ programs: Programs, postgres: string, folder: import('../../deploy/local/data-folder.mjs').DataFolder, namespace: string }} wanted
 */
export async function startTemporalOnPostgres({ programs, postgres, folder, namespace }) {
  const { hostname, port } = new URL(postgres);
  const password = 'temporal';
  await withClient(postgres, (client) => client.query(`CREATE ROLE ${ROLE} LOGIN PASSWORD '${password}'`)).catch(
    () => {},
  );
  /** @param {string} database @param {string} schema */
  const prepare = async (database, schema) => {
    await makeDatabase(postgres, database);
    await withClient(postgres, (client) => client.query(`ALTER DATABASE ${database} OWNER TO ${ROLE}`));
    const tool = [
      '--plugin',
      'postgres12',
      '--endpoint',
      hostname,
      '--port',
      port,
      '--user',
      ROLE,
      '--password',
      password,
    ];
    await runTool(programs.sql, [...tool, '--database', database, 'setup-schema', '-v', '0.0']);
    await runTool(programs.sql, [
      ...tool,
      '--database',
      database,
      'update-schema',
      '--schema-name',
      `postgresql/v12/${schema}`,
    ]);
  };
  await prepare('temporal', 'temporal');
  await prepare('temporal_visibility', 'visibility');

  const ports = await manyPorts(9);
  const address = `127.0.0.1:${ports[0]}`;
  const config = join(folder.path, 'temporal.yaml');
  writeFileSync(config, configuration({ postgres: `${hostname}:${port}`, password, ports }), { mode: 0o600 });
  const logFile = folder.logOf('temporal');
  const server = await startGuarded({
    command: programs.server,
    args: ['--config-file', config, '--allow-no-auth', 'start'],
    logFile,
  });
  const isReady = () => succeeds(register(address, namespace));
  await untilReady(server, { name: 'temporal-server', logFile, patience: START_PATIENCE, isReady });
  await pause(10_000); // its caches learn of a new namespace by and by
  return { ...server, address };
}

/** @param {number} count */
async function manyPorts(count) {
  const ports = new Set();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

/** @param {string} address @param {string} namespace */
async function register(address, namespace) {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: '5s' });
  try {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: /** @type {never} */ (86_400) } })
      .catch((/** @type {{ code?: number }} */ error) => {
        if (error.code !== 6) throw error; // it is there already
      });
  } finally {
    await connection.close();
  }
}

/** All four services in one process, on this machine only. @param {{ postgres: string, password: string, ports: readonly number[] }} given */
function configuration({ postgres, password, ports }) {
  /** @param {string} database @param {number} connections */
  const store = (database, connections) => ({
    sql: {
      pluginName: 'postgres12',
      databaseName: database,
      connectAddr: postgres,
      connectProtocol: 'tcp',
      user: ROLE,
      password,
      maxConns: connections,
      maxIdleConns: connections,
      maxConnLifetime: '1h',
    },
  });
  const [frontend, http, ...rest] = ports;
  /** @param {number} at */
  const rpc = (at) => ({ grpcPort: rest[at], membershipPort: rest[at + 1], bindOnIP: '127.0.0.1' });
  const disabled = { history: { state: 'disabled' }, visibility: { state: 'disabled' } };
  // JSON is YAML.
  return JSON.stringify({
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'default',
      visibilityStore: 'visibility',
      numHistoryShards: SHARDS,
      datastores: { default: store('temporal', 20), visibility: store('temporal_visibility', 10) },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: { rpc: { grpcPort: frontend, membershipPort: rest[6], httpPort: http, bindOnIP: '127.0.0.1' } },
      matching: { rpc: rpc(0) },
      history: { rpc: rpc(2) },
      worker: { rpc: rpc(4) },
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${frontend}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: disabled,
    namespaceDefaults: { archival: disabled },
    publicClient: { hostPort: `127.0.0.1:${frontend}` },
  });
}
