import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { copyFileSync, cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { noteInstalled } from '../../deploy/local/install.mjs';
import { freePort } from '../../deploy/local/ports.mjs';
import { stillRuns, waitUntil, type KnownProcess } from '../../deploy/local/processes.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';

/** Where the launcher looks for the product, and what stands there in its place. */
const STAND_INS = {
  'apps/api/dist/main.js': 'api.mjs',
  'apps/worker/dist/cli.js': 'cli.mjs',
  'apps/worker/dist/main.js': 'worker.mjs',
  'node_modules/.bin/nx': 'nx.mjs',
};

/** A clone with the real launcher and the real packages, but a small stand-in for the product and for Nx. */
export function makeClone(folder: string): string {
  const clone = join(folder, 'trình duyệt');
  cpSync(join(workspace, 'deploy/local'), join(clone, 'deploy/local'), { recursive: true });
  writeFileSync(join(clone, 'package.json'), JSON.stringify({ type: 'module' }));
  writeFileSync(join(clone, 'package-lock.json'), '{}');
  const packages = readdirSync(join(workspace, 'node_modules')).filter(
    (name) => !name.startsWith('.') && name !== 'nx',
  );
  mkdirSync(join(clone, 'node_modules'));
  for (const name of packages) symlinkSync(join(workspace, 'node_modules', name), join(clone, 'node_modules', name));
  noteInstalled(clone);
  for (const [place, standIn] of Object.entries(STAND_INS)) {
    mkdirSync(dirname(join(clone, place)), { recursive: true });
    copyFileSync(join(__dirname, 'fake-clone', standIn), join(clone, place));
  }
  return clone;
}

/** Ports that nobody else uses, so that tests can run beside a launcher. */
export async function freePorts(): Promise<Record<string, string>> {
  const names = ['PORT', 'PG_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT'];
  const ports: Record<string, string> = {};
  for (const name of names) ports[name] = String(await freePort());
  return ports;
}

/** A launcher that was started in a clone, with what it has written so far. */
export class StartedLauncher {
  output = '';
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;

  constructor(
    private readonly clone: string,
    environment: Record<string, string>,
    args: string[] = [],
  ) {
    const env = { ...process.env, ...environment };
    this.process = spawn(process.execPath, ['deploy/local/start.mjs', ...args], { cwd: clone, env });
    const note = (text: Buffer) => (this.output += text);
    this.process.stdout?.on('data', note);
    this.process.stderr?.on('data', note);
    this.exited = new Promise((resolve) => this.process.once('close', resolve));
  }

  /** Resolves when it has said something, or when it has ended without. */
  async says(text: string): Promise<boolean> {
    const hasSaid = () => this.output.includes(text);
    await Promise.race([this.exited, waitUntil(hasSaid, 60_000)]);
    return hasSaid();
  }

  /** What runs for it, by name. */
  children(): Record<string, KnownProcess> {
    return JSON.parse(readFileSync(join(this.clone, '.data/run.json'), 'utf8')).children;
  }

  interrupt(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }
}

/** The guard of a child. */
export const parentOf = ({ pid }: KnownProcess): number =>
  Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]));

export const allEnded = (processes: KnownProcess[]): boolean => !processes.some(stillRuns);
