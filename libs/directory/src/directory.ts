import type { Day } from '@trinhduyet/calendar';
import { type Directory, type Duty, ladderOf, type Tier } from '@trinhduyet/org';
import { heldOn, TODAY, type Transaction } from '@trinhduyet/persistence';

export interface LadderUnit {
  readonly unit: string;
  readonly tier: Tier;
  readonly name: string;
  readonly symbol: string;
  readonly training: boolean;
}

/** The units that a dossier of the commune climbs on a day, from the commune upwards; undefined when one was not in force. */
export async function ladderOn(
  transaction: Transaction,
  commune: string,
  day: Day,
): Promise<readonly LadderUnit[] | undefined> {
  const units = await transaction.query<LadderUnit & { validFrom: Day; validTo?: Day }>(
    `SELECT u.unit_id AS unit, u.tier, u.name, u.symbol, u.training, u.valid_from AS "validFrom", u.valid_to AS "validTo"
     FROM unit u JOIN unit c ON c.unit_id = $1 AND u.path @> c.path ORDER BY nlevel(u.path) DESC`,
    [commune],
  );
  return ladderOf(
    units.map((unit) => ({ ...unit, validTo: unit.validTo ?? undefined })),
    day,
  );
}

const directoryOf = (units: string) => `SELECT
       (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', post_id, 'unit', unit_id, 'office', office_id,
          'duty', duty, 'village', village_id, 'validFrom', valid_from, 'validTo', valid_to)) ORDER BY post_id), '[]')
        FROM post WHERE unit_id = ANY (${units})) AS posts,
       (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('unit', unit_id, 'function', function, 'office', office_id,
          'validFrom', valid_from, 'validTo', valid_to))), '[]')
        FROM office_function WHERE unit_id = ANY (${units})) AS functions,
       (SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('post', h.post_id, 'account', h.account_id,
          'validFrom', h.valid_from, 'validTo', h.valid_to))), '[]')
        FROM holding h JOIN post p USING (post_id) WHERE p.unit_id = ANY (${units})) AS holdings`;

const NOBODY: Directory = { posts: [], functions: [], holdings: [] };

/** Offices, posts and people of some units, to resolve whom a step asks. */
export async function readUnits(transaction: Transaction, units: readonly string[]): Promise<Directory> {
  return (await transaction.one<Directory>(directoryOf('$1::text[]'), [units])) ?? NOBODY;
}

/**
 * Those of the units along a dossier's ladder. One statement that needs nothing but the dossier's id, so that it can go
 * together with the one that locks it.
 */
export async function readDirectory(transaction: Transaction, dossier: string): Promise<Directory> {
  const ids =
    'SELECT ARRAY[commune_id, district_id, province_id, reception_unit_id] AS ids FROM dossier WHERE dossier_id = $1';
  const sql = `WITH units AS (${ids}) ${directoryOf('(SELECT ids FROM units)::text[]')}`;
  return (await transaction.one<Directory>(sql, [dossier])) ?? NOBODY;
}

export interface ReceptionUnit {
  readonly unit: string;
  readonly name: string;
}

/** Units with a reception on a day, in the province of a commune: where a misdirected dossier may go. */
export async function receptionUnits(
  transaction: Transaction,
  commune: string,
  day: Day,
): Promise<readonly ReceptionUnit[]> {
  return transaction.query<ReceptionUnit>(
    `SELECT u.unit_id AS unit, u.name FROM unit u JOIN unit c ON c.unit_id = $1 AND subpath(u.path, 0, 1) = subpath(c.path, 0, 1)
       JOIN office_function f ON f.unit_id = u.unit_id AND f.function = 'reception'
         AND f.valid_from <= $2::date AND (f.valid_to IS NULL OR $2::date < f.valid_to)
     WHERE u.tier = 'commune' AND u.valid_from <= $2::date AND (u.valid_to IS NULL OR $2::date < u.valid_to)
     ORDER BY u.name`,
    [commune, day],
  );
}

export interface PostInWords {
  readonly post: string;
  readonly title: { readonly vi: string; readonly en: string };
  readonly unit: string;
  readonly unitName: string;
  readonly office: string;
  readonly officeName: string;
  readonly duty: Duty;
  readonly tier: Tier;
  readonly training: boolean;
}

/** The posts that whoever is at the door holds, as a page names them; real units before those of training. */
export function postsInWords(transaction: Transaction): Promise<readonly PostInWords[]> {
  return transaction.query<PostInWords>(
    `SELECT p.post_id AS post, jsonb_build_object('vi', p.title, 'en', p.title_en) AS title, p.unit_id AS unit, u.name AS "unitName",
       p.office_id AS office, o.name AS "officeName", p.duty, u.tier, u.training
     FROM post p JOIN unit u ON u.unit_id = p.unit_id JOIN office o USING (office_id) WHERE p.post_id = ANY ($1)
     ORDER BY u.training, p.post_id`,
    [transaction.posts.map(({ post }) => post)],
  );
}

/** Posts that an account holds on a day. */
export async function postsOf(transaction: Transaction, account: string, day: Day): Promise<readonly string[]> {
  const rows = await transaction.query<{ post_id: string }>(
    `SELECT DISTINCT p.post_id FROM holding h JOIN post p USING (post_id) WHERE h.account_id = $1 AND ${heldOn('$2::date')}`,
    [account, day],
  );
  return rows.map(({ post_id }) => post_id);
}

/** The posts that each of these accounts holds today, sorted; an account that holds none is missing. */
export async function postsHeldBy(
  transaction: Transaction,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await transaction.query<{ account: string; posts: string[] }>(
    `SELECT h.account_id AS account, array_agg(DISTINCT h.post_id ORDER BY h.post_id) AS posts FROM holding h JOIN post p USING (post_id),
       (SELECT ${TODAY} AS day) AS today WHERE h.account_id = ANY ($1) AND ${heldOn('day')} GROUP BY 1`,
    [accounts],
  );
  return new Map(rows.map(({ account, posts }) => [account, posts]));
}

export interface Colleague {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly string[];
}

/** Whoever holds a post in one of these offices or units today, with those posts: to whom a head may give their tasks. */
export function peopleOf(
  transaction: Transaction,
  { offices, units }: { readonly offices: readonly string[]; readonly units: readonly string[] },
): Promise<readonly Colleague[]> {
  return transaction.query<Colleague>(
    `SELECT a.account_id AS account, a.name, array_agg(DISTINCT p.post_id ORDER BY p.post_id) AS posts
     FROM post p JOIN holding h USING (post_id) JOIN account a USING (account_id),
       (SELECT ${TODAY} AS day) AS today
     WHERE (p.office_id = ANY ($1) OR p.unit_id = ANY ($2)) AND ${heldOn('day')} GROUP BY 1, 2`,
    [offices, units],
  );
}

export interface PostOfLadder {
  readonly post: string;
  readonly office: string;
  readonly unit: string;
  readonly duty: Duty;
}

/** Where a dossier goes: the units along its ladder, and its village. */
export interface Along {
  readonly units: readonly string[];
  readonly village: string | null;
}

/** SQL: whoever may be asked about a dossier must be able to read it; of the village heads that is its own. */
const MAY_BE_ASKED = `p.duty <> 'administrator' AND (p.duty <> 'village-head' OR p.village_id = $2) AND p.unit_id = ANY ($1)`;

/** Those of the posts that are held today and may be asked about a dossier. */
export function heldPosts(
  transaction: Transaction,
  { units, village }: Along,
  posts: readonly string[],
): Promise<readonly PostOfLadder[]> {
  return transaction.query<PostOfLadder>(
    `SELECT DISTINCT p.post_id AS post, p.office_id AS office, p.unit_id AS unit, p.duty FROM post p JOIN holding h USING (post_id),
       (SELECT ${TODAY} AS day) AS today
     WHERE p.post_id = ANY ($3) AND ${MAY_BE_ASKED} AND ${heldOn('day')}`,
    [units, village, posts],
  );
}

/** Every post along the ladder that somebody holds today and that has a matter in hand, as a list to choose from names it. */
export function addresseesOf(transaction: Transaction, { units, village }: Along): Promise<readonly PostInWords[]> {
  return transaction.query<PostInWords>(
    `SELECT DISTINCT p.post_id AS post, jsonb_build_object('vi', p.title, 'en', p.title_en) AS title, p.unit_id AS unit, u.name AS "unitName",
       p.office_id AS office, o.name AS "officeName", p.duty, u.tier, u.training, nlevel(u.path) AS level
     FROM post p JOIN unit u ON u.unit_id = p.unit_id JOIN office o USING (office_id) JOIN holding h USING (post_id),
       (SELECT ${TODAY} AS day) AS today
     WHERE ${MAY_BE_ASKED} AND ${heldOn('day')}
     ORDER BY level DESC, "officeName", p.duty, p.post_id`,
    [units, village],
  );
}
