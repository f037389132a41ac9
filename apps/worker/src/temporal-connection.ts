import { Inject, Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Client, Connection, WorkflowNotFoundError } from '@temporalio/client';
import type { DueWake } from '@trinhduyet/dossiers';
import type { WorkerSettings } from '@trinhduyet/settings';
import { DOSSIER_WORKFLOW, RECORDED_SIGNAL, RENEW_SIGNAL, TASK_QUEUE } from '@trinhduyet/workflows/contract';
import { SETTINGS } from './tokens';

/** The relay gives up a call after this; the row's lease is longer. */
const CALL_MS = 3_000;

export type Wake = Pick<DueWake, 'dossierId' | 'sequence' | 'renewal' | 'renewed'>;

/** The client's side of Temporal: starting and waking dossiers' workflows. Reconnects by itself. */
@Injectable()
export class TemporalConnection implements OnModuleDestroy {
  private client?: Promise<Client>;
  /** Whether the last call went through. */
  isUp = false;

  constructor(@Inject(SETTINGS) private readonly settings: WorkerSettings) {}

  /** One call for start, wake, restart and renewal: a workflow that is not there is started, one that is there is told. */
  async wake({ dossierId, sequence, renewal, renewed }: Wake): Promise<void> {
    await this.call((client) =>
      client.workflow.signalWithStart(DOSSIER_WORKFLOW, {
        workflowId: dossierId,
        taskQueue: TASK_QUEUE,
        args: [{ dossierId }],
        signal: renewed < renewal ? RENEW_SIGNAL : RECORDED_SIGNAL, // a renewed run looks too
        signalArgs: [sequence],
        workflowIdReusePolicy: 'ALLOW_DUPLICATE',
        workflowIdConflictPolicy: 'USE_EXISTING',
        workflowTaskTimeout: '5s',
      }),
    );
  }

  async isRunning(dossierId: string): Promise<boolean> {
    return this.call(async (client) => {
      try {
        const { status } = await client.workflow.getHandle(dossierId).describe();
        return status.name === 'RUNNING';
      } catch (error) {
        if (error instanceof WorkflowNotFoundError) return false;
        throw error;
      }
    });
  }

  async onModuleDestroy(): Promise<void> {
    const client = await this.client?.catch(() => undefined);
    await client?.connection.close().catch(() => undefined);
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

  /** One connection for everybody who asks; when it cannot be made, the next one tries again. */
  private connected(): Promise<Client> {
    this.client ??= this.connect().catch((error: unknown) => {
      this.client = undefined;
      throw error;
    });
    return this.client;
  }

  private async connect(): Promise<Client> {
    const { TEMPORAL_ADDRESS: address, TEMPORAL_NAMESPACE: namespace } = this.settings;
    const connection = await Connection.connect({ address, connectTimeout: CALL_MS });
    return new Client({ connection, namespace, identity: `relay@${process.pid}` });
  }
}
