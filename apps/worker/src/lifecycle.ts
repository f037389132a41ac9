import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Channel, type Door } from '@trinhduyet/persistence';
import { RELAY_DOOR, WORKER_DOOR } from './tokens';

/** Connections close last, when the loops have ended. */
@Injectable()
export class Lifecycle implements OnApplicationShutdown {
  constructor(
    private readonly channel: Channel,
    @Inject(WORKER_DOOR) private readonly door: Door,
    @Inject(RELAY_DOOR) private readonly relayDoor: Door,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.channel.end();
    await Promise.all([this.door.close(), this.relayDoor.close()]);
  }
}
