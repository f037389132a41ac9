import { Channel } from '@trinhduyet/persistence';
import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';

export interface Waiter {
  /** Whether the dossier was carried on past that sequence in time. */
  past(sequence: number): Promise<boolean>;
  end(): void;
}

/** Beyond this many, an answer is given at once. */
const MOST_WAITERS = 200;

/**
 * Waits, in memory and without a connection, until a worker says that a dossier has been carried on past a sequence, or
 * for so many seconds. A lost poke costs the time, never a fact.
 */
@Injectable()
export class Waiting implements OnApplicationBootstrap {
  private readonly waiters = new Map<string, Set<(sequence: number) => void>>();
  private count = 0;

  constructor(private readonly channel: Channel) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.channel.listen('td_moved', (payload) => this.moved(payload));
  }

  /** Subscribes before the command is given, so that nothing is missed; answers whether it was carried on in time. */
  for(dossier: string, seconds: number): Waiter {
    if (seconds === 0 || this.count >= MOST_WAITERS)
      return { past: () => Promise.resolve(false), end: () => undefined };
    let latest = 0;
    let wake: () => void = () => undefined;
    const waiter = (sequence: number) => {
      latest = Math.max(latest, sequence);
      wake();
    };
    const unsubscribe = this.subscribe(dossier, waiter);
    return {
      past: async (sequence) => {
        const until = Date.now() + seconds * 1_000;
        while (latest <= sequence && Date.now() < until) await pause(until - Date.now(), (resume) => (wake = resume));
        return latest > sequence;
      },
      end: unsubscribe,
    };
  }

  private subscribe(dossier: string, waiter: (sequence: number) => void): () => void {
    const own = this.waiters.get(dossier) ?? new Set();
    this.waiters.set(dossier, own.add(waiter));
    this.count += 1;
    return () => {
      this.count -= 1;
      own.delete(waiter);
      if (own.size === 0) this.waiters.delete(dossier);
    };
  }

  private moved(payload: string): void {
    const [dossier = '', sequence] = payload.split(':');
    for (const waiter of this.waiters.get(dossier) ?? []) waiter(Number(sequence));
  }
}

function pause(ms: number, handOut: (resume: () => void) => void): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    handOut(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
