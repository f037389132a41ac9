import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLineTool } from '../../../deploy/local/apps.mjs';
import { prepareRoles } from '../../../deploy/local/database.mjs';
import { lastLines } from '../../../deploy/local/files.mjs';
import { startGuarded, type Running } from '../../../deploy/local/guarded.mjs';
import { freePort } from '../../../deploy/local/ports.mjs';
import { removeReachable } from '../../../deploy/local/postgres-account.mjs';
import { startPostgres } from '../../../deploy/local/postgres.mjs';
import { waitUntil } from '../../../deploy/local/processes.mjs';
import { readSettings } from '../../../deploy/local/settings.mjs';
import { findTemporalBy } from '../../../deploy/local/temporal-program.mjs';
import { startTemporal } from '../../../deploy/local/temporal.mjs';
import { workspace } from '../../../deploy/local/workspace.mjs';

export type Part = 'postgres' | 'temporal' | 'worker' | 'api';

const PATIENCE = 60_000;

/** The whole product with its demo, as `npm start` brings it up, on ports and in a folder of its own. */
export class Product {
  private readonly running = new Map<Part, Running>();

  private constructor(
    private readonly folder: string,
    private readonly ports: Readonly<Record<Part, number>>,
    private readonly environment: Record<string, string>,
  ) {}

  static async start(): Promise<Product> {
    const folder = mkdtempSync(join(tmpdir(), 'td-product-'));
    chmodSync(folder, 0o711); // PostgreSQL may run as another user
    mkdirSync(join(folder, 'files'));
    const ports = {
      postgres: await freePort(),
      temporal: await freePort(),
      worker: 0,
      api: await freePort(),
    };
    const product = new Product(folder, ports, {
      HOST: '127.0.0.1',
      PORT: String(ports.api),
      PUBLIC_URL: `http://localhost:${ports.api}`,
      FILES_DIR: join(folder, 'files'),
      DEMO: '1',
      SECRET_KEY: 'a secret of this test run, long enough',
      LOG_LEVEL: 'warn',
      NODE_ENV: 'production',
      TEMPORAL_ADDRESS: `127.0.0.1:${ports.temporal}`,
    });
    try {
      await product.bringUp();
    } catch (error) {
      await product.stop();
      throw error;
    }
    return product;
  }

  get url(): string {
    return this.environment['PUBLIC_URL'] ?? '';
  }

  /** Ends a part as a power cut would. */
  async kill(part: Part): Promise<void> {
    const running = this.running.get(part);
    running?.kill();
    await running?.exited;
    this.running.delete(part);
  }

  async startAgain(part: Part): Promise<void> {
    this.running.set(part, await this.launch(part));
    if (this.running.has('api')) await this.untilReady(); // nobody else could tell
  }

  /** The command line, as `npm run demo:clock` and its like call it. */
  command(...args: string[]): string {
    const env = { ...process.env, ...this.environment };
    const { status, stdout, stderr } = spawnSync(process.execPath, [commandLineTool, ...args], {
      env,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${args.join(' ')}: ${stderr}${stdout}`);
    return stdout;
  }

  async stop(): Promise<void> {
    for (const part of ['api', 'worker', 'temporal', 'postgres'] as const) await this.running.get(part)?.stop();
    removeReachable(join(this.folder, 'postgres'));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What a part wrote last, to be shown with a failure. */
  log(part: Part): string {
    return lastLines(this.logOf(part));
  }

  private async bringUp(): Promise<void> {
    const [postgres, temporal] = await Promise.all([this.launch('postgres'), this.launch('temporal')]);
    this.running.set('postgres', postgres).set('temporal', temporal);
    const { url } = postgres as Running & { url: string };
    Object.assign(this.environment, await prepareRoles(url, join(this.folder, 'passwords.json')));
    this.command('seed-demo');
    for (const part of ['worker', 'api'] as const) this.running.set(part, await this.launch(part));
    await this.untilReady();
  }

  private async launch(part: Part): Promise<Running> {
    if (part === 'postgres') return startPostgres({ ...this.place(part), settings: { fsync: 'off' } });
    if (part === 'temporal') return this.launchTemporal();
    const args = [join(workspace, 'apps', part, 'dist/main.js')];
    const env = { ...process.env, ...this.environment };
    return startGuarded({ command: process.execPath, args, env, cwd: workspace, logFile: this.logOf(part) });
  }

  private async launchTemporal(): Promise<Running> {
    const program = await findTemporalBy(readSettings());
    return startTemporal({ program, ...this.place('temporal'), databaseFile: join(this.folder, 'temporal.db') });
  }

  private place(part: Part) {
    return { folder: join(this.folder, part), port: this.ports[part], logFile: this.logOf(part) };
  }

  private logOf(part: Part): string {
    return join(this.folder, `${part}.log`);
  }

  private async untilReady(): Promise<void> {
    const isReady = async () => {
      const answer = await fetch(`${this.url}/api/health/ready`).catch(() => undefined);
      const body = answer?.ok ? ((await answer.json()) as { worker: string }) : undefined;
      return body !== undefined && (body.worker === 'up' || !this.running.has('worker'));
    };
    if (await waitUntil(isReady, PATIENCE)) return;
    throw new Error(`The product does not get ready.\n${this.log('api')}\n${this.log('worker')}`);
  }
}
