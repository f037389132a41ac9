// `npm run reset`: removes what the launcher keeps, and nothing else: whatever DATA_DIR names may hold other things too.
import { createInterface } from 'node:readline/promises';
import { DataFolder } from './data-folder.mjs';
import { LauncherError } from './errors.mjs';
import { readSettings } from './settings.mjs';
import { explain, say } from './terminal.mjs';

/** @param {string} question */
async function saysYes(question) {
  if (process.argv.includes('--yes')) return true;
  if (!process.stdin.isTTY) throw new LauncherError('Nobody is there to be asked.', 'Say it with --yes.');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
}

async function reset() {
  const folder = new DataFolder(readSettings().DATA_DIR);
  const running = folder.running();
  if (running) {
    throw new LauncherError(`Trình Duyệt is running (process ${running.launcher.pid}).`, 'Stop it with Ctrl-C first.');
  }
  if (!(await saysYes(`Remove all databases, files and logs in ${folder.path}?`))) return say('Nothing was removed.');
  await folder.stopLeftovers();
  folder.remove();
  say('The data is removed. The next `npm start` begins afresh.');
}

reset().catch(explain);
