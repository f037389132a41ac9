import type { PoolClient } from 'pg';
import type { Writable } from 'node:stream';

/**
 * Sends what `send` asks of one connection as one write. Each write wakes the server's process, and that costs more CPU
 * on both sides than most of what our statements do.
 */
export function inOneWrite<T>(client: PoolClient, send: () => T): T {
  const { stream } = (client as PoolClient & { readonly connection: { readonly stream: Writable } }).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}
