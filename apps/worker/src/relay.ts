import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { type DueWake, WAKE, Wakes } from '@trinhduyet/dossiers';
import { Channel } from '@trinhduyet/persistence';
import { Loop } from './loop';
import { TemporalConnection } from './temporal-connection';

/** Calls at once. */
const AT_ONCE = 32;
/** The poll is the guarantee, the poke is the speed. */
const POLL_MS = 250;

/** Tells workflows that something was recorded. Any number of relays may run. */
@Injectable()
export class Relay implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly loop = new Loop('relay', POLL_MS, () => this.turn());

  constructor(
    private readonly wakes: Wakes,
    private readonly temporal: TemporalConnection,
    private readonly channel: Channel,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.listen(WAKE, () => this.loop.poke());
    this.loop.start();
  }

  onModuleDestroy(): Promise<void> {
    return this.loop.stop();
  }

  private async turn(): Promise<boolean> {
    const due = await this.wakes.claim(AT_ONCE);
    const results = await Promise.allSettled(due.map((wake) => this.temporal.wake(wake)));
    const of = (status: 'fulfilled' | 'rejected'): DueWake[] =>
      due.filter((_, index) => results[index]?.status === status);
    await this.wakes.told(of('fulfilled'));
    await this.wakes.failed(of('rejected'));
    return due.length === AT_ONCE;
  }
}
