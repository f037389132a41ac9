import { SEEN_BY } from './door';

/**
 * Opens the door for somebody signed in and answers with the posts that they hold today, locked against the end of a
 * holding when a decision depends on them. With a dossier, its rows are open for the rest of the transaction if the
 * person may see it, or is about to submit it. Runs as its owner, because it decides what the policies go by.
 */
export const ENTERING = {
  up: `
CREATE FUNCTION door.enter(who uuid, lock boolean, which uuid) RETURNS jsonb LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
DECLARE
  today date := (door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
  posts jsonb;
  units text[];
BEGIN
  IF lock THEN
    PERFORM 1 FROM holding WHERE account_id = who FOR SHARE;
  END IF;
  SELECT coalesce(jsonb_agg(jsonb_build_object(
      'post', p.post_id, 'office', p.office_id, 'unit', p.unit_id, 'tier', u.tier, 'duty', p.duty, 'village', p.village_id)
      ORDER BY p.post_id), '[]'), coalesce(array_agg(DISTINCT p.unit_id), '{}')
    INTO posts, units
    FROM holding h JOIN post p USING (post_id) JOIN unit u ON u.unit_id = p.unit_id
    WHERE h.account_id = who AND h.valid_from <= today AND (h.valid_to IS NULL OR today < h.valid_to)
      AND p.valid_from <= today AND (p.valid_to IS NULL OR today < p.valid_to);
  PERFORM set_config('door.kind', 'account', true), set_config('door.account', who::text, true),
    set_config('door.units', array_to_string(units, ','), true),
    set_config('door.dossier', coalesce((
      SELECT which::text WHERE EXISTS (SELECT FROM dossier WHERE dossier_id = which AND ${SEEN_BY('who', 'units')})
        OR EXISTS (SELECT FROM draft WHERE dossier_id = which AND applicant_id = who)), ''), true);
  RETURN posts;
END $$;
REVOKE ALL ON FUNCTION door.enter FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.enter TO td_app, td_worker;
`,
  down: `DROP FUNCTION door.enter;`,
};
