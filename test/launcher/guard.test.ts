import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, stillRuns, waitUntil, type KnownProcess } from '../../deploy/local/processes.mjs';
import { runTool } from '../../deploy/local/tools.mjs';
import { parentOf } from './clone';
import { makeFolder, removeFolder } from './support';

jest.setTimeout(60_000);

const starter = join(__dirname, 'starter.mjs');

let folder: string;
let launcher: ChildProcess;

/** A launcher of one server; the server's log holds what it was told. */
async function startServer(script: string): Promise<{ server: KnownProcess; log: () => string }> {
  const log = join(folder, 'server.log');
  launcher = spawn(process.execPath, [starter, log, script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const line: Buffer = await new Promise((resolve) => launcher.stdout?.once('data', resolve));
  const read = () => readFileSync(log, 'utf8');
  await waitUntil(() => read().includes('up'), 20_000);
  return { server: { pid: Number(line), identity: identify(Number(line)) }, log: read };
}

const ends = (server: KnownProcess) => waitUntil(() => !stillRuns(server), 20_000);

const POLITE = "process.on('SIGTERM', () => { console.log('asked to stop'); process.exit(); });";
const SERVER = "setInterval(() => {}, 1000); console.log('up');";

describe('a guarded server', () => {
  beforeEach(() => {
    folder = makeFolder();
  });

  afterEach(() => {
    launcher.kill('SIGKILL');
    removeFolder(folder);
  });

  test('given its launcher is killed outright, when the guard notices, then it is asked to stop and ends', async () => {
    const { server, log } = await startServer(POLITE + SERVER);

    launcher.kill('SIGKILL');

    expect(await ends(server)).toBe(true);
    expect(log()).toContain('asked to stop');
  });

  test('given its launcher stops it, when it has ended, then the launcher knows', async () => {
    const { server } = await startServer(POLITE + SERVER);

    launcher.stdin?.end('stop');
    const code = await new Promise((resolve) => launcher.once('exit', resolve));

    expect(code).toBe(0);
    expect(stillRuns(server)).toBe(false);
  });

  test('given its guard is killed outright, when the launcher notices, then it is stopped', async () => {
    const { server } = await startServer(POLITE + SERVER);

    process.kill(parentOf(server), 'SIGKILL');

    expect(await ends(server)).toBe(true);
  });

  test('given it does not want to stop, when its launcher is killed, then it is killed too', async () => {
    const { server } = await startServer(`process.on('SIGTERM', () => {}); ${SERVER}`);

    launcher.kill('SIGKILL');

    expect(await waitUntil(() => !stillRuns(server), 12_000)).toBe(true);
  });

  test.each([1, 30, 60, 120])(
    'given its launcher dies %s ms after the guard began, then nothing stays',
    async (delay) => {
      const mark = `setTimeout(() => {}, 60_000 + ${process.pid + delay})`;
      launcher = spawn(process.execPath, [starter, join(folder, 'server.log'), mark], {
        stdio: ['pipe', 'ignore', 'inherit'],
      });
      const processes = () =>
        String(execFileSync('ps', ['-A', '-o', 'args=']))
          .split('\n')
          .filter((line) => line.includes(mark));
      await waitUntil(() => processes().some((line) => line.includes('guard.mjs')), 20_000);
      await pause(delay);

      launcher.kill('SIGKILL');

      expect(await waitUntil(() => processes().length === 0, 20_000)).toBe(true);
    },
  );
});

describe('a guarded tool', () => {
  test.each([1, 30, 300])('given it is called off after %s ms, then the caller knows at once', async (delay) => {
    const since = Date.now();

    await expect(runTool('sleep', ['30'], { signal: AbortSignal.timeout(delay) })).rejects.toThrow(/timeout/);

    expect(Date.now() - since).toBeLessThan(10_000);
  });

  test('given it fails, when it has written what is wrong, then its words are kept', async () => {
    await expect(runTool('sh', ['-c', 'echo so and so >&2; exit 4'], { title: 'The tool' })).rejects.toMatchObject({
      message: 'The tool failed (exit code 4).',
      details: 'so and so',
    });
  });
});
