import type { DataSource, EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { ownerDataSource } from './data-source';

/** Far below the 65,535 parameters that a statement may have. */
const ROWS_AT_ONCE = 2_000;

/** The owner of the schema, for migrations, imports and administration: never for what people do with dossiers. */
export class Owner {
  private constructor(private readonly source: DataSource) {}

  static async connect(url: string): Promise<Owner> {
    return Owner.of(await ownerDataSource(url).initialize());
  }

  static of(source: DataSource): Owner {
    return new Owner(source);
  }

  /** Runs the migrations that are missing, all or none; answers with their names. */
  async migrate(): Promise<readonly string[]> {
    await this.requirePower();
    const migrations = await this.source.runMigrations({ transaction: 'all' });
    await this.source.query('SELECT door.keep_partitions()'); // nobody may have kept house for long
    return migrations.map(({ name }) => name);
  }

  /** The door's own functions run as their owner and decide who sees what: policies must not hold for it. */
  private async requirePower(): Promise<void> {
    const [role] = (await this.source.query(
      'SELECT rolname AS name, rolsuper OR rolbypassrls AS bypasses FROM pg_roles WHERE rolname = current_user',
    )) as { name: string; bypasses: boolean }[];
    if (role?.bypasses) return;
    const name = role?.name ?? '?';
    throw new Error(`The role ${name} cannot own the schema: as a superuser, run ALTER ROLE ${name} BYPASSRLS.`);
  }

  transaction<T>(work: (transaction: OwnerTransaction) => Promise<T>): Promise<T> {
    return this.source.transaction((manager) => work(new OwnerTransaction(manager)));
  }

  async end(): Promise<void> {
    await this.source.destroy();
  }
}

export class OwnerTransaction {
  constructor(private readonly manager: EntityManager) {}

  /** Brings rows to what is given: those that are there are changed, the others are added, none is removed. */
  async upsert<Row extends ObjectLiteral>(
    entity: EntitySchema<Row>,
    rows: readonly Row[],
    key: readonly (keyof Row & string)[],
  ): Promise<void> {
    for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
      await this.manager.upsert(entity, rows.slice(from, from + ROWS_AT_ONCE) as Row[], [...key]);
    }
  }

  /** Adds a row unless its key is taken. */
  async add<Row extends ObjectLiteral>(entity: EntitySchema<Row>, row: Row): Promise<void> {
    await this.manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(row as never)
      .orIgnore()
      .execute();
  }

  all<Row extends ObjectLiteral>(entity: EntitySchema<Row>): Promise<readonly Row[]> {
    return this.manager.find(entity);
  }

  async query<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<readonly Row[]> {
    return (await this.manager.query(sql, [...parameters])) as Row[];
  }
}
