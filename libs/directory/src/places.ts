import type { Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import { fold } from '@trinhduyet/text';

/** A commune that a person means, by its old or new name. */
export interface PlaceFound {
  readonly unit: string;
  readonly name: string;
  readonly above: string;
  /** The name under which it was found, when that is no longer its own: “nay là …”. */
  readonly formerly?: string;
  readonly training: boolean;
  /** Whether dossiers can be handed in there. */
  readonly receives: boolean;
}

const MOST_PLACES = 20;

/**
 * Communes in force on a day whose own or former name holds the words, whatever the accents and the tone placement.
 * A former commune that was split gives every commune that it went into.
 */
export async function findPlaces(transaction: Transaction, words: string, day: Day): Promise<readonly PlaceFound[]> {
  const folded = fold(words);
  if (folded.length < 2) return [];
  return transaction.query<PlaceFound>(
    `WITH named AS (
       SELECT u.* FROM unit u WHERE u.tier = 'commune' AND u.search_text LIKE '%' || $1 || '%'
     ), meant AS (
       SELECT unit_id, NULL AS formerly FROM named WHERE valid_from <= $2::date AND (valid_to IS NULL OR $2::date < valid_to)
       UNION ALL
       SELECT s.to_id, n.name || ', ' || p.name FROM named n JOIN unit_succession s ON s.from_id = n.unit_id
         JOIN unit p ON p.unit_id = n.parent_id WHERE n.valid_to <= $2::date
     ), found AS (
       SELECT DISTINCT ON (m.unit_id) m.unit_id, m.formerly FROM meant m ORDER BY m.unit_id, m.formerly NULLS FIRST
     )
     SELECT u.unit_id AS unit, u.name, above.names AS above, f.formerly, u.training,
       EXISTS (SELECT FROM office_function o WHERE o.unit_id = u.unit_id AND o.function = 'reception'
         AND o.valid_from <= $2::date AND (o.valid_to IS NULL OR $2::date < o.valid_to)) AS receives
     FROM found f JOIN unit u USING (unit_id)
       CROSS JOIN LATERAL (SELECT string_agg(a.name, ', ' ORDER BY nlevel(a.path) DESC) AS names
         FROM unit a WHERE a.path @> u.path AND a.unit_id <> u.unit_id) above
     WHERE u.valid_from <= $2::date AND (u.valid_to IS NULL OR $2::date < u.valid_to)
     ORDER BY receives DESC, u.training, (u.search_text LIKE '% ' || $1) DESC, length(u.name), u.name LIMIT ${MOST_PLACES}`,
    [escapeLike(folded), day],
  );
}

/** One unit in words, whatever the day: what a draft or a dossier names stays readable. */
export async function placeOf(transaction: Transaction, unit: string): Promise<PlaceFound | undefined> {
  const [place] = await transaction.query<PlaceFound>(
    `SELECT u.unit_id AS unit, u.name, above.names AS above, u.training,
       EXISTS (SELECT FROM office_function o WHERE o.unit_id = u.unit_id AND o.function = 'reception') AS receives
     FROM unit u CROSS JOIN LATERAL (SELECT coalesce(string_agg(a.name, ', ' ORDER BY nlevel(a.path) DESC), '') AS names
       FROM unit a WHERE a.path @> u.path AND a.unit_id <> u.unit_id) above
     WHERE u.unit_id = $1`,
    [unit],
  );
  return place;
}

export interface Village {
  readonly village: string;
  readonly name: string;
}

export async function villagesOf(transaction: Transaction, commune: string, day: Day): Promise<readonly Village[]> {
  return transaction.query<Village>(
    `SELECT village_id AS village, name FROM village
     WHERE commune_id = $1 AND valid_from <= $2::date AND (valid_to IS NULL OR $2::date < valid_to)
     ORDER BY name COLLATE "vi-x-icu"`,
    [commune, day],
  );
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
