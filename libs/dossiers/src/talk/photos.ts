import { Problem } from '@trinhduyet/problems';
import type { StoredFile } from '@trinhduyet/storage';
import { v7 } from 'uuid';
import { requireColleague } from '../reading/reader';
import type { TalkPhoto } from './notes';
import { requireOpen, sees, seesPhotos, type TalkParts } from './talk';

const MOST_OF_A_NOTE = 10;
const MOST_OF_A_TALK = 200;
const MOST_MEGABYTES = 500;
const ORPHANED_AFTER = '1 day';

interface OfNote {
  readonly account: string;
  readonly note: string;
}

/**
 * Asked before a photo is taken in, and again when it is written down.
 *
 * @throws `not-found` for whoever may not talk here, `talk-closed` a while after the dossier’s end, `talk-full` where
 *   nothing more fits
 */
export async function requireRoom(parts: TalkParts, dossier: string, { account, note }: OfNote): Promise<void> {
  const { transaction } = parts;
  requireOpen(await requireColleague(parts, dossier, account), await transaction.now());
  const taken = await transaction.one<{ isFull: boolean; isSaid: boolean }>(
    `SELECT count(*) FILTER (WHERE note_id = $2) >= ${MOST_OF_A_NOTE} OR count(*) >= ${MOST_OF_A_TALK}
         OR coalesce(sum(bytes), 0) >= ${MOST_MEGABYTES}::bigint * 1024 * 1024 AS "isFull",
       EXISTS (SELECT FROM talk_note WHERE dossier_id = $1 AND note_id = $2) AS "isSaid"
     FROM talk_photo WHERE dossier_id = $1`,
    [dossier, note],
  );
  if (taken?.isSaid) throw new Problem('not-found'); // what is said has its photos
  if (taken?.isFull) throw new Problem('talk-full');
}

/** Writes a photo down, for a note that is to come; answers also which files of forgotten ones are to be thrown away. */
export async function addPhoto(
  parts: TalkParts,
  dossier: string,
  { account, note, name, file }: OfNote & { readonly name: string; readonly file: StoredFile },
): Promise<{ readonly photo: TalkPhoto; readonly forgotten: readonly string[] }> {
  const { transaction } = parts;
  await transaction.lock(`talk ${dossier}`);
  await requireRoom(parts, dossier, { account, note });
  const id = v7();
  await transaction.query(
    `INSERT INTO talk_photo (dossier_id, photo_id, note_id, account_id, name, media_type, bytes, sha256, storage_key, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, door.now())`,
    [dossier, id, note, account, name, file.mediaType, file.bytes, file.sha256, file.key],
  );
  const forgotten = await transaction.query<{ key: string }>(
    `DELETE FROM talk_photo p WHERE dossier_id = $1 AND account_id = $2 AND at < door.now() - interval '${ORPHANED_AFTER}'
       AND NOT EXISTS (SELECT FROM talk_note n WHERE n.dossier_id = p.dossier_id AND n.note_id = p.note_id)
     RETURNING storage_key AS key`,
    [dossier, account],
  );
  const { mediaType, bytes } = file;
  return { photo: { id, name, mediaType, bytes }, forgotten: forgotten.map(({ key }) => key) };
}

/** Takes back a photo whose note was not said yet; answers with the file to throw away. */
export async function dropPhoto(
  parts: TalkParts,
  dossier: string,
  { account, photo }: { readonly account: string; readonly photo: string },
): Promise<string> {
  const { transaction } = parts;
  await requireColleague(parts, dossier, account);
  await transaction.lock(`talk ${dossier}`);
  const row = await transaction.one<{ key: string }>(
    `DELETE FROM talk_photo p WHERE dossier_id = $1 AND photo_id = $2 AND account_id = $3
       AND NOT EXISTS (SELECT FROM talk_note n WHERE n.dossier_id = p.dossier_id AND n.note_id = p.note_id)
     RETURNING storage_key AS key`,
    [dossier, photo, account],
  );
  if (!row) throw new Problem('not-found');
  return row.key;
}

/**
 * A photo for whoever reads its note; before that is said, for who sent it.
 *
 * @throws `not-found` for everybody else, and once the note was withdrawn
 */
export async function photoToSend(
  parts: TalkParts,
  dossier: string,
  { account, photo }: { readonly account: string; readonly photo: string },
): Promise<TalkPhoto & { readonly key: string }> {
  const colleague = await requireColleague(parts, dossier, account);
  const row = await parts.transaction.one<TalkPhoto & { key: string }>(
    `SELECT p.photo_id AS id, p.name, p.media_type AS "mediaType", p.bytes, p.storage_key AS key
     FROM talk_photo p LEFT JOIN talk_note n USING (dossier_id, note_id)
     WHERE p.dossier_id = $1 AND p.photo_id = $2 AND n.withdrawn_at IS NULL
       AND (p.account_id = $3 OR ($5 AND (n.class = 'personal' OR (n.class = 'sensitive' AND $4))))`,
    [dossier, photo, account, sees(colleague, 'sensitive'), seesPhotos(colleague)],
  );
  if (!row) throw new Problem('not-found');
  return row;
}
