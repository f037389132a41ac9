import { Connection } from '@temporalio/client';
import { msToTs } from '@temporalio/common/lib/time';
import type { Worker, WorkflowBundle } from '@temporalio/worker';
import { Wakes } from '@trinhduyet/dossiers';
import type { World } from '@trinhduyet/dossiers/testing';
import { Channel, type Door } from '@trinhduyet/persistence';
import type { WorkerSettings } from '@trinhduyet/settings';
import { randomBytes } from 'node:crypto';
import { DossierActivitiesService } from '../dossier.activities';
import { Relay } from '../relay';
import { TemporalConnection } from '../temporal-connection';
import { type Built, bundleWorkflows, createWorker, makeCurrent } from '../temporal-worker';

const address = () => process.env['TEST_TEMPORAL_ADDRESS'] ?? '';
const DAY = msToTs('1 day');
let bundle: Promise<WorkflowBundle> | undefined;

/** A namespace of the test's own, so that one file's workflows are none of another's. */
export async function aNamespace(): Promise<string> {
  const namespace = `test-${randomBytes(4).toString('hex')}`;
  const connection = await Connection.connect({ address: address(), connectTimeout: '30s' });
  await connection.workflowService.registerNamespace({
    namespace,
    workflowExecutionRetentionPeriod: DAY,
  });
  for (let tries = 0; ; tries += 1) {
    const isKnown = await connection.workflowService.describeNamespace({ namespace }).then(
      () => true,
      () => false,
    );
    if (isKnown && tries > 0) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  await connection.close();
  return namespace;
}

/** Worker and relay of a world, on real Temporal; either can be stopped and started again. */
export class Carrier {
  readonly temporal: TemporalConnection;
  private worker?: { readonly worker: Worker; readonly ended: Promise<void> };
  private relay?: Relay;
  private readonly channel: Channel;

  private constructor(
    private readonly world: World,
    private readonly door: Door,
    private readonly settings: WorkerSettings,
  ) {
    this.temporal = new TemporalConnection(settings);
    this.channel = new Channel(world.database.url, 'td_worker');
  }

  static async create(world: World): Promise<Carrier> {
    const settings = {
      TEMPORAL_ADDRESS: address(),
      TEMPORAL_NAMESPACE: await aNamespace(),
    } as WorkerSettings;
    return new Carrier(world, await world.database.door('td_relay'), settings);
  }

  get namespace(): string {
    return this.settings.TEMPORAL_NAMESPACE;
  }

  private get built(): Built {
    return { ...this.settings, buildId: 'test' };
  }

  async start(): Promise<void> {
    await this.startWorker();
    await this.startRelay();
  }

  async startWorker(): Promise<void> {
    bundle ??= bundleWorkflows();
    const activities = new DossierActivitiesService(this.world.follower, this.channel);
    const worker = await createWorker(this.built, await bundle, activities);
    this.worker = { worker, ended: worker.run() };
    await makeCurrent(this.built);
  }

  async stopWorker(): Promise<void> {
    this.worker?.worker.shutdown();
    await this.worker?.ended;
    this.worker = undefined;
  }

  async startRelay(): Promise<void> {
    this.relay = new Relay(new Wakes(this.door), this.temporal, this.channel);
    await this.relay.onApplicationBootstrap();
  }

  async stopRelay(): Promise<void> {
    await this.relay?.onModuleDestroy();
    this.relay = undefined;
  }

  async stop(): Promise<void> {
    await this.stopRelay();
    await this.stopWorker();
    await this.temporal.onModuleDestroy();
    await this.channel.end();
  }
}

/** Asks again and again until it is so; says what it last saw when it never is. */
export async function eventually<T>(see: () => Promise<T>, isSo: (seen: T) => boolean, withinMs = 15_000): Promise<T> {
  const until = Date.now() + withinMs;
  for (;;) {
    const seen = await see();
    if (isSo(seen)) return seen;
    if (Date.now() > until) throw new Error(`It never came to be. Last seen: ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
