// `npm run bench`, once it is known that this Node is new enough to read these files.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../deploy/local/build.mjs';
import { DataFolder } from '../../deploy/local/data-folder.mjs';
import { installPackages, isInstalled } from '../../deploy/local/install.mjs';
import { readSettings } from '../../deploy/local/settings.mjs';
import { explain, say, step } from '../../deploy/local/terminal.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';
import { HELP, readOptions } from './options.mjs';

/** @param {string[]} args */
export async function main(args) {
  if (args.includes('--help')) return say(HELP);
  const interrupt = new AbortController();
  for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(name, () => interrupt.abort());
  await run(args, interrupt.signal).catch((error) => {
    if (interrupt.signal.aborted) process.exitCode = 130;
    else explain(error);
  });
  process.exit();
}

/** @param {string[]} args @param {AbortSignal} signal */
async function run(args, signal) {
  const options = readOptions(args);
  const path = join(readSettings().DATA_DIR, 'bench');
  mkdirSync(path, { recursive: true });
  const folder = new DataFolder(path);
  await folder.claim();
  if (!isInstalled(workspace)) await step('Installing packages', () => installPackages(workspace, signal));
  await step('Building', () => build(workspace, signal));
  const { Stack } = await import('./stack.mjs'); // needs the packages
  const { measure } = await import('./measure.mjs');
  const stack = new Stack(folder, signal, say);
  let isDone = false;
  const aborted = new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  try {
    await Promise.race([measure(stack, options), aborted]);
    isDone = true;
  } finally {
    say('Stopping …');
    await stack.stop();
    folder.release();
    if (isDone) folder.remove(); // else the logs say why
  }
}
