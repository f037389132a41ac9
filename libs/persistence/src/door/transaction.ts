import type { PrincipalPost } from '@trinhduyet/access';
import type { QueryRunner } from 'typeorm';

export interface Poke {
  readonly name: string;
  readonly payload: string;
}

/** One SQL transaction in somebody's name. The only thing in the product that takes SQL. */
export class Transaction {
  /** What other processes may like to know once this is committed. */
  readonly pokes: Poke[] = [];

  constructor(
    private readonly runner: QueryRunner,
    /** The posts that the actor holds today; empty for everything but an account. */
    readonly posts: readonly PrincipalPost[] = [],
  ) {}

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    const answer: unknown = await this.runner.query(sql, [...parameters]);
    return rowsOf<Row>(answer);
  }

  async one<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row | undefined> {
    return (await this.query<Row>(sql, parameters))[0];
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

/** TypeORM answers an UPDATE or DELETE with rows and a count, everything else with rows. */
function rowsOf<Row>(answer: unknown): readonly Row[] {
  if (!Array.isArray(answer)) return [];
  const isCounted = answer.length === 2 && Array.isArray(answer[0]) && typeof answer[1] === 'number';
  return (isCounted ? answer[0] : answer) as Row[];
}
