// The program `temporal`, which holds the whole development server: one that is there, else the official download, else
// built from source. Downloads and builds are tried out under another name before they get their place in the cache.
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { download } from './download.mjs';
import { LauncherError } from './errors.mjs';
import { commandLine } from './processes.mjs';
import { fileInTar } from './tar.mjs';
import { findOnPath, runTool } from './tools.mjs';
import { tryInTurn } from './ways.mjs';

export const TEMPORAL_VERSION = '1.5.1';
const MODULE = 'github.com/temporalio/cli';
const NEEDED_GO = 25; // 1.25

/**
 * @typedef {object} Wanted
 * @property {string} [named] the setting TEMPORAL_CLI
 * @property {string} cache
 * @property {string} downloadBase
 * @property {(line: string) => void} [report]
 * @property {AbortSignal} [signal]
 */

/** What the program says of itself, or a failure when it does not run. @param {string} program @param {string} [title] */
async function versionOf(program, title) {
  return (await runTool(program, ['--version'], { title })).trim();
}

/** @param {string} program */
async function expectPinned(program) {
  const answer = await versionOf(program);
  if (answer.split(' ')[2] !== TEMPORAL_VERSION) {
    throw new LauncherError(`It says "${answer}" instead of version ${TEMPORAL_VERSION}.`);
  }
}

/** @param {string} cache */
function placeInCache(cache) {
  return join(cache, `temporal-${TEMPORAL_VERSION}-${platform()}-${arch()}`);
}

/** Removes what killed launchers left half made; what a living one is making stays. @param {string} cache */
function sweep(cache) {
  for (const name of readdirSync(cache)) {
    const maker = /\.(\d+)\.part$/.exec(name)?.[1];
    if (maker && !commandLine(Number(maker))) rmSync(join(cache, name), { recursive: true, force: true });
  }
}

/**
 * Lets `make` put the program into a folder of its own, tries it, and moves it to its place.
 * @param {string} cache
 * @param {(folder: string) => Promise<void>} make
 */
async function intoCache(cache, make) {
  mkdirSync(cache, { recursive: true });
  sweep(cache);
  const place = placeInCache(cache);
  const part = `${place}.${process.pid}.part`;
  mkdirSync(part);
  try {
    await make(part);
    await expectPinned(join(part, 'temporal'));
    renameSync(join(part, 'temporal'), place);
    return place;
  } finally {
    rmSync(part, { recursive: true, force: true });
  }
}

async function onPath() {
  const program = findOnPath('temporal');
  if (program) await versionOf(program);
  return program;
}

/** @param {Wanted} wanted */
async function inCache({ cache }) {
  const place = placeInCache(cache);
  if (!existsSync(place)) return undefined;
  await expectPinned(place);
  return place;
}

/** @param {Wanted} wanted */
async function downloaded({ cache, downloadBase, signal }) {
  const cpu = arch() === 'x64' ? 'amd64' : arch();
  const archive = `temporal_cli_${TEMPORAL_VERSION}_${platform()}_${cpu}.tar.gz`;
  return intoCache(cache, async (folder) => {
    const packed = await download(`${downloadBase}/download/v${TEMPORAL_VERSION}/${archive}`, signal);
    const unpacked = await promisify(gunzip)(packed).catch((error) => {
      throw new LauncherError(`The download is damaged (${error.message}).`);
    });
    writeFileSync(join(folder, 'temporal'), fileInTar(unpacked, 'temporal'));
    chmodSync(join(folder, 'temporal'), 0o755);
  });
}

/** @param {Wanted} wanted */
async function built({ cache, report, signal }) {
  const go = findOnPath('go');
  if (!go) throw new LauncherError('Go is not installed.');
  const version = await runTool(go, ['env', 'GOVERSION']);
  if (Number(/^go1\.(\d+)/.exec(version)?.[1]) < NEEDED_GO) {
    throw new LauncherError(`Go 1.${NEEDED_GO} is needed to build it, this is ${version.trim()}.`);
  }
  report?.('Temporal could not be downloaded and is built with Go instead: some minutes, this once.');
  return intoCache(cache, async (folder) => {
    const flags = `-s -w -X ${MODULE}/temporalcli.Version=${TEMPORAL_VERSION}`; // as in the official releases
    await runTool(go, ['install', '-ldflags', flags, `${MODULE}/cmd/temporal@v${TEMPORAL_VERSION}`], {
      env: { ...process.env, CGO_ENABLED: '0', GOBIN: folder },
      title: 'Building Temporal with Go',
      signal,
    });
  });
}

/**
 * @param {Wanted} wanted
 * @returns {Promise<string>} the path of a program that runs
 */
export async function findTemporal(wanted) {
  if (wanted.named) {
    await versionOf(wanted.named, `TEMPORAL_CLI, which names ${wanted.named},`);
    return wanted.named;
  }
  const { found, failures } = await tryInTurn(
    {
      PATH: onPath,
      Cache: () => inCache(wanted),
      Download: () => downloaded(wanted),
      Build: () => built(wanted),
    },
    wanted.signal,
  );
  wanted.signal?.throwIfAborted();
  if (found) return found;
  throw new LauncherError(
    `No Temporal ${TEMPORAL_VERSION} could be had. ${failures}`,
    'Install Go 1.25 or newer, or set TEMPORAL_CLI to the program `temporal` or TEMPORAL_ADDRESS to a server.',
  );
}

/**
 * The program that the settings name, or whose places they name.
 * @param {import('./settings.mjs').Settings} settings
 * @param {Pick<Wanted, 'report' | 'signal'>} [more]
 */
export function findTemporalBy({ TEMPORAL_CLI, TRINHDUYET_CACHE, TEMPORAL_DOWNLOAD_BASE }, more = {}) {
  return findTemporal({
    named: TEMPORAL_CLI,
    cache: TRINHDUYET_CACHE,
    downloadBase: TEMPORAL_DOWNLOAD_BASE,
    ...more,
  });
}
