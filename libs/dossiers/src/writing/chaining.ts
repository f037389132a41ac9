import type { DossierEvent } from '@trinhduyet/approval';
import { createHash } from 'node:crypto';
import { canonical } from './kept';

export interface ChainedEvent {
  readonly sequence: number;
  readonly event: DossierEvent;
  readonly previous: Buffer;
  readonly hash: Buffer;
}

/** Before the first event of a dossier. */
export const NO_EVENT: Buffer = Buffer.alloc(0);

/** Each event hashed onto the one before, per dossier and under its row lock: no global lock, no gap. */
export function chained(
  events: readonly DossierEvent[],
  from: { sequence: number; head: Buffer },
): readonly ChainedEvent[] {
  let previous = from.head;
  return events.map((event, index) => {
    const sequence = from.sequence + index + 1;
    const link = { sequence, event, previous, hash: hashOf(sequence, event, previous) };
    previous = link.hash;
    return link;
  });
}

function hashOf(sequence: number, event: unknown, previous: Buffer): Buffer {
  return createHash('sha256').update(previous).update(`${sequence}:`).update(canonical(event)).digest();
}

/** The first event whose link does not hold; undefined when the whole chain does. */
export function firstBroken(
  events: readonly {
    readonly sequence: number;
    readonly data: unknown;
    readonly previous: Buffer;
    readonly hash: Buffer;
  }[],
): number | undefined {
  let previous: Buffer = NO_EVENT;
  for (const [index, event] of events.entries()) {
    const holds =
      event.sequence === index + 1 &&
      event.previous.equals(previous) &&
      event.hash.equals(hashOf(event.sequence, event.data, previous));
    if (!holds) return index + 1;
    previous = event.hash;
  }
  return undefined;
}
