import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { lostForGood, PaperFiles, PaperQueue } from '@trinhduyet/dossiers';
import { type Press, startPress } from '@trinhduyet/papers';
import type { Door } from '@trinhduyet/persistence';
import type { FileStore } from '@trinhduyet/storage';
import { logFailure, Loop } from './loop';

/** A few at a time: between two batches there may be something that people wait for. */
const AT_ONCE = 4;
const EVERY_MS = 1_000;

/** Makes the bytes of papers that nobody has asked for yet, behind everything else. Any number of workers may. */
@Injectable()
export class PaperLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly press: Press = startPress();
  private readonly loop: Loop;

  constructor(door: Door, store: FileStore) {
    const files = new PaperFiles({
      door,
      store,
      press: this.press,
      differs: (which) => Logger.error(lostForGood(which), 'Papers'),
    });
    const queue = new PaperQueue(door, files, (error) => logFailure('papers', error));
    this.loop = new Loop('papers', EVERY_MS, async () => (await queue.make(AT_ONCE)) === AT_ONCE);
  }

  onApplicationBootstrap(): void {
    this.loop.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.loop.stop();
    await this.press.end();
  }
}
