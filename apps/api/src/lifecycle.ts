import { Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Journals } from '@trinhduyet/dossiers';
import { Channel, Door } from '@trinhduyet/persistence';

/** Ends in order: what waits in the journals is written before the door closes. */
@Injectable()
export class Lifecycle implements OnApplicationShutdown {
  constructor(
    private readonly journals: Journals,
    private readonly channel: Channel,
    private readonly door: Door,
  ) {}

  static journalFailed(this: void): void {
    Logger.warn('the journals wait for the database', 'Journals');
  }

  async onApplicationShutdown(): Promise<void> {
    await this.journals.flush();
    await this.channel.end();
    await this.door.close();
  }
}
