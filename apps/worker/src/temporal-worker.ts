import { Logger } from '@nestjs/common';
import {
  bundleWorkflowCode,
  DefaultLogger,
  NativeConnection,
  Runtime,
  Worker,
  type WorkflowBundleOption,
} from '@temporalio/worker';
import { Connection } from '@temporalio/client';
import type { WorkerSettings } from '@trinhduyet/settings';
import { type DossierActivities, TASK_QUEUE, WORKFLOWS_MODULE } from '@trinhduyet/workflows/contract';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const DEPLOYMENT = 'dossiers';
const RETRY_MS = 1_000;

/** Where Temporal is, and which build of the workflows this is. */
export type Built = Pick<WorkerSettings, 'TEMPORAL_ADDRESS' | 'TEMPORAL_NAMESPACE'> & { readonly buildId: string };

/** Other code is another build: whoever changes a workflow cannot forget to say so. */
export function buildIdOf({ BUILD_ID }: WorkerSettings, bundle: { readonly codePath: string }): string {
  return BUILD_ID ?? createHash('sha256').update(readFileSync(bundle.codePath)).digest('hex').slice(0, 16);
}

/** Sends Temporal's own log through ours, from warnings upwards. */
export function quietTemporal(): void {
  Runtime.install({
    logger: new DefaultLogger('WARN', ({ level, message }) => Logger.warn(`${level} ${message}`, 'Temporal')),
  });
}

/** Waits for Temporal as long as it takes: the database is the record, and people go on deciding meanwhile. */
export async function createWorker(
  { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace, buildId }: Built,
  workflowBundle: WorkflowBundleOption,
  activities: DossierActivities,
): Promise<Worker> {
  const connection = await connect(address);
  return Worker.create({
    connection,
    namespace,
    workflowBundle,
    taskQueue: TASK_QUEUE,
    activities: {
      followRoute: activities.followRoute.bind(activities),
      runCheck: activities.runCheck.bind(activities),
      issuePaper: activities.issuePaper.bind(activities),
    },
    workerDeploymentOptions: {
      version: { deploymentName: DEPLOYMENT, buildId },
      useWorkerVersioning: true,
      defaultVersioningBehavior: 'PINNED', // short workflows; a dossier's says otherwise for itself
    },
    stickyQueueScheduleToStartTimeout: '2s',
    shutdownGraceTime: '5s',
    identity: `${buildId}@${process.pid}`,
  });
}

/** Makes this build the one that new work goes to, and dossiers under way move to. Known only once a worker polls. */
export async function makeCurrent({
  TEMPORAL_ADDRESS: address,
  TEMPORAL_NAMESPACE: namespace,
  buildId,
}: Built): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  try {
    for (;;) {
      const isCurrent = await connection.workflowService
        .setWorkerDeploymentCurrentVersion({
          namespace,
          deploymentName: DEPLOYMENT,
          buildId,
          ignoreMissingTaskQueues: true,
        })
        .then(
          () => true,
          (error: unknown) => !isNotKnownYet(error),
        );
      if (isCurrent) return;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  } finally {
    await connection.close();
  }
}

/** NOT_FOUND, FAILED_PRECONDITION and UNAVAILABLE pass by themselves. */
function isNotKnownYet(error: unknown): boolean {
  if (!(error instanceof Error && 'code' in error)) throw error;
  if (![5, 9, 14].includes(Number(error.code))) throw error;
  return true;
}

async function connect(address: string): Promise<NativeConnection> {
  for (let told = false; ;) {
    try {
      return await NativeConnection.connect({ address });
    } catch {
      if (!told) Logger.warn('Temporal does not answer yet; trying again', 'Temporal');
      told = true;
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
    }
  }
}

/** The workflows' code as one file, made when the worker is built; nothing is bundled when it starts. */
export function bundleWorkflows(): Promise<{ code: string }> {
  return bundleWorkflowCode({
    workflowsPath: require.resolve(WORKFLOWS_MODULE),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => {
      config.resolve = {
        ...config.resolve,
        conditionNames: ['@trinhduyet/source', 'webpack', 'require', 'import', 'node', 'default'],
      };
      return config;
    },
  });
}
