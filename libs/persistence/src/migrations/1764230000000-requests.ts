import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The posts that somebody holds today, as permission needs them. Planned once per connection. */
const POSTS = `
CREATE FUNCTION door.posts_of(who uuid) RETURNS jsonb LANGUAGE plpgsql STABLE SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
DECLARE
  today date := (door.now() AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;
BEGIN
  RETURN (SELECT coalesce(jsonb_agg(jsonb_build_object(
      'post', p.post_id, 'office', p.office_id, 'unit', p.unit_id, 'tier', u.tier, 'duty', p.duty, 'village', p.village_id)
      ORDER BY p.post_id), '[]')
    FROM holding h JOIN post p USING (post_id) JOIN unit u ON u.unit_id = p.unit_id
    WHERE h.account_id = who AND h.valid_from <= today AND (h.valid_to IS NULL OR today < h.valid_to)
      AND p.valid_from <= today AND (p.valid_to IS NULL OR today < p.valid_to));
END $$;
REVOKE ALL ON FUNCTION door.posts_of FROM PUBLIC;
`;

/**
 * Whose session a token is, and on demand which posts they hold: what every request asks first, in one statement.
 * Whoever knows no token learns nothing. A sign of life is written down \`seen_every\` at most.
 */
const SESSION = `
CREATE FUNCTION door.session_of(token bytea, idle interval, seen_every interval, with_posts boolean)
RETURNS TABLE (id uuid, kind text, name text, language text, posts jsonb) LANGUAGE plpgsql SECURITY DEFINER
SET search_path = public, door, pg_temp AS $$
DECLARE
  live record;
BEGIN
  SELECT a.account_id, a.kind, a.name, a.language, s.seen_at INTO live FROM session s JOIN account a USING (account_id)
    WHERE s.token_digest = token AND s.expires_at > clock_timestamp() AND s.seen_at > clock_timestamp() - idle
      AND a.disabled_at IS NULL;
  IF NOT FOUND THEN RETURN; END IF;
  IF live.seen_at < clock_timestamp() - seen_every THEN
    UPDATE session s SET seen_at = clock_timestamp() WHERE s.token_digest = token;
  END IF;
  RETURN QUERY SELECT live.account_id, live.kind, live.name, live.language,
    CASE WHEN with_posts THEN door.posts_of(live.account_id) ELSE '[]' END;
END $$;
REVOKE ALL ON FUNCTION door.session_of FROM PUBLIC;
GRANT EXECUTE ON FUNCTION door.session_of TO td_app;
`;

/**
 * A dossier's row changes with every step and mostly in columns without an index. With room left in its page the new
 * version stays beside the old one, and none of its indexes is touched.
 */
const ROOM = `ALTER TABLE dossier SET (fillfactor = 70);`;

/** Cheaper requests: one statement for the session, and no index work where no indexed column changes. */
export class Requests1764230000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    for (const sql of [POSTS, SESSION, ROOM]) await db.query(sql);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE dossier RESET (fillfactor)');
    await db.query('DROP FUNCTION door.session_of, door.posts_of');
  }
}
