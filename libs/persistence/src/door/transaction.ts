import type { PrincipalPost } from '@trinhduyet/access';
import type { PoolClient } from 'pg';
import { both } from './both';
import { inOneWrite } from './in-one-write';
import { statement } from './statement';

export interface Poke {
  readonly name: string;
  readonly payload: string;
}

/** One SQL transaction in somebody's name. */
export class Transaction {
  /** What other processes may like to know once this is committed. */
  readonly pokes: Poke[] = [];
  /** Whether its last statement was sent, and the commit with it: nothing may follow. */
  isFinished = false;

  /** The posts that the actor holds today, as the door tells; empty for everything but an account. */
  posts: readonly PrincipalPost[] = [];

  constructor(private readonly client: PoolClient) {}

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    if (this.isFinished) throw new Error('The transaction has been committed already.');
    const { rows } = await this.client.query<Row>(statement(sql, parameters));
    return rows;
  }

  /** The last statement, sent together with the commit, which rolls back should the statement fail. */
  async finish(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    this.isFinished = true;
    const { client } = this;
    await both(
      ...inOneWrite(client, () => [client.query(statement(sql, parameters)), client.query('COMMIT')] as const),
    );
  }

  async one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /** Waits until nobody else is at work under this name, and keeps it until the transaction ends. */
  async lock(name: string): Promise<void> {
    await this.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [name]);
  }

  /** To be sent after the commit, and lost with it: a poke only makes things quicker. */
  pokeAfterwards(name: string, payload: string): void {
    this.pokes.push({ name, payload });
  }

  /** The moment that counts, in ISO 8601: the database's clock, which training may have moved. */
  async now(): Promise<string> {
    const row = await this.one<{ now: string }>('SELECT door.now() AS now');
    return row?.now ?? '';
  }
}
