import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import type { Door } from '@trinhduyet/persistence';
import { Loop } from './loop';
import { TemporalConnection } from './temporal-connection';
import { WORKER_DOOR } from './tokens';

const EVERY_MS = 2_000;

/** Says in the database that this worker lives, and whether Temporal answers it. */
@Injectable()
export class Heartbeat implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop('heartbeat', EVERY_MS, () => this.beat());
  /** Set once the worker polls for work. */
  polling = false;

  constructor(
    @Inject(WORKER_DOOR) private readonly door: Door,
    private readonly temporal: TemporalConnection,
  ) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  private async beat(): Promise<boolean> {
    const temporal = await this.temporal.isRunning('nobody').then(
      () => true,
      () => false,
    );
    await this.door.asNobody(
      `INSERT INTO heartbeat (process, at, detail) VALUES ('worker', clock_timestamp(), $1)
       ON CONFLICT (process) DO UPDATE SET at = excluded.at, detail = excluded.detail`,
      [JSON.stringify({ temporal, polling: this.polling })],
    );
    return false;
  }
}
