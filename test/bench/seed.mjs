// What lies in the database before anything is measured: people, a hundred thousand open dossiers, and drafts to submit.
import { cpSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { withClient } from '../../deploy/local/database.mjs';
import { workspace } from '../../deploy/local/workspace.mjs';
import { Client } from './client.mjs';

/** @typedef {import('pg').Client} Database */
/** @typedef {'applicant' | 'clerk' | 'specialist' | 'leader' | 'archivist'} Role */
/** @typedef {Record<Role, readonly string[]>} Cookies of everybody who asks, by what they do */
/** @typedef {{ cookies: Cookies, few: string, many: string, fewTasks: number }} Population */

const PASSWORD = 'trinhduyet-demo';
const FEW = 1_000;
/** Whose posts the bench's people hold, by what they do. */
const COLLEAGUES = { clerk: 'motcua.mytu', specialist: 'nhao.mytu', leader: 'chutich.mytu', archivist: 'vanthu.mytu' };
const ELSEWHERE = { clerk: 'motcua.trande', specialist: 'nhao.trande' };

/** Publishes the bench's own request type, in this database only. @param {string} url @param {string} folder */
export async function publishBench(url, folder) {
  const require = createRequire(import.meta.url);
  const { Owner } = require('@trinhduyet/persistence');
  const { publishForms } = require('@trinhduyet/request-types');
  const forms = join(folder, 'forms');
  rmSync(forms, { recursive: true, force: true });
  cpSync(join(workspace, 'forms/one-stop'), join(forms, 'one-stop'), { recursive: true });
  cpSync(join(import.meta.dirname, 'request-type'), join(forms, 'bench'), { recursive: true });
  const owner = await Owner.connect(url);
  await publishForms(owner, forms);
  await owner.end();
}

/**
 * People with sessions of their own, and open dossiers: all but a thousand lie with the specialists of one commune.
 * @param {{ url: string, base: string, open: number, people: number, report: (line: string) => void }} given `people`: at each desk
 * @returns {Promise<Population>}
 */
export function populate({ url, base, open, people, report }) {
  return withClient(url, async (database) => {
    await database.query(IDS);
    await addPeople(database, people);
    const cookies = await signEverybodyIn(base, people);
    const elsewhere = await signIn(base, ELSEWHERE);
    const few = Math.min(FEW, open);
    const here = await template(database, base, { cookies, village: await villageOf(database, COLLEAGUES.clerk) });
    const there = await template(database, base, {
      cookies: { ...cookies, clerk: elsewhere.clerk ?? [] },
      village: await villageOf(database, ELSEWHERE.clerk),
    });
    report(`… ${open + few} open dossiers`);
    await clone(database, here, open - 1);
    await clone(database, there, few - 1);
    await database.query('VACUUM ANALYZE');
    await database.query('CHECKPOINT');
    return { cookies, few: elsewhere.specialist?.[0] ?? '', many: cookies.specialist[0], fewTasks: few };
  });
}

/** Ids as the product makes them: a UUID version 7 of a moment. */
const IDS = `
CREATE SCHEMA IF NOT EXISTS bench;
CREATE OR REPLACE FUNCTION bench.id(ms bigint, salt text) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
  SELECT (lpad(to_hex(ms), 12, '0') || '7' || substr(md5(salt), 1, 3) || 'a' || substr(md5(salt), 4, 3) || substr(md5(salt), 7, 12))::uuid
$$;
CREATE OR REPLACE FUNCTION bench.ms() RETURNS bigint LANGUAGE sql AS $$ SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint $$;`;

/** @param {Database} database @param {number} people */
async function addPeople(database, people) {
  for (const role of ['applicant', ...Object.keys(COLLEAGUES)]) {
    await database.query(
      `INSERT INTO account (account_id, kind, login, name, password_hash, created_at)
       SELECT bench.id(bench.ms(), $1 || n), CASE WHEN $1 = 'applicant' THEN 'applicant' ELSE 'official' END, 'bench.' || $1 || '.' || n, 'Đo ' || n,
         (SELECT password_hash FROM account WHERE login = 'motcua.mytu'), clock_timestamp()
       FROM generate_series(0, $2 - 1) AS n`,
      [role, people],
    );
  }
  for (const [role, colleague] of Object.entries(COLLEAGUES)) {
    await database.query(
      `INSERT INTO holding (post_id, account_id, valid_from, valid_to)
       SELECT h.post_id, a.account_id, h.valid_from, h.valid_to FROM account a, holding h JOIN account c USING (account_id)
       WHERE c.login = $2 AND a.login LIKE 'bench.' || $1 || '.%'`,
      [role, colleague],
    );
  }
}

/** @param {string} base @param {number} people @returns {Promise<Cookies>} */
async function signEverybodyIn(base, people) {
  const client = new Client(base, 4);
  /** @param {string} role */
  const ofRole = (role) =>
    Promise.all(Array.from({ length: people }, (_, n) => client.signIn(`bench.${role}.${n}`, PASSWORD)));
  /** @type {Record<string, readonly string[]>} */
  const cookies = {};
  for (const role of ['applicant', ...Object.keys(COLLEAGUES)]) cookies[role] = await ofRole(role);
  client.end();
  return /** @type {Cookies} */ (cookies);
}

/** @param {string} base @param {Record<string, string>} logins @returns {Promise<Record<string, readonly string[]>>} */
async function signIn(base, logins) {
  const client = new Client(base, 1);
  /** @type {Record<string, readonly string[]>} */
  const cookies = {};
  for (const [role, login] of Object.entries(logins)) cookies[role] = [await client.signIn(login, PASSWORD)];
  client.end();
  return cookies;
}

/** @param {Database} database @param {string} clerk */
async function villageOf(database, clerk) {
  const { rows } = await database.query(
    `SELECT v.village_id AS village, v.commune_id AS commune FROM village v JOIN post p ON p.unit_id = v.commune_id
     JOIN holding h USING (post_id) JOIN account a USING (account_id) WHERE a.login = $1 ORDER BY 1 LIMIT 1`,
    [clerk],
  );
  return rows[0];
}

/** About 2 kB of form. @param {{ commune: string, village: string }} place */
function documentOf(place) {
  const texts = Object.fromEntries(
    Array.from({ length: 12 }, (_, n) => [
      `text${n + 1}`,
      'Hộ nghèo xin hỗ trợ nuôi bò sinh sản theo mô hình của ấp, năm 2026'.padEnd(95, '.'),
    ]),
  );
  const amounts = Object.fromEntries(Array.from({ length: 8 }, (_, n) => [`amount${n + 1}`, 1_000_000 + n]));
  const dates = Object.fromEntries(Array.from({ length: 5 }, (_, n) => [`date${n + 1}`, `2026-0${n + 1}-15`]));
  const person = { fullName: 'Trần Thị Bích', citizenId: '094165000888', phone: '0912345678', kind: 'LIVESTOCK' };
  return { ...person, place, ...texts, ...amounts, ...dates };
}

/**
 * Drafts that are ready to be submitted, by one applicant after the other.
 * @param {string} url @param {number} count
 * @returns {Promise<readonly { dossier: string, applicant: number }[]>}
 */
export function addDrafts(url, count) {
  return withClient(url, async (database) => {
    const { rows } = await database.query(
      `INSERT INTO draft (dossier_id, applicant_id, request_type, form_id, document, page, version, created_at, updated_at)
       SELECT bench.id(bench.ms(), 'draft' || n || clock_timestamp()), a.account_id, 'bench', 'bench/form@1', $2::jsonb, 'main', 1, clock_timestamp(), clock_timestamp()
       FROM generate_series(0, $1 - 1) AS n JOIN account a ON a.login = 'bench.applicant.' || (n % (SELECT count(*) FROM account WHERE login LIKE 'bench.applicant.%'))
       RETURNING dossier_id AS dossier, (SELECT split_part(login, '.', 3)::int FROM account b WHERE b.account_id = draft.applicant_id) AS applicant`,
      [count, JSON.stringify(documentOf(await villageOf(database, COLLEAGUES.clerk)))],
    );
    return rows;
  });
}

/**
 * One dossier that lives through submission and reception for real and then waits at its first review.
 * @param {Database} database @param {string} base @param {{ cookies: Cookies, village: { commune: string, village: string } }} given
 * @returns {Promise<string>} its id
 */
async function template(database, base, { cookies, village }) {
  const { rows } = await database.query(
    `INSERT INTO draft (dossier_id, applicant_id, request_type, form_id, document, page, version, created_at, updated_at)
     SELECT bench.id(bench.ms(), $1), account_id, 'bench', 'bench/form@1', $2::jsonb, 'main', 1, clock_timestamp(), clock_timestamp()
     FROM account WHERE login = 'bench.applicant.0' RETURNING dossier_id AS dossier`,
    [village.village, JSON.stringify(documentOf(village))],
  );
  const { dossier } = rows[0];
  const client = new Client(base, 1);
  await client.submit(dossier, cookies.applicant[0], 5);
  await client.command(dossier, 'reception', { task: 'reception.1.1' }, { cookie: cookies.clerk[0], wait: 5 });
  client.end();
  return dossier;
}

/** The tables of a dossier, each with what differs from one copy to the next. */
const COPIED = {
  dossier: {
    lookup_code: `lookup_code || '-' || n`,
    code: `code || '-' || n`,
    state: `jsonb_set(state, '{reception,code}', to_jsonb(code || '-' || n))`,
    search_text: `search_text || ' ' || n`,
    applicant_id: `(SELECT account_id FROM account WHERE login = 'bench.applicant.' || (n % (SELECT count(*) FROM account WHERE login LIKE 'bench.applicant.%')))`,
  },
  event: {},
  revision: {},
  paper: {},
  task: { code: `code || '-' || n`, due_at: `due_at + ((n * 37) % 20000 - 10000) * interval '1 minute'` },
  wake: {},
};

/** The same dossier many times, with ids of the last two months. @param {Database} database @param {string} dossier @param {number} count */
async function clone(database, dossier, count) {
  await database.query('SET session_replication_role = replica'); // what is copied from sound rows needs no second look
  await database.query('SET synchronous_commit = off');
  await database.query(
    `CREATE TEMP TABLE copy AS SELECT n, bench.id(bench.ms() - 60000 - n * 50000::bigint, $1 || n) AS id FROM generate_series(1, $2) AS n ORDER BY n DESC`,
    [dossier, count],
  );
  for (const [table, changed] of Object.entries(COPIED)) {
    const { rows } = await database.query(
      `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attname <> 'dossier_id'`,
      [table],
    );
    const names = rows.map(({ name }) => name);
    const values = names.map((name) => /** @type {Record<string, string>} */ (changed)[name] ?? name);
    await database.query(
      `INSERT INTO ${table} (dossier_id, ${names.join(', ')}) SELECT copy.id, ${values.join(', ')} FROM ${table}, copy WHERE dossier_id = $1`,
      [dossier],
    );
  }
  await database.query('DROP TABLE copy');
  await database.query('RESET session_replication_role');
  await database.query('RESET synchronous_commit');
}

/** Dossiers that wait at their first review with the specialists of the one commune. @param {string} url @returns {Promise<readonly string[]>} */
export function openDossiers(url) {
  return withClient(url, async (database) => {
    const { rows } = await database.query(
      `SELECT t.dossier_id FROM task t JOIN holding h USING (post_id) JOIN account a USING (account_id)
       WHERE a.login = 'bench.specialist.0' AND t.step = 'examine' ORDER BY md5(t.dossier_id::text)`,
    );
    return rows.map(({ dossier_id }) => dossier_id);
  });
}

/** Puts aside what a measurement left to be carried on, so that the next one begins with nothing behind it. @param {string} url */
export function setAside(url) {
  return withClient(url, async (database) => {
    await database.query('UPDATE wake SET told = sequence WHERE told < sequence');
    await database.query('VACUUM (ANALYZE) wake');
  });
}
