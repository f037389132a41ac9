import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Journals, lostForGood } from '@trinhduyet/dossiers';
import type { Press } from '@trinhduyet/papers';
import { Channel, Door } from '@trinhduyet/persistence';
import { PRESS } from './tokens';

/** Ends in order: what waits in the journals is written before the door closes. */
@Injectable()
export class Lifecycle implements OnApplicationShutdown {
  constructor(
    private readonly journals: Journals,
    private readonly channel: Channel,
    private readonly door: Door,
    @Inject(PRESS) private readonly press: Press,
  ) {}

  static journalFailed(this: void): void {
    Logger.warn('the journals wait for the database', 'Journals');
  }

  static paperDiffers(this: void, which: Parameters<typeof lostForGood>[0]): void {
    Logger.error(lostForGood(which), 'Papers');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.press.end();
    await this.journals.flush();
    await this.channel.end();
    await this.door.close();
  }
}
