import { execFile } from 'node:child_process';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { waitUntil } from '../../deploy/local/processes.mjs';
import { readSettings } from '../../deploy/local/settings.mjs';
import { findTemporalBy } from '../../deploy/local/temporal-program.mjs';
import { allEnded, freePorts, makeClone, parentOf, StartedLauncher } from './clone';
import { makeFolder, removeFolder } from './support';

jest.setTimeout(120_000);

const READY = 'Trình Duyệt is running:';

let folder: string;
let clone: string;
let environment: Record<string, string>;
let launcher: StartedLauncher;

beforeAll(async () => {
  folder = makeFolder();
  clone = makeClone(folder);
  environment = { TEMPORAL_CLI: await findTemporalBy(readSettings()), ...(await freePorts()) };
}, 600_000);

afterAll(() => removeFolder(folder));

async function start(): Promise<StartedLauncher> {
  launcher = new StartedLauncher(clone, environment);
  await launcher.says(READY);
  return launcher;
}

afterEach(async () => {
  if (!launcher) return;
  launcher.interrupt('SIGINT');
  await launcher.exited;
});

const node = (...args: string[]) => promisify(execFile)(process.execPath, args, { cwd: clone });
const health = async () =>
  fetch(`http://127.0.0.1:${environment.PORT}/api/health/ready`).then((answer) => answer.json());
const isHealthy = () =>
  health()
    .then(() => true)
    .catch(() => false);

describe('npm start', () => {
  test('given a fresh clone, when it has started, then one summary tells all there is to know', async () => {
    const { output } = await start();

    expect(output).toContain(`${READY} http://localhost:${environment.PORT}`);
    expect(output).toMatch(new RegExp(`Temporal +http://127.0.0.1:${environment.TEMPORAL_UI_PORT}`));
    expect(output).toMatch(/truong-thon +demo +village head, start 1/);
    expect(output).toContain(join(clone, '.data/logs'));
    expect(output).not.toContain('\u001b');
    expect(await health()).toMatchObject({ user: 'td_app', databases: ['DATABASE_URL'] });
  });

  test('given it runs, when it gets SIGTERM, then everything ends in order, with exit code 0, and the data is kept', async () => {
    const first = await start();
    const children = Object.values(first.children());
    first.interrupt('SIGTERM');

    expect(await first.exited).toBe(0);
    expect(allEnded(children)).toBe(true);
    expect(existsSync(join(clone, '.data/run.json'))).toBe(false);
    expect(readFileSync(join(clone, '.data/logs/postgres.log'), 'utf8')).toContain('database system is shut down');
    expect((await start()).output).toMatch(/village head, start 3/);
    expect(existsSync(join(clone, '.data/logs/postgres.log.1'))).toBe(true);
  });

  test('given it runs, when another is started from the same data, then that one is refused and the first unharmed', async () => {
    const first = await start();

    const second = new StartedLauncher(clone, environment);

    expect(await second.exited).toBe(1);
    expect(second.output).toMatch(/already running from .*\.data \(process \d+, http:\/\/localhost:\d+\)\. Stop it/);
    expect(Object.keys(first.children())).toHaveLength(4);
  });

  test('given it is killed outright, when it is started again, then nothing stands in the way', async () => {
    const first = await start();
    const children = Object.values(first.children());
    first.interrupt('SIGKILL');
    await first.exited;

    const second = await start();

    expect(second.output).toContain(READY);
    expect(allEnded(children)).toBe(true);
  });

  test('given it is killed outright with all its guards, when it is started again, then what was left is stopped', async () => {
    const first = await start();
    const children = Object.values(first.children());
    const guards = children.map(parentOf);
    first.interrupt('SIGKILL');
    for (const guard of guards) process.kill(guard, 'SIGKILL');
    await first.exited;

    const second = await start();

    expect(second.output).toContain(READY);
    expect(allEnded(children)).toBe(true);
  });

  test.each(['api', 'worker', 'temporal', 'postgres'])(
    'given %s is killed, then it is started again and all is well',
    async (name) => {
      const running = await start();
      const victim = running.children()[name]!;

      process.kill(victim.pid, 'SIGKILL');

      expect(await running.says(`${name} ended (SIGKILL); it is started again.`)).toBe(true);
      expect(await waitUntil(() => running.children()[name]?.pid !== victim.pid, 20_000)).toBe(true);
      expect(await waitUntil(isHealthy, 20_000)).toBe(true);
    },
  );

  test('given the product does not get ready, when it is started, then its log says why and all is stopped', async () => {
    const broken = new StartedLauncher(clone, { ...environment, FAKE_API_FAILS: '1' });
    launcher = broken;

    expect(await broken.exited).toBe(1);
    expect(broken.output).toMatch(/Error: no reason[^]*The api ended before it was ready \(exit code 1\)\./);
    expect(existsSync(join(clone, '.data/run.json'))).toBe(false);
  });

  test('given mistakes in the settings, when it is started, then nothing is begun', async () => {
    launcher = new StartedLauncher(clone, { PORT: 'x', DEMO: 'maybe' });

    expect(await launcher.exited).toBe(1);
    expect(launcher.output).toMatch(/PORT must .*\nDEMO must /);
  });

  test('given a data folder that cannot be written, when it is started, then the setting is named', async () => {
    launcher = new StartedLauncher(clone, { ...environment, DATA_DIR: '/dev/null/data' });

    expect(await launcher.exited).toBe(1);
    expect(launcher.output).toMatch(/The data folder \/dev\/null\/data cannot be written \(\w+\)\. .* set DATA_DIR/);
  });

  test('given a taken port that the person named, when it is started, then the setting is named', async () => {
    const first = await start();

    const second = new StartedLauncher(clone, { ...environment, DATA_DIR: '.other' });

    expect(await second.exited).toBe(1);
    expect(second.output).toContain(`Port ${environment.PORT}, which PORT names, is taken.`);
    expect(first.output).not.toContain('is started again');
  });

  test.each(['18.20.0', '20.18.1', '21.7.0', '22.11.0'])(
    'given Node %s, when it is started, then one sentence says what is needed',
    async (version) => {
      const pretend = `data:text/javascript,Object.defineProperty(process, 'versions', { value: { node: '${version}' } })`;

      const { code, stderr } = await node('--import', pretend, 'deploy/local/start.mjs').catch((error) => error);

      expect(code).toBe(1);
      expect(stderr).toBe(`Trình Duyệt needs Node.js 20.19, 22.12 or anything newer; this is ${version}.\n`);
    },
  );
});

describe('the commands beside it', () => {
  test('given it runs, when one is called, then it works on the same database with its own arguments', async () => {
    await start();

    expect((await node('deploy/local/command.mjs', 'demo-clock', '+3wd')).stdout).toBe('clock +3wd\n');
    expect(statSync(join(clone, '.data/run.json')).mode & 0o777).toBe(0o600);
  });

  test('given it does not run, when one is called, then that is said', async () => {
    const { stderr } = await node('deploy/local/command.mjs', 'renew').catch((error) => error);

    expect(stderr).toContain('Trình Duyệt is not running. Start it with `npm start` first.');
  });

  test('given it runs, when the data is to be removed, then that is refused', async () => {
    await start();
    const { stderr } = await node('deploy/local/reset.mjs', '--yes').catch((error) => error);

    expect(stderr).toMatch(/Trình Duyệt is running \(process \d+\)\. Stop it with Ctrl-C first\./);
  });

  test('given nobody to ask, when the data is to be removed, then --yes is asked for', async () => {
    const { stderr } = await node('deploy/local/reset.mjs').catch((error) => error);

    expect(stderr).toContain('Say it with --yes.');
  });

  test('given it does not run, when the data is removed, then the next start begins afresh', async () => {
    await node('deploy/local/reset.mjs', '--yes');
    expect(existsSync(join(clone, '.data'))).toBe(false);

    expect((await start()).output).toMatch(/village head, start 1/);
  });
});
