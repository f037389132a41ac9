import { unwantedCharacters } from '@trinhduyet/form';
import { Problem } from '@trinhduyet/problems';
import { abilityFor, mayRead } from '@trinhduyet/access';
import { requireColleague } from '../reading/reader';
import { keep } from '../writing/kept';
import { tellBeside } from './beside';
import type { NoteClass } from './notes';
import { type Colleague, mentionable, requireOpen, type TalkParts } from './talk';

export interface Said {
  /** Made by the page, so that saying it twice is saying it once. */
  readonly note: string;
  readonly text: string;
  /** Photos that were sent before under the note's id. */
  readonly photos: readonly string[];
  readonly mentions: readonly string[];
  /** Only for whoever sees the sensitive fields of the dossier. */
  readonly isClose: boolean;
}

/** Twelve digits in a row, as citizen numbers are written: such a note is for those who see the number anyway. */
const CITIZEN_NUMBER = /(?<!\d)\d(?:[ .-]?\d){11}(?!\d)/;

/**
 * Writes a note down. Whoever is mentioned is told, once it is committed.
 *
 * @throws `not-found` for whoever may not read the dossier, and for its applicant; `talk-closed` a while after its end;
 *   `file-missing` when the photos sent under this id are others; `may-not-mention` for somebody who could not read it
 */
export async function say(parts: TalkParts, dossier: string, account: string, said: Said): Promise<void> {
  const { transaction } = parts;
  const colleague = await requireColleague(parts, dossier, account);
  requireOpen(colleague, await transaction.now());
  if (unwantedCharacters(said.text).length > 0) throw new Problem('invalid-request');
  await transaction.lock(`talk ${dossier}`);
  if (await isSaid(parts, dossier, account, said.note)) return;
  await requirePhotos(parts, dossier, account, said);
  const privacy: NoteClass = said.isClose || CITIZEN_NUMBER.test(said.text) ? 'sensitive' : 'personal';
  await requireMentionable(parts, dossier, { account, mentions: said.mentions, privacy });
  const post = postOf(colleague);
  const { salt, digest, content } = keep(said.text);
  await transaction.query(WRITE, [
    ...[dossier, said.note, account, post, privacy],
    ...[JSON.stringify(content), salt, digest, said.mentions, `${dossier}:talk:${said.note}`],
  ]);
  await transaction.query(
    'INSERT INTO talk_mention (dossier_id, note_id, account_id) SELECT $1, $2, unnest($3::uuid[])',
    [...[dossier, said.note, [...new Set(said.mentions)]]],
  );
  tellBeside(transaction, { dossier, what: 'talk', row: colleague.reader.row });
}

/** By which post somebody speaks: one that is asked now, else one by which they may read the dossier. */
function postOf({ reader: { account, posts, row }, state }: Colleague): string {
  const asked = new Set(
    state.status === 'open' ? state.places.flatMap((place) => place.asked.map(({ post }) => post)) : [],
  );
  const able = posts.filter((post) => mayRead(abilityFor({ account, posts: [post] }), row));
  return (able.find(({ post }) => asked.has(post)) ?? able[0])?.post ?? '';
}

const WRITE = `
WITH note AS (
  INSERT INTO talk_note (dossier_id, note_id, number, account_id, post_id, class, body, salt, digest, at)
  SELECT $1, $2, coalesce(max(number), 0) + 1, $3, $4, $5, $6, $7, $8, door.now() FROM talk_note WHERE dossier_id = $1
  RETURNING number
), seen AS (
  INSERT INTO talk_seen (dossier_id, account_id, number) SELECT $1, $3, number FROM note
  ON CONFLICT (dossier_id, account_id) DO UPDATE SET number = excluded.number
), effect AS (
  INSERT INTO outbox (effect_key, dossier_id, kind, payload, not_before, attempts)
  SELECT $10, $1, 'mentioned', jsonb_build_object('note', $2::uuid), clock_timestamp(), 0 WHERE cardinality($9::uuid[]) > 0
)
SELECT number FROM note`;

/**
 * Takes a note of one's own back: its place stays, marked.
 *
 * @throws `not-found` where there is no such note of this person
 */
export async function withdrawNote(parts: TalkParts, dossier: string, account: string, note: string): Promise<void> {
  const { transaction } = parts;
  const { reader } = await requireColleague(parts, dossier, account);
  const found = await transaction.one<{ note_id: string }>(
    `UPDATE talk_note SET withdrawn_at = coalesce(withdrawn_at, door.now())
     WHERE dossier_id = $1 AND note_id = $2 AND account_id = $3 RETURNING note_id`,
    [dossier, note, account],
  );
  if (!found) throw new Problem('not-found');
  tellBeside(transaction, { dossier, what: 'talk', row: reader.row });
}

async function isSaid({ transaction }: TalkParts, dossier: string, account: string, note: string): Promise<boolean> {
  const found = await transaction.one<{ account: string }>(
    'SELECT account_id AS account FROM talk_note WHERE dossier_id = $1 AND note_id = $2',
    [dossier, note],
  );
  if (found && found.account !== account) throw new Problem('not-found');
  return found !== undefined;
}

async function requirePhotos(
  { transaction }: TalkParts,
  dossier: string,
  account: string,
  { note, photos }: Said,
): Promise<void> {
  const sent = await transaction.query<{ id: string; isMine: boolean }>(
    'SELECT photo_id AS id, account_id = $3 AS "isMine" FROM talk_photo WHERE dossier_id = $1 AND note_id = $2',
    [dossier, note, account],
  );
  const named = new Set(photos);
  const isSame = sent.length === named.size && sent.every(({ id, isMine }) => isMine && named.has(id));
  if (!isSame) throw new Problem('file-missing');
}

async function requireMentionable(
  parts: TalkParts,
  dossier: string,
  { account, mentions, privacy }: { account: string; mentions: readonly string[]; privacy: NoteClass },
): Promise<void> {
  if (mentions.length === 0) return;
  const people = await mentionable(parts, dossier, account);
  const able = new Set(
    people.filter((person) => privacy === 'personal' || person.seesSensitive).map((one) => one.account),
  );
  if (!mentions.every((each) => able.has(each))) throw new Problem('may-not-mention');
}
