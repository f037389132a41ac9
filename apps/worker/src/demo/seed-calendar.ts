import { trainingUnit } from '@trinhduyet/directory';
import type { Owner } from '@trinhduyet/persistence';
import type { Accounts } from './seed-people';

/** Of the demo, so that seeding twice enters it once. */
const OK_OM_BOK = '01890000-0000-7000-8000-000000000001';

/**
 * A local day off: in the training province the festival of the full moon is kept by everybody. Entered once the
 * dossiers are played, whose days are counted without it; the worker counts them anew.
 */
export async function seedCalendar(owner: Owner, accounts: Accounts): Promise<void> {
  await owner.transaction((transaction) =>
    transaction.query(
      `WITH entered AS (
         INSERT INTO calendar_decision (decision_id, ordinal, unit_id, province_id, kind, first_day, last_day, name, basis, basis_on,
           entered_by, entered_at)
         SELECT $1, (SELECT coalesce(max(ordinal), 0) + 1 FROM calendar_decision), $2, $2, 'day-off', '2026-11-23', '2026-11-23',
           'Lễ hội Óc Om Bóc – Đua ghe Ngo', '215/QĐ-UBND', '2026-10-12', $3, '2026-10-14T02:00:00Z'
         ON CONFLICT (decision_id) DO NOTHING RETURNING decision_id
       )
       INSERT INTO calendar_recount (recount_id, decision_id, requested_at, settles_at, looked, moved, not_before)
       SELECT decision_id, decision_id, now(), now(), 0, 0, now() FROM entered`,
      [OK_OM_BOK, trainingUnit('94'), accounts['lanhdaotinh.taphuan']],
    ),
  );
}
