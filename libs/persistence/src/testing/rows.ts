import type { DossierRow } from '@trinhduyet/access';
import type { TestDatabase } from './test-database';

/** A UUID that tests can tell apart: `aUuid(7)` ends in 7. */
export function aUuid(number: number): string {
  return `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

export async function insertUnits(database: TestDatabase, ...ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await database.query(
      `INSERT INTO unit (unit_id, code, tier, kind, name, search_text, path, symbol, training, valid_from)
       VALUES ($1, $1, 'commune', 'xã', $1, $1, 'x', $1, false, '2020-01-01')`,
      [id],
    );
  }
}

export async function insertAccount(database: TestDatabase, id: string, kind = 'applicant'): Promise<void> {
  await database.query(
    `INSERT INTO account (account_id, kind, login, name, password_hash, created_at) VALUES ($1::uuid, $2, $1::text, $1::text, '', now())`,
    [id, kind],
  );
}

/** A post of its own in `unit`, held by the account from 2020 on. */
export async function insertHolding(
  database: TestDatabase,
  account: string,
  unit: string,
  duty = 'specialist',
): Promise<string> {
  const post = `${unit}/${duty}/${account}`;
  await database.query(
    `WITH o AS (INSERT INTO office (office_id, unit_id, name, name_en) VALUES ($1, $2, $1, $1)),
          p AS (INSERT INTO post (post_id, unit_id, office_id, duty, title, title_en, valid_from)
                VALUES ($1, $2, $1, $3, $1, $1, '2020-01-01'))
     INSERT INTO holding (post_id, account_id, valid_from) VALUES ($1, $4, '2020-01-01')`,
    [post, unit, duty, account],
  );
  return post;
}

/** A bare dossier that stands nowhere: enough for walls, not for the core. */
export async function insertDossier(
  database: TestDatabase,
  id: string,
  row: DossierRow,
  searchText = '',
): Promise<void> {
  await database.query(
    `INSERT INTO dossier (dossier_id, applicant_id, request_type, status, sequence, state, state_version, head, commune_id,
       district_id, province_id, reception_unit_id, village_id, training, lookup_code, masked_name, search_text, submitted_at)
     VALUES ($1::uuid, $2, 'housing', 'open', 1, '{}', 1, '', $3, $4, $5, $6, $7, false, $1::text, '', $8, now())`,
    [
      id,
      row.applicantId,
      row.communeId,
      row.districtId,
      row.provinceId,
      row.receptionUnitId,
      row.villageId,
      searchText,
    ],
  );
}
