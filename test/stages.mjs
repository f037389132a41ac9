// What `npm test` does, in order. A stage that fails does not keep the later ones from running.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { findChromium } from '../deploy/local/chromium.mjs';
import { installPackages, isInstalled } from '../deploy/local/install.mjs';
import { readSettings } from '../deploy/local/settings.mjs';
import { findTemporalBy } from '../deploy/local/temporal-program.mjs';
import { bold, explain, say } from '../deploy/local/terminal.mjs';
import { workspace } from '../deploy/local/workspace.mjs';

const RESULTS = join(workspace, '.data/results');

/** Suites that start the whole product want the machine for themselves. */
const WHOLE_PRODUCT = 'tag:layer:test';

/** @type {{ name: string, command: string[] }[]} */
const STAGES = [
  { name: 'formatting', command: ['prettier', '--check', '.'] },
  // Two processes: each of `nx run-many -t lint` would read the whole program for its own project, one would not fit the memory.
  { name: 'lint of the pages', command: ['eslint', '--max-warnings', '0', 'apps/web'] },
  { name: 'lint of the rest', command: ['eslint', '--max-warnings', '0', '.', '--ignore-pattern', 'apps/web'] },
  { name: 'types and build', command: ['nx', 'run-many', '-t', 'typecheck', 'build'] },
  { name: 'tests', command: ['nx', 'run-many', '-t', 'test', '--exclude', WHOLE_PRODUCT] },
  { name: 'tests of the whole', command: ['nx', 'run-many', '-t', 'test', '-p', WHOLE_PRODUCT, '--parallel', '1'] },
];

/** With `--fresh-clone` also what a newcomer does, on a newer Node. @param {string[]} options */
export async function runAll(options) {
  rmSync(RESULTS, { recursive: true, force: true });
  if (!isInstalled(workspace)) {
    say('Installing packages …');
    await installPackages(workspace);
  }
  const env = { NX_DAEMON: 'false', ...process.env, ...(await programs()) };
  const isSound = STAGES.map((stage) => isPassed(stage, env));
  if (options.includes('--fresh-clone')) {
    const command = [process.execPath, join(workspace, 'test/launcher/fresh-clone.mjs')];
    isSound.push(isPassed({ name: 'a fresh clone', command }, env));
  }
  finish(isSound);
}

/** A suite whose program is missing fails by itself, with the sentence that is said here. */
async function programs() {
  const settings = readSettings();
  const wanted = {
    TEMPORAL_CLI: () => findTemporalBy(settings, { report: say }),
    CHROMIUM: () => findChromium({ report: say }),
  };
  /** @type {Record<string, string>} */
  const found = {};
  for (const [name, find] of Object.entries(wanted)) {
    try {
      found[name] = await find();
    } catch (error) {
      explain(error);
    }
  }
  return found;
}

/** @param {{ name: string, command: string[] }} stage @param {NodeJS.ProcessEnv} env */
function isPassed({ name, command: [program = '', ...args] }, env) {
  say(bold(`\n== ${name}`));
  const since = Date.now();
  const path = program.includes('/') ? program : join(workspace, 'node_modules/.bin', program);
  const { status } = spawnSync(path, args, { cwd: workspace, env, stdio: 'inherit' });
  say(`== ${name}: ${status === 0 ? 'passed' : 'FAILED'} in ${Math.round((Date.now() - since) / 1000)} s`);
  return status === 0;
}

/** Adds up what the suites wrote. A stage that failed without a failed test, such as the lint, counts as one. @param {boolean[]} isSound */
function finish(isSound) {
  const suites = resultFiles(RESULTS).map((file) => JSON.parse(readFileSync(file, 'utf8')));
  /** @param {'passed' | 'failed' | 'skipped'} key */
  const total = (key) => suites.reduce((sum, suite) => sum + suite[key], 0);
  const failed = Math.max(total('failed'), isSound.filter((sound) => !sound).length);
  if (total('skipped') > 0) say(`${total('skipped')} skipped`);
  say(`\n${total('passed')} passed, ${failed} failed`);
  process.exit(failed === 0 ? 0 : 1);
}

/** @param {string} folder @returns {string[]} */
function resultFiles(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json'))
    .map((file) => join(folder, file));
}
