import type { Door } from '@trinhduyet/persistence';
import type { z } from 'zod';
import type { DemoAccount } from '../contract/session';

/** The accounts that the demo made, with what each of them does; applicants first, then from the village upwards. */
export function demoAccounts(door: Door): Promise<z.infer<typeof DemoAccount>[]> {
  return door.asActor({ kind: 'gate' }, async (transaction) => {
    const rows = await transaction.query<z.infer<typeof DemoAccount>>(
      `SELECT a.login, a.name, a.kind, coalesce(
         (SELECT jsonb_build_object('vi', string_agg(p.title || ', ' || u.name, '; ' ORDER BY u.training, p.post_id),
            'en', string_agg(p.title_en || ', ' || u.name, '; ' ORDER BY u.training, p.post_id))
          FROM holding h JOIN post p USING (post_id) JOIN unit u ON u.unit_id = p.unit_id WHERE h.account_id = a.account_id),
         '{"vi": "Người nộp hồ sơ", "en": "Applicant"}') AS who
       FROM account a WHERE a.demo ORDER BY a.kind, a.account_id`,
    );
    return [...rows];
  });
}
