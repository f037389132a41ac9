import type { PrincipalPost } from '@trinhduyet/access';
import { Problem } from '@trinhduyet/problems';
import type { PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { DoorActor } from './actor';
import { both } from './both';
import { inOneWrite } from './in-one-write';
import { type Statement, statement } from './statement';
import { Transaction } from './transaction';
import { isUnavailable } from './unavailable';

const RETRY_AFTER_SECONDS = 2;

/** The one door to the database: what the product asks of it is asked here, in somebody's name or in nobody's. */
export class Door {
  constructor(
    private readonly source: DataSource,
    /** Sends a poke to other processes; called after the commit. */
    private readonly poke: (name: string, payload: string) => void = () => undefined,
  ) {}

  /**
   * Opens a transaction, sets who is at work, and commits what `work` did; anything thrown rolls back. A database that
   * is away becomes the problem `unavailable`.
   */
  asActor<T>(actor: DoorActor, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    // Who is no account holds no posts: the work's first statements can go with those that enter.
    return actor.kind === 'account'
      ? this.asActorWith(actor, nothing, work)
      : this.asActorWith(actor, work, (_, done) => Promise.resolve(done));
  }

  /**
   * The same, for work whose `first` statement needs no posts: it is sent together with those that open the transaction,
   * and spares the way there and back.
   */
  async asActorWith<F, T>(
    actor: DoorActor,
    first: (transaction: Transaction) => Promise<F>,
    work: (transaction: Transaction, first: F) => Promise<T>,
  ): Promise<T> {
    return this.connected(async (client) => {
      const transaction = new Transaction(client);
      try {
        const [posts, read] = await both(
          ...inOneWrite(client, () => [enter(client, actor), first(transaction)] as const),
        );
        transaction.posts = posts;
        const result = await work(transaction, read);
        if (!transaction.isFinished) await client.query('COMMIT');
        for (const { name, payload } of transaction.pokes) this.poke(name, payload);
        return result;
      } catch (error) {
        await client.query('ROLLBACK').catch(() => undefined); // a connection that broke cannot, and need not
        throw error;
      }
    });
  }

  /**
   * A statement by itself, in nobody's name: of tables that hold nothing of anybody, and of the door's own functions,
   * which decide themselves what they show. Everything else shows nothing to it.
   */
  async asNobody<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return this.connected(async (client) => (await client.query<Row>(statement(sql, parameters))).rows);
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }

  private async connected<T>(work: (client: PoolClient) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      return await work((await runner.connect()) as PoolClient);
    } catch (error) {
      throw isUnavailable(error) ? new Problem('unavailable', { retryAfter: RETRY_AFTER_SECONDS }) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }
}

/**
 * Opens the transaction and enters it in one go, the second sent before the first is answered; answers with the posts
 * that an account holds today.
 */
async function enter(client: PoolClient, actor: DoorActor): Promise<readonly PrincipalPost[]> {
  const [, entered] = await both(
    client.query('BEGIN'),
    client.query<{ posts?: readonly PrincipalPost[] }>(entrance(actor)),
  );
  return entered.rows[0]?.posts ?? [];
}

const nothing = () => Promise.resolve();

function entrance(actor: DoorActor): Statement {
  if (actor.kind === 'account') {
    const { account, lock = false, dossier = null } = actor;
    return statement('SELECT door.enter($1, $2, $3) AS posts', [account, lock, dossier]);
  }
  return statement(`SELECT set_config('door.kind', $1, true), set_config('door.dossier', $2, true)`, [
    actor.kind,
    actor.kind === 'system' ? actor.dossier : '',
  ]);
}
