// Runs one of the product's own commands beside the running launcher: `npm run demo:clock +3wd`, `renew`, `reconcile`.
import { spawn } from 'node:child_process';
import { commandLineTool } from './apps.mjs';
import { DataFolder } from './data-folder.mjs';
import { LauncherError } from './errors.mjs';
import { readSettings } from './settings.mjs';
import { explain } from './terminal.mjs';

function runningEnvironment() {
  const note = new DataFolder(readSettings().DATA_DIR).running();
  if (note?.environment) return note.environment;
  throw new LauncherError('Trình Duyệt is not running.', 'Start it with `npm start` first.');
}

try {
  const env = { ...process.env, ...runningEnvironment() };
  const command = spawn(process.execPath, [commandLineTool, ...process.argv.slice(2)], { env, stdio: 'inherit' });
  command.on('exit', (code) => process.exit(code ?? 1));
} catch (error) {
  explain(error);
}
