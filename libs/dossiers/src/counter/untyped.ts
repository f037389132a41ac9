import type { Transaction } from '@trinhduyet/persistence';
import { paperUnits } from './reception';

/** A paper dossier whose form still has to be typed in. */
export interface UntypedLine {
  readonly dossier: string;
  readonly requestType: string;
  readonly code: string;
  readonly maskedName: string;
  readonly village: string | null;
  readonly submittedAt: string;
  readonly promisedOn: string | null;
}

const MOST = 200;

/** Paper forms that the person may type in, the oldest first: nobody decides before. Names are masked, as in the inbox. */
export function untypedForms(transaction: Transaction): Promise<readonly UntypedLine[]> {
  const { asCommune, asReception } = paperUnits(transaction.posts);
  return transaction.query<UntypedLine>(
    `SELECT d.dossier_id AS dossier, d.request_type AS "requestType", coalesce(d.code, d.lookup_code) AS code,
       d.masked_name AS "maskedName", v.name AS village, d.submitted_at AS "submittedAt", d.promised_on AS "promisedOn"
     FROM dossier d LEFT JOIN village v USING (village_id)
     WHERE d.status = 'open' AND d.state #>> '{submission,counter,transcribed}' = 'false'
       AND (d.commune_id = ANY ($1) OR d.reception_unit_id = ANY ($2))
     ORDER BY d.dossier_id LIMIT ${MOST}`,
    [asCommune, asReception],
  );
}
