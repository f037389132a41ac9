import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { sealJournal } from '@trinhduyet/dossiers';
import type { Door } from '@trinhduyet/persistence';
import { Loop } from './loop';
import { WORKER_DOOR } from './tokens';

const EVERY_MS = 60_000;

/** Partitions for the days ahead, and seals on the journals of refusals and reads. */
@Injectable()
export class Housekeeping implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop('housekeeping', EVERY_MS, () => this.turn());

  constructor(@Inject(WORKER_DOOR) private readonly door: Door) {}

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<boolean> {
    await this.door.asActor({ kind: 'bulk' }, (transaction) => transaction.query('SELECT door.keep_partitions()'));
    await sealJournal(this.door, 'refusal');
    await sealJournal(this.door, 'access_log');
    return false;
  }
}
