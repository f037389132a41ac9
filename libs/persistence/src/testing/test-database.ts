import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { Owner } from '../owner';
import { dataSource, ownerDataSource } from '../data-source';
import { Door } from '../door/door';

export type Role = 'td_app' | 'td_worker' | 'td_relay';

/** A database of a test's own, with every migration run, on the server that Jest's global setup started. */
export class TestDatabase {
  readonly owner: Owner;
  private readonly opened: Door[] = [];

  private constructor(
    readonly url: string,
    /** For the migrations' own tests. */
    readonly source: DataSource,
    private readonly name: string,
  ) {
    this.owner = Owner.of(source);
  }

  static async create({ migrated = true } = {}): Promise<TestDatabase> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    await onServer(`CREATE DATABASE "${name}"`);
    const url = new URL(serverUrl());
    url.pathname = `/${name}`;
    const source = await ownerDataSource(url.toString()).initialize();
    if (migrated) await source.runMigrations({ transaction: 'all' });
    return new TestDatabase(url.toString(), source, name);
  }

  /** The door as one of the product's roles opens it, row-level security and all. */
  async door(role: Role = 'td_app', poolSize = 5): Promise<Door> {
    const door = new Door(await dataSource({ url: this.url, role, poolSize }).initialize());
    this.opened.push(door);
    return door;
  }

  async query<Row = Record<string, unknown>>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return (await this.source.query(sql, parameters)) as Row[];
  }

  async drop(): Promise<void> {
    for (const door of this.opened) await door.close();
    await this.source.destroy();
    await onServer(`DROP DATABASE "${this.name}" WITH (FORCE)`);
  }
}

function serverUrl(): string {
  const url = process.env['TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('TEST_DATABASE_URL is not set: run this test with test/jest/database.cjs.');
  return url;
}

async function onServer(sql: string): Promise<void> {
  const client = new Client({ connectionString: serverUrl() });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
