import { type DossierRow, mayRead, abilityFor, type PrincipalPost } from '@trinhduyet/access';
import { heldOn, TODAY, type Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';

/** An official who may read a dossier, with the posts by which they may. */
export interface Person {
  readonly account: string;
  readonly name: string;
  readonly posts: readonly PrincipalPost[];
  readonly title: LocalText;
  readonly office: string;
}

/** Whoever may read the dossier by the posts of today; its applicant, who may be an official too, is none of them. */
export async function peopleOf(transaction: Transaction, row: DossierRow): Promise<readonly Person[]> {
  const units = [row.communeId, row.districtId, row.provinceId, row.receptionUnitId].filter((unit) => unit !== null);
  const people = await transaction.query<Person>(PEOPLE, [[...new Set(units)]]);
  return people.filter(
    ({ account, posts }) => account !== row.applicantId && mayRead(abilityFor({ account, posts }), row),
  );
}

const PEOPLE = `
SELECT a.account_id AS account, a.name,
  jsonb_agg(jsonb_build_object('post', p.post_id, 'office', p.office_id, 'unit', p.unit_id, 'tier', u.tier, 'duty', p.duty,
    'village', p.village_id) ORDER BY p.post_id) AS posts,
  (array_agg(jsonb_build_object('vi', p.title, 'en', p.title_en) ORDER BY p.post_id))[1] AS title,
  (array_agg(o.name || ', ' || u.name ORDER BY p.post_id))[1] AS office
FROM post p JOIN holding h USING (post_id) JOIN account a USING (account_id) JOIN unit u ON u.unit_id = p.unit_id
  JOIN office o ON o.office_id = p.office_id, (SELECT ${TODAY} AS day) AS today
WHERE p.unit_id = ANY ($1) AND ${heldOn('day')} GROUP BY 1, 2`;
