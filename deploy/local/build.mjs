import { join } from 'node:path';
import { runTool } from './tools.mjs';

/** Builds what has changed since the last time; Nx knows. @param {string} folder @param {AbortSignal} [signal] */
export async function build(folder, signal) {
  await runTool(process.execPath, [join(folder, 'node_modules', '.bin', 'nx'), 'run-many', '-t', 'build'], {
    cwd: folder,
    env: { NX_DAEMON: 'false', ...process.env },
    signal,
    title: 'Building (nx run-many -t build)',
  });
}
