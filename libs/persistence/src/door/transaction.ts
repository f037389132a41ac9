import type { PrincipalPost } from '@trinhduyet/access';
import type { PoolClient } from 'pg';
import { statement } from './statement';

/** One SQL transaction in somebody's name. The only thing in the product that takes SQL. */
export class Transaction {
  constructor(
    private readonly client: PoolClient,
    /** The posts that the actor holds today; empty for everything but an account. */
    readonly posts: readonly PrincipalPost[] = [],
  ) {}

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const { rows } = await this.client.query<Row>(statement(sql, parameters));
    return rows;
  }

  async one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
  }

  /** The moment that counts, in ISO 8601: the database's clock, which training may have moved. */
  async now(): Promise<string> {
    const row = await this.one<{ now: string }>('SELECT door.now() AS now');
    return row?.now ?? '';
  }
}
