import { types } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { First1764100000000 } from './migrations/1764100000000-first';
import { Papers1764200000000 } from './migrations/1764200000000-papers';

const MIGRATIONS = [First1764100000000, Papers1764200000000];

/** Days stay the text that they are, moments become ISO 8601 in UTC: the core knows no other times. */
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

export interface Connection {
  readonly url: string;
  /** Role to work as, where the login of the URL is a superuser: in tests. */
  readonly role?: string;
  readonly poolSize?: number;
}

/** Limits of waiting: a person at the other end has given up long before. */
const TIMEOUTS = { statement_timeout: 5_000, lock_timeout: 3_000, idle_in_transaction_session_timeout: 15_000 };

export function dataSource({ url, role, poolSize = 10 }: Connection): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    poolSize,
    extra: {
      connectionTimeoutMillis: 2_000,
      ...TIMEOUTS,
      ...(role === undefined ? {} : { options: `-c role=${role}` }),
    },
  });
}

/** For migrations and imports: no limit of waiting, as the owner of the schema. */
export function ownerDataSource(url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    poolSize: 2,
  });
}
