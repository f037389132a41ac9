import { types } from 'pg';
import { DataSource } from 'typeorm';
import { ENTITIES } from './entities';
import { First1764100000000 } from './migrations/1764100000000-first';
import { Papers1764200000000 } from './migrations/1764200000000-papers';
import { Register1764210000000 } from './migrations/1764210000000-register';
import { Desk1764220000000 } from './migrations/1764220000000-desk';
import { Requests1764230000000 } from './migrations/1764230000000-requests';
import { Category1764240000000 } from './migrations/1764240000000-category';
import { InPlace1764250000000 } from './migrations/1764250000000-in-place';
import { Clock1764260000000 } from './migrations/1764260000000-clock';
import { EarlierPapers1764270000000 } from './migrations/1764270000000-earlier-papers';
import { Calendars1764280000000 } from './migrations/1764280000000-calendars';
import { Tables1764290000000 } from './migrations/1764290000000-tables';
import { Talk1764300000000 } from './migrations/1764300000000-talk';
import { Marks1764300100000 } from './migrations/1764300100000-marks';

/** Days stay the text that they are, moments become ISO 8601 in UTC: the core knows no other times. */
types.setTypeParser(types.builtins.DATE, (text) => text);
types.setTypeParser(types.builtins.TIMESTAMPTZ, (text) => new Date(text).toISOString());

const MIGRATIONS = [
  First1764100000000,
  Papers1764200000000,
  Register1764210000000,
  Desk1764220000000,
  Requests1764230000000,
  Category1764240000000,
  InPlace1764250000000,
  Clock1764260000000,
  EarlierPapers1764270000000,
  Calendars1764280000000,
  Tables1764290000000,
  Talk1764300000000,
  Marks1764300100000,
];

export interface Connection {
  readonly url: string;
  /** Role to work as, where the login of the URL is a superuser: in tests. */
  readonly role?: string;
  readonly poolSize?: number;
  /** For what may be forgotten in a crash, since it is then done again: commits do not wait for the disk. */
  readonly mayForget?: boolean;
}

/** Limits of waiting: a person at the other end has given up long before. */
const TIMEOUTS = { statement_timeout: 5_000, lock_timeout: 3_000, idle_in_transaction_session_timeout: 15_000 };

/**
 * One plan a statement and connection, and not five that are thrown away first. How many rows are wanted stands in the
 * text of a statement, never in a parameter: a plan for any number of rows is a plan for many.
 */
const ONE_PLAN = 'plan_cache_mode=force_generic_plan';

export function dataSource({ url, role, poolSize = 10, mayForget = false }: Connection): DataSource {
  const options = [
    ONE_PLAN,
    ...(role === undefined ? [] : [`role=${role}`]),
    ...(mayForget ? ['synchronous_commit=off'] : []),
  ];
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
      pipeline: true, // the door opens and enters in one go
      options: options.map((option) => `-c ${option}`).join(' '),
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
