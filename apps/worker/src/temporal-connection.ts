import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client, Connection } from '@temporalio/client';
import type { WorkerSettings } from '@trinhduyet/settings';
import { DOSSIER_WORKFLOW, RECORDED_SIGNAL, RENEW_SIGNAL, TASK_QUEUE } from '@trinhduyet/workflows/contract';
import { SETTINGS } from './tokens';

/** The relay gives up a call after this; the row's lease is longer. */
const CALL_MS = 3_000;

/** The client's side of Temporal: starting and waking dossiers' workflows. Reconnects by itself. */
@Injectable()
export class TemporalConnection implements OnModuleDestroy {
  private client?: Client;
  /** Whether the last call went through. */
  isUp = false;

  constructor(@Inject(SETTINGS) private readonly settings: WorkerSettings) {}

  /** One call for start, wake, restart and renewal: a workflow that is not there is started, one that is there is told. */
  async wake({
    dossierId,
    sequence,
    lane,
  }: {
    dossierId: string;
    sequence: number;
    lane: 'people' | 'bulk';
  }): Promise<void> {
    await this.call((client) =>
      client.workflow.signalWithStart(DOSSIER_WORKFLOW, {
        workflowId: dossierId,
        taskQueue: TASK_QUEUE,
        args: [{ dossierId }],
        signal: lane === 'people' ? RECORDED_SIGNAL : RENEW_SIGNAL,
        signalArgs: [sequence],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowTaskTimeout: '5s',
      }),
    );
  }

  async isRunning(dossierId: string): Promise<boolean> {
    return this.call(async (client) => {
      const described = await client.workflow
        .getHandle(dossierId)
        .describe()
        .catch(() => undefined);
      return described?.status.name === 'RUNNING';
    });
  }

  async onModuleDestroy(): Promise<void> {
    await this.client?.connection.close().catch(() => undefined);
  }

  private async call<T>(work: (client: Client) => Promise<T>): Promise<T> {
    try {
      const client = await this.connected();
      const answer = await client.withDeadline(Date.now() + CALL_MS, () => work(client));
      this.isUp = true;
      return answer;
    } catch (error) {
      if (this.isUp) Logger.warn('Temporal does not answer; dossiers are carried on when it does', 'Temporal');
      this.isUp = false;
      throw error;
    }
  }

  private async connected(): Promise<Client> {
    if (!this.client) {
      const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = this.settings;
      const connection = await Connection.connect({ address, connectTimeout: CALL_MS });
      this.client = new Client({ connection, namespace, identity: `relay@${process.pid}` });
    }
    return this.client;
  }
}
