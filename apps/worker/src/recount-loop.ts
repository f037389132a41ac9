import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Follower, RECOUNT, Recounts } from '@trinhduyet/dossiers';
import { Channel, type Door } from '@trinhduyet/persistence';
import { logFailure, Loop } from './loop';
import { WORKER_DOOR } from './tokens';

/** A few at a time: people come before a decision about the calendar. */
const AT_ONCE = 20;
const EVERY_MS = 1_000;

/** Counts open dossiers anew when a calendar was decided otherwise. Any number of workers may. */
@Injectable()
export class RecountLoop implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop: Loop;

  constructor(
    @Inject(WORKER_DOOR) door: Door,
    follower: Follower,
    private readonly channel: Channel,
  ) {
    const recounts = new Recounts(door, follower, (error) => logFailure('recounts', error));
    this.loop = new Loop('recounts', EVERY_MS, () => recounts.turn(AT_ONCE));
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.listen(RECOUNT, () => this.loop.poke());
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }
}
