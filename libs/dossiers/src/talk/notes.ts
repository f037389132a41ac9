import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';

/** Notes that hold what only readers of sensitive fields see are of class `sensitive`. */
export type NoteClass = 'personal' | 'sensitive';

export interface TalkPhoto {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** One note as one reader has it. What is withdrawn, erased or too private for the reader leaves its place, without content. */
export interface TalkNote {
  readonly id: string;
  /** 1, 2, 3 … within the dossier: what pages and unread marks go by. */
  readonly number: number;
  readonly at: string;
  readonly name: string;
  readonly title: LocalText | null;
  readonly isMine: boolean;
  readonly class: NoteClass;
  readonly is: 'shown' | 'withdrawn' | 'erased' | 'hidden';
  readonly withdrawnAt: string | null;
  readonly text: string;
  readonly photos: readonly TalkPhoto[];
  /** How many photos there are that are too private for the reader, as those of the form are. */
  readonly hiddenPhotos: number;
  readonly mentions: readonly { readonly account: string; readonly name: string }[];
}

export interface NotesAsked {
  readonly dossier: string;
  readonly account: string;
  readonly seesSensitive: boolean;
  readonly seesPhotos: boolean;
  /** The number that the page before ended with. */
  readonly before?: number;
}

export const A_PAGE = 30;

/** Up to a page of notes and one more, which tells that there are more; the latest first. */
export async function notesOf(
  transaction: Transaction,
  { dossier, account, seesSensitive, seesPhotos, before }: NotesAsked,
): Promise<readonly TalkNote[]> {
  const rows = await transaction.query<Omit<TalkNote, 'is' | 'text' | 'hiddenPhotos'> & { body: string | null }>(
    NOTES,
    [dossier, account, before ?? null],
  );
  return rows.map(({ body, ...note }) => {
    const is = standing(note, body, seesSensitive);
    if (is !== 'shown') return { ...note, is, text: '', photos: [], hiddenPhotos: 0, mentions: [] };
    const areHidden = !seesPhotos && !note.isMine;
    const photos = areHidden ? { photos: [], hiddenPhotos: note.photos.length } : { hiddenPhotos: 0 };
    return { ...note, is, text: body ?? '', ...photos };
  });
}

function standing(
  { withdrawnAt, isMine, class: privacy }: Pick<TalkNote, 'withdrawnAt' | 'isMine' | 'class'>,
  body: string | null,
  seesSensitive: boolean,
): TalkNote['is'] {
  if (withdrawnAt !== null) return 'withdrawn';
  if (privacy === 'sensitive' && !seesSensitive && !isMine) return 'hidden';
  return body === null ? 'erased' : 'shown';
}

const NOTES = `
SELECT n.note_id AS id, n.number, n.at, a.name, n.account_id = $2 AS "isMine", n.class, n.withdrawn_at AS "withdrawnAt", n.body,
  (SELECT jsonb_build_object('vi', p.title, 'en', p.title_en) FROM post p WHERE p.post_id = n.post_id) AS title,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('id', f.photo_id, 'name', f.name, 'mediaType', f.media_type, 'bytes', f.bytes)
     ORDER BY f.photo_id), '[]') FROM talk_photo f WHERE f.dossier_id = n.dossier_id AND f.note_id = n.note_id) AS photos,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('account', m.account_id, 'name', o.name) ORDER BY o.name), '[]')
   FROM talk_mention m JOIN account o USING (account_id) WHERE m.dossier_id = n.dossier_id AND m.note_id = n.note_id) AS mentions
FROM talk_note n JOIN account a USING (account_id)
WHERE n.dossier_id = $1 AND ($3::integer IS NULL OR n.number < $3) ORDER BY n.number DESC LIMIT ${A_PAGE + 1}`;

/** What somebody has not read yet of what others wrote and have not withdrawn; and up to which note they have read. */
export async function unreadOf(
  transaction: Transaction,
  { dossier, account, seesSensitive }: Omit<NotesAsked, 'seesPhotos'>,
): Promise<{ readonly seen: number; readonly unread: number }> {
  const row = await transaction.one<{ seen: number; unread: number }>(
    `SELECT coalesce(max(s.number), 0) AS seen,
       (SELECT count(*)::integer FROM talk_note n WHERE n.dossier_id = $1 AND n.account_id <> $2 AND n.withdrawn_at IS NULL
          AND (n.class = 'personal' OR $3) AND n.number > coalesce(max(s.number), 0)) AS unread
     FROM talk_seen s WHERE s.dossier_id = $1 AND s.account_id = $2`,
    [dossier, account, seesSensitive],
  );
  return row ?? { seen: 0, unread: 0 };
}
