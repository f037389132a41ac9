// What a newcomer does, on a newer Node than the one we develop on: clone, `npm start`, look, lose the launcher to a
// `kill -9`, start again, stop, reset. Takes minutes. Argument: the line of Node, 24 when there is none.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { removeReachable } from '../../deploy/local/postgres-account.mjs';
import { waitUntil } from '../../deploy/local/processes.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';

const MINUTE = 60_000;
const FIRST_START = 20 * MINUTE;
/** The aim is 20 s, and the time is printed; whether it works at all must not hang on how busy a machine is. */
const SECOND_START = 2 * MINUTE;
const STOP = MINUTE;

const nodeLine = process.argv[2] ?? '24';
const folder = mkdtempSync(join(realpathSync(tmpdir()), 'fresh-clone-'));
const clone = join(folder, 'Dự án 1');
const newerNode = join(folder, 'node');
const env = { ...process.env, PATH: `${join(newerNode, 'node_modules/.bin')}${delimiter}${process.env.PATH}` };

/** @type {import('node:child_process').ChildProcess | undefined} */
let npm;
const results = { passed: 0, failed: 0, skipped: 0 };

/** @param {string} command @param {string[]} args @param {string} [cwd] */
const run = (command, args, cwd = clone) => execFileSync(command, args, { cwd, env, encoding: 'utf8' });

/** @param {boolean} isSo @param {string} otherwise */
function expect(isSo, otherwise) {
  if (!isSo) throw new Error(otherwise);
}

/** The first check that fails ends the run: the later ones would only say so again. @param {string} title @param {() => unknown} work */
async function check(title, work) {
  const since = Date.now();
  try {
    await work();
    results.passed++;
    console.log(`✓ ${title} (${((Date.now() - since) / 1000).toFixed(1)} s)`);
  } catch (error) {
    results.failed++;
    console.log(`✗ ${title}`);
    throw error;
  }
}

/** What the launcher in the clone wrote about itself, or nothing. */
function runNote() {
  const file = join(clone, '.data/run.json');
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Starts it and waits until everything runs. @param {number} patience */
async function start(patience) {
  const before = runNote()?.launcher.pid;
  const child = spawn('npm', ['start'], { cwd: clone, env, stdio: ['ignore', 'inherit', 'inherit'] });
  npm = child;
  const runs = () => Boolean(runNote()?.url) && runNote().launcher.pid !== before;
  await waitUntil(() => child.exitCode !== null || runs(), patience);
  expect(runs(), child.exitCode === null ? `not up in ${patience / 1000} s` : `it ended with ${child.exitCode}`);
  return runNote();
}

async function ended() {
  expect(await waitUntil(() => npm?.exitCode !== null || npm.signalCode !== null, STOP), 'it still runs');
  return npm?.exitCode;
}

/** The processes that work in the clone or on its data, wherever that lies. */
function remaining() {
  const places = [clone, realpathSync(join(clone, '.data/postgres'))];
  const processes = execFileSync('ps', ['-A', '-o', 'pid=,args='], { encoding: 'utf8' }).split('\n');
  return processes.filter((line) => places.some((place) => line.includes(place)));
}

async function newcomer() {
  await check(`Node ${nodeLine} comes from npm`, () => {
    run('npm', ['install', '--prefix', newerNode, '--no-audit', '--no-fund', `node@${nodeLine}`], folder);
    expect(run('node', ['--version'], folder).startsWith(`v${nodeLine}.`), 'another Node runs');
  });
  await check('git clone', () => run('git', ['clone', '--quiet', workspace, clone], folder));
  await check('npm start on the fresh clone', () => start(FIRST_START));
  await check('the web page and the health page answer', async () => {
    for (const path of ['/', '/api/health/ready']) {
      const { status } = await fetch(`${runNote().url}${path}`);
      expect(status === 200, `${path} answers ${status}`);
    }
  });
  await check('kill -9 of the launcher, and npm start again', async () => {
    process.kill(runNote().launcher.pid, 'SIGKILL');
    await ended();
    await start(SECOND_START);
  });
  await check('Ctrl-C ends it with exit code 0', async () => {
    process.kill(runNote().launcher.pid, 'SIGINT');
    expect((await ended()) === 0, `exit code ${npm?.exitCode}`);
  });
  await check('nothing of it runs any more', () => expect(remaining().length === 0, remaining().join('\n')));
  await check('npm run reset removes the data', () => {
    run('npm', ['run', 'reset', '--', '--yes']);
    expect(!existsSync(join(clone, '.data')), 'there is still something');
  });
}

/** Whatever went wrong, nothing stays behind. */
async function cleanUp() {
  const launcher = existsSync(clone) ? runNote()?.launcher.pid : undefined;
  if (launcher && npm?.exitCode === null) process.kill(launcher, 'SIGTERM');
  if (launcher) await ended().catch(() => {});
  removeReachable(join(clone, '.data/postgres'));
  rmSync(folder, { recursive: true, force: true });
}

await newcomer().catch((error) => console.error(error));
await cleanUp();
const resultsFolder = join(workspace, '.data/results/@trinhduyet');
mkdirSync(resultsFolder, { recursive: true });
writeFileSync(join(resultsFolder, 'test-fresh-clone.json'), JSON.stringify(results));
console.log(`fresh-clone: ${results.passed} passed, ${results.failed} failed`);
process.exit(results.failed === 0 ? 0 : 1);
