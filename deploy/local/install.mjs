// `npm ci`, when it is needed: the note in node_modules says for which lockfile and which Node the packages were
// installed. npm empties node_modules first, so an installation that was broken off has no note.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './tools.mjs';

/** @param {string} folder */
const noteFile = (folder) => join(folder, 'node_modules', '.trinhduyet-install');

/** @param {string} folder */
export function installNote(folder) {
  const lockfile = readFileSync(join(folder, 'package-lock.json'));
  const [node] = process.versions.node.split('.');
  return `${createHash('sha256').update(lockfile).digest('hex')} node ${node} ${process.platform}-${process.arch}\n`;
}

/** @param {string} folder */
export function isInstalled(folder) {
  const file = noteFile(folder);
  return existsSync(file) && readFileSync(file, 'utf8') === installNote(folder);
}

/** @param {string} folder */
export function noteInstalled(folder) {
  writeFileSync(noteFile(folder), installNote(folder));
}

/** The npm that runs us, with the Node that runs us; else the one on PATH. */
function npm() {
  const running = process.env.npm_execpath;
  return running?.endsWith('npm-cli.js') ? [process.execPath, running] : ['npm'];
}

/** @param {string} folder @param {AbortSignal} [signal] */
export async function installPackages(folder, signal) {
  const [command, ...first] = npm();
  // Building needs the development packages too, whatever NODE_ENV says; and a reason, also under `npm start --silent`.
  await runTool(command, [...first, 'ci', '--include=dev', '--loglevel=notice', '--no-audit', '--no-fund'], {
    cwd: folder,
    signal,
    title: 'Installing packages (npm ci)',
  });
  noteInstalled(folder);
}
