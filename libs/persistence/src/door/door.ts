import type { PrincipalPost } from '@trinhduyet/access';
import { Problem } from '@trinhduyet/problems';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { DoorActor } from './actor';
import { type Statement, statement } from './statement';
import { Transaction } from './transaction';
import { isUnavailable } from './unavailable';

const RETRY_AFTER_SECONDS = 2;

/** The one door to the database: every statement of the product runs in a transaction in somebody's name. */
export class Door {
  constructor(private readonly source: DataSource) {}

  /**
   * Opens a transaction, sets who is at work, and commits what `work` did; anything thrown rolls back. A database that
   * is away becomes the problem `unavailable`.
   */
  async asActor<T>(actor: DoorActor, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    return this.connected(async (client) => {
      const transaction = new Transaction(client, await enter(client, actor));
      const result = await work(transaction);
      await client.query('COMMIT');
      return result;
    });
  }

  /** A transaction of a single statement, asked for in one go: for what every request asks. */
  async ask<Row extends object>(
    actor: DoorActor,
    sql: string,
    parameters: readonly unknown[] = [],
  ): Promise<readonly Row[]> {
    return this.connected(async (client) => {
      // Should the statement fail, the COMMIT that follows it rolls back.
      const [, , { rows }] = await together(client, ['BEGIN', entrance(actor), statement(sql, parameters), 'COMMIT']);
      return rows as Row[];
    });
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    let client: PoolClient | undefined;
    try {
      client = (await runner.connect()) as PoolClient;
      return await work(client);
    } catch (error) {
      await client?.query('ROLLBACK').catch(() => undefined); // a connection that broke cannot, and need not
      throw isUnavailable(error) ? new Problem('unavailable', { retryAfter: RETRY_AFTER_SECONDS }) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/** Opens the transaction and enters it in one go; answers with the posts that an account holds today. */
async function enter(client: PoolClient, actor: DoorActor): Promise<readonly PrincipalPost[]> {
  const [, { rows }] = await together(client, ['BEGIN', entrance(actor)]);
  const [row] = rows as readonly { posts?: readonly PrincipalPost[] }[];
  return row?.posts ?? [];
}

function entrance(actor: DoorActor): Statement {
  if (actor.kind === 'account') {
    return statement('SELECT door.enter($1, $2, $3) AS posts', [
      actor.account,
      actor.lock ?? false,
      actor.dossier ?? null,
    ]);
  }
  return statement(`SELECT set_config('door.kind', $1, true), set_config('door.dossier', $2, true)`, [
    actor.kind,
    actor.kind === 'system' ? actor.dossier : '',
  ]);
}

interface Answer {
  readonly rows: unknown[];
}

/** Sends all of them before the first is answered. The connection is given back only when each has been. */
async function together<S extends readonly (string | Statement)[]>(
  client: PoolClient,
  statements: readonly [...S],
): Promise<{ [K in keyof S]: Answer }> {
  const answers = await Promise.allSettled(statements.map((each) => client.query(each as string)));
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw failed.reason;
  return answers.map((answer) => (answer as PromiseFulfilledResult<Answer>).value) as { [K in keyof S]: Answer };
}
