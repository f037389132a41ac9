import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from './tools.mjs';

/** What the built programs are made from. */
const SOURCES = ['apps', 'libs', 'workflows', 'package-lock.json', 'tsconfig.base.json', 'nx.json'];
const LEFT_OUT = new Set(['dist', 'node_modules']);

/** @param {string} folder */
const noteFile = (folder) => join(folder, 'node_modules', '.trinhduyet-build');

/**
 * Builds what has changed since the last time; Nx knows. When no file has, Nx need not be asked: that takes longer than
 * all the rest of a start.
 * @param {string} folder @param {AbortSignal} [signal]
 */
export async function build(folder, signal) {
  const made = fingerprint(folder);
  if (existsSync(noteFile(folder)) && readFileSync(noteFile(folder), 'utf8') === made && isBuilt(folder)) return;
  await runTool(process.execPath, [join(folder, 'node_modules', '.bin', 'nx'), 'run-many', '-t', 'build'], {
    cwd: folder,
    env: { NX_DAEMON: 'false', ...process.env },
    signal,
    title: 'Building (nx run-many -t build)',
  });
  writeFileSync(noteFile(folder), made);
}

/** @param {string} folder */
const isBuilt = (folder) => ['api', 'worker', 'web'].every((app) => existsSync(join(folder, 'apps', app, 'dist')));

/** Names, sizes and times of all sources, and the line of Node. @param {string} folder */
function fingerprint(folder) {
  const hash = createHash('sha256').update(process.versions.node);
  for (const source of SOURCES) addTo(hash, join(folder, source));
  return hash.digest('hex');
}

/** @param {import('node:crypto').Hash} hash @param {string} path */
function addTo(hash, path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found?.isDirectory()) {
    hash.update(`${path}:${found?.size}:${found?.mtimeMs}\n`);
    return;
  }
  for (const name of readdirSync(path).sort()) if (!LEFT_OUT.has(name)) addTo(hash, join(path, name));
}
