import { Inject, Injectable, Logger, type OnApplicationShutdown } from '@nestjs/common';
import { Journals } from '@trinhduyet/dossiers';
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

  /** Bytes that are gone and cannot be made the same again: only a backup brings them back. */
  static paperDiffers(this: void, { dossier, paper }: { readonly dossier: string; readonly paper: string }): void {
    Logger.error(
      `the file of paper ${paper} of dossier ${dossier} is lost and cannot be made the same again`,
      'Papers',
    );
  }

  async onApplicationShutdown(): Promise<void> {
    await this.press.end();
    await this.journals.flush();
    await this.channel.end();
    await this.door.close();
  }
}
