import { bundleWorkflowCode, DefaultLogger, Runtime, Worker, type WorkflowBundle } from '@temporalio/worker';
import { WORKFLOWS_MODULE } from '@trinhduyet/workflows/contract';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(__dirname, 'histories');
const histories = readdirSync(folder);

const bundle = (workflowsPath: string) =>
  bundleWorkflowCode({
    workflowsPath,
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => {
      const conditionNames = ['@trinhduyet/source', 'webpack', 'require', 'import', 'node', 'default'];
      return { ...config, resolve: { ...config.resolve, conditionNames } };
    },
  });
const replay = (workflowBundle: WorkflowBundle, file: string) =>
  Worker.runReplayHistory({ workflowBundle }, JSON.parse(readFileSync(join(folder, file), 'utf8')) as unknown);

let current: WorkflowBundle;
beforeAll(async () => {
  Runtime.install({ logger: new DefaultLogger('ERROR') });
  current = await bundle(require.resolve(WORKFLOWS_MODULE));
}, 60_000);

describe('the workflow of today', () => {
  it.each(histories)('replays %s', async (file) => {
    await expect(replay(current, file)).resolves.toBeUndefined();
  });

  it('has a history of every way that a dossier can go', () => {
    const ways = new Set(histories.map((file) => file.replace(/^\d+\.\d+\.\d+-(.*)\.json$/, '$1')));

    expect([...ways].sort()).toEqual([
      'forwarded-stuck-and-withdrawn',
      'opinion-given-and-decision-taken-back',
      'refused-to-receive',
      'reminded-and-withdrawn',
      'renewed-and-withdrawn',
      'returned-and-rejected',
      'supplemented-and-rejected',
      'three-tier-approved',
      'two-tier-approved',
      'withdrawn',
    ]);
  });
});

describe('a workflow that somebody changed carelessly', () => {
  it('does not replay', async () => {
    const broken = await bundle(join(__dirname, 'broken.workflow.ts'));

    await expect(replay(broken, histories[0] ?? '')).rejects.toThrow(/[Nn]ondeterminism|TMPRL1100/);
  }, 60_000);
});
