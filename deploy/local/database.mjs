// What the launcher does inside a PostgreSQL server, its own or one that the person named: the database and the roles
// under which the product signs in. Tables and grants belong to the migrations.
import { LauncherError } from './errors.mjs';
import { keptSecrets } from './secrets.mjs';

/** @typedef {import('pg').Client} Client */

const ROLES = { DATABASE_URL: 'td_app', WORKER_DATABASE_URL: 'td_worker', RELAY_DATABASE_URL: 'td_relay' };

/**
 * @template T
 * @param {string} url
 * @param {(client: Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg'); // not there before `npm ci`
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {}); // a server that goes away is noticed by the next query
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** @param {string} url @param {string} database */
export function makeDatabase(url, database) {
  return withClient(url, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (!rowCount) await client.query(`CREATE DATABASE ${client.escapeIdentifier(database)}`);
  });
}

/**
 * Row-level security is a wall only for roles that cannot step over it, hence the look at one that is there already.
 * @param {Client} client
 * @param {string} role
 * @param {string} password
 */
async function setRole(client, role, password) {
  const { rows } = await client.query('SELECT rolsuper OR rolbypassrls AS almighty FROM pg_roles WHERE rolname = $1', [
    role,
  ]);
  if (rows[0]?.almighty) {
    throw new LauncherError(
      `The role ${role} of this PostgreSQL server may step over row-level security.`,
      `Take that away: ALTER ROLE ${role} NOSUPERUSER NOBYPASSRLS.`,
    );
  }
  const verb = rows.length > 0 ? 'ALTER' : 'CREATE';
  const limits = rows.length > 0 ? '' : 'NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE';
  await client.query(`${verb} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)} ${limits}`);
}

/**
 * @param {string} ownerUrl
 * @param {string} secretsFile keeps the passwords, so that a restart does not lock out what is still connected
 * @returns {Promise<Record<string, string>>} the address under which each part of the product signs in, by variable
 */
export async function prepareRoles(ownerUrl, secretsFile) {
  const passwords = keptSecrets(secretsFile, Object.values(ROLES));
  await withClient(ownerUrl, async (client) => {
    for (const role of Object.values(ROLES)) await setRole(client, role, passwords[role]);
  });
  const urls = Object.entries(ROLES).map(([variable, role]) => {
    const url = new URL(ownerUrl);
    url.username = role;
    url.password = passwords[role];
    return [variable, url.href];
  });
  return { OWNER_DATABASE_URL: ownerUrl, ...Object.fromEntries(urls) };
}
