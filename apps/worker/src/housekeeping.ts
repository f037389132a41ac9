import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type Journal, sealJournal } from '@trinhduyet/dossiers';
import type { Door } from '@trinhduyet/persistence';
import { Loop } from './loop';
import { WORKER_DOOR } from './tokens';

const EVERY_MS = 60_000;

/** Partitions for the days ahead, and seals on the journals of refusals and reads; none waits for another. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loops = [
    new Loop('partitions', EVERY_MS, () => this.keepPartitions()),
    new Loop('seal of refusals', EVERY_MS, () => this.seal('refusal')),
    new Loop('seal of reads', EVERY_MS, () => this.seal('access_log')),
  ];

  constructor(@Inject(WORKER_DOOR) private readonly door: Door) {}

  onApplicationBootstrap(): void {
    for (const loop of this.loops) loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all(this.loops.map((loop) => loop.stop()));
  }

  private async keepPartitions(): Promise<boolean> {
    await this.door.asActor({ kind: 'bulk' }, (transaction) => transaction.query('SELECT door.keep_partitions()'));
    return false;
  }

  private async seal(journal: Journal): Promise<boolean> {
    await sealJournal(this.door, journal);
    return false;
  }
}
