import type { PrincipalPost } from '@trinhduyet/access';
import { Problem } from '@trinhduyet/problems';
import type { DataSource, QueryRunner } from 'typeorm';
import type { DoorActor } from './actor';
import { Transaction } from './transaction';
import { isUnavailable } from './unavailable';

const RETRY_AFTER_SECONDS = 2;

/** The one door to the database: every statement of the product runs in a transaction in somebody's name. */
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
  async asActor<T>(actor: DoorActor, work: (transaction: Transaction) => Promise<T>): Promise<T> {
    const runner = this.source.createQueryRunner();
    try {
      await runner.connect();
      await runner.startTransaction();
      const transaction = await enter(runner, actor);
      const result = await work(transaction);
      await runner.commitTransaction();
      for (const { name, payload } of transaction.pokes) this.poke(name, payload);
      return result;
    } catch (error) {
      await rollBack(runner);
      throw isUnavailable(error) ? new Problem('unavailable', { retryAfter: RETRY_AFTER_SECONDS }) : error;
    } finally {
      await runner.release().catch(() => undefined);
    }
  }

  async close(): Promise<void> {
    await this.source.destroy();
  }
}

async function enter(runner: QueryRunner, actor: DoorActor): Promise<Transaction> {
  return new Transaction(runner, await opened(runner, actor));
}

async function opened(runner: QueryRunner, actor: DoorActor): Promise<readonly PrincipalPost[]> {
  if (actor.kind === 'account') {
    const sql = 'SELECT door.enter($1, $2, $3) AS posts';
    const parameters = [actor.account, actor.lock ?? false, actor.dossier ?? null];
    const [row] = (await runner.query(sql, parameters)) as { posts: PrincipalPost[] }[];
    return row?.posts ?? [];
  }
  const dossier = actor.kind === 'system' ? actor.dossier : '';
  await runner.query(`SELECT set_config('door.kind', $1, true), set_config('door.dossier', $2, true)`, [
    actor.kind,
    dossier,
  ]);
  return [];
}

/** A connection that broke cannot roll back, and need not. */
async function rollBack(runner: QueryRunner): Promise<void> {
  if (runner.isTransactionActive) await runner.rollbackTransaction().catch(() => undefined);
}
