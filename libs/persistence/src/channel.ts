import { Client } from 'pg';

const RECONNECT_MS = 1_000;
/** Pokes of one name are sent at most this often; those in between are one. */
const POKE_EVERY_MS = 5;

/**
 * A small channel between processes, on a connection of its own: pokes that only make things quicker. A lost poke costs
 * the time until the next poll, never a fact. No NOTIFY happens inside a command's transaction.
 */
export class Channel {
  private client?: Client;
  private ended = false;
  private readonly handlers = new Map<string, (payload: string) => void>();
  private interrupted: () => void = () => undefined;
  private readonly waiting = new Map<string, Set<string>>();

  constructor(
    private readonly url: string,
    private readonly role?: string,
  ) {}

  /** Calls `handler` with the payload of every poke of that name, from now on and after every reconnection. */
  async listen(name: string, handler: (payload: string) => void): Promise<void> {
    this.handlers.set(name, handler);
    await this.connect();
    await this.client?.query(`LISTEN ${name}`).catch(() => undefined);
  }

  /** Calls `handler` whenever the connection broke: pokes may have been lost since. */
  onInterruption(handler: () => void): void {
    this.interrupted = handler;
  }

  /** Sends a poke soon; never fails and is never waited for. */
  poke(name: string, payload = ''): void {
    const payloads = this.waiting.get(name);
    if (payloads) {
      payloads.add(payload);
      return;
    }
    this.waiting.set(name, new Set([payload]));
    setTimeout(() => void this.send(name), POKE_EVERY_MS).unref();
  }

  async end(): Promise<void> {
    this.ended = true;
    await this.client?.end().catch(() => undefined);
  }

  private async send(name: string): Promise<void> {
    const payloads = [...(this.waiting.get(name) ?? [])];
    this.waiting.delete(name);
    await this.connect();
    const sql = 'SELECT pg_notify($1, payload) FROM unnest($2::text[]) AS payload';
    await this.client?.query(sql, [name, payloads]).catch(() => undefined);
  }

  private connecting?: Promise<void>;

  private connect(): Promise<void> {
    if (this.client || this.ended) return Promise.resolve();
    this.connecting ??= this.open().finally(() => (this.connecting = undefined));
    return this.connecting;
  }

  private async open(): Promise<void> {
    const options = this.role === undefined ? {} : { options: `-c role=${this.role}` };
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 2_000,
      ...options,
    });
    client.on('error', () => this.lost(client));
    client.on('end', () => this.lost(client));
    client.on('notification', ({ channel, payload }) => this.handlers.get(channel)?.(payload ?? ''));
    try {
      await client.connect();
      for (const name of this.handlers.keys()) await client.query(`LISTEN ${name}`);
      this.client = client;
    } catch {
      this.lost(client);
    }
  }

  private lost(client: Client): void {
    if (this.client === client) {
      this.client = undefined;
      if (!this.ended) this.interrupted();
    }
    if (!this.ended && this.handlers.size > 0) setTimeout(() => void this.connect(), RECONNECT_MS).unref();
  }
}
