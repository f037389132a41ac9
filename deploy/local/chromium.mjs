// The browser of the end-to-end tests: one that is there, else Playwright's download, else the system's package.
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { LauncherError } from './errors.mjs';
import { findOnPath, isExecutable, runTool, succeeds } from './tools.mjs';
import { tryInTurn } from './ways.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const MAC_APPS = ['Google Chrome', 'Chromium'].map((name) => `Applications/${name}.app/Contents/MacOS/${name}`);
const USUAL_PLACES = [
  ...MAC_APPS.flatMap((app) => [join('/', app), join(homedir(), app)]),
  ...['/usr/lib/chromium/chromium', '/snap/bin/chromium', '/opt/google/chrome/chrome'],
];

const { resolve } = createRequire(import.meta.url);

/** The first of some paths that is a browser which starts: a package may be there without the libraries it needs. @param {(string | undefined)[]} paths */
async function firstThatRuns(paths) {
  for (const path of paths) {
    if (path && isExecutable(path) && (await succeeds(runTool(path, ['--version'])))) return path;
  }
  return undefined;
}

async function inPlaywrightsCache() {
  const { chromium } = await import('playwright-core');
  return firstThatRuns([chromium.executablePath()]);
}

/** @param {(line: string) => void} report */
async function downloaded(report) {
  report('Downloading Chromium …');
  await runTool(process.execPath, [resolve('playwright-core/cli.js'), 'install', 'chromium'], {
    title: 'The download',
  });
  return inPlaywrightsCache();
}

/** @param {(line: string) => void} report */
async function installed(report) {
  const apt = findOnPath('apt-get');
  if (!apt || process.getuid?.() !== 0) return undefined;
  report('Installing Chromium with apt-get …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await runTool(apt, ['update'], { env });
  await runTool(apt, ['install', '-y', '--no-install-recommends', 'chromium'], { env, stopSignal: 'SIGTERM' });
  return firstThatRuns(NAMES.map(findOnPath));
}

/**
 * @param {{ named?: string, report?: (line: string) => void }} [wanted] `named`: the setting CHROMIUM
 * @returns {Promise<string>} the path of a browser that starts
 */
export async function findChromium({ named = process.env.CHROMIUM, report = () => {} } = {}) {
  if (named) {
    await runTool(named, ['--version'], { title: `CHROMIUM, which names ${named},` });
    return named;
  }
  const { found, failures } = await tryInTurn({
    PATH: () => firstThatRuns(NAMES.map(findOnPath)),
    'Usual places': () => firstThatRuns(USUAL_PLACES),
    Cache: inPlaywrightsCache,
    Download: () => downloaded(report),
    'apt-get': () => installed(report),
  });
  if (found) return found;
  throw new LauncherError(`No Chromium could be had. ${failures}`, 'Install one, or set CHROMIUM to its program.');
}
