import { type Place, reviewOf } from '@trinhduyet/approval';
import { Problem } from '@trinhduyet/problems';
import { requireColleague } from '../reading/reader';
import { tellBeside } from '../talk/beside';
import type { TalkParts } from '../talk/talk';

/** Something of a dossier that the applicant is to mend or bring, marked by an official who is at work on it. */
export interface Mark {
  readonly id: string;
  /** A field's pointer, the pointer with one of its photos (`/photos#id`), or a name for something else. */
  readonly what: string;
  readonly field: string | null;
  /** As far as it is written by now: it is asked for when the request is sent. */
  readonly reason: string;
  readonly name: string;
  readonly isMine: boolean;
  readonly mayRemove: boolean;
}

export interface Marks {
  readonly mayMark: boolean;
  readonly items: readonly Mark[];
}

export interface Marking extends Pick<Mark, 'id' | 'what' | 'reason'> {
  readonly field?: string;
}

/** As many as one request may have. */
const MOST = 30;

type Colleague = Awaited<ReturnType<typeof requireColleague>>;

/**
 * What is marked at the place where the dossier stands. What was marked at places before was sent there, or not needed.
 *
 * @throws `not-found` for whoever may not read the dossier, and for its applicant
 */
export async function marksOf(parts: TalkParts, dossier: string, account: string): Promise<Marks> {
  const colleague = await requireColleague(parts, dossier, account);
  const place = placeToMark(colleague);
  if (!place) return { mayMark: false, items: [] };
  const sends = isSender(colleague, place);
  const rows = await parts.transaction.query<Omit<Mark, 'mayRemove'>>(
    `SELECT m.mark_id AS id, m.what, m.field, m.reason, a.name, m.account_id = $3 AS "isMine"
     FROM supplement_mark m JOIN account a USING (account_id) WHERE m.dossier_id = $1 AND m.place_key = $2 ORDER BY m.at, m.mark_id`,
    [dossier, place.key, account],
  );
  return { mayMark: true, items: rows.map((mark) => ({ ...mark, mayRemove: mark.isMine || sends })) };
}

/**
 * Marks something, or writes the reason of one's own mark anew.
 *
 * @throws `may-not-ask-supplement` where nothing can be asked for, `already-marked` for what a colleague has marked,
 *   `drawer-full` past 30
 */
export async function putMark(parts: TalkParts, dossier: string, account: string, marking: Marking): Promise<void> {
  const { transaction } = parts;
  const colleague = await requireColleague(parts, dossier, account);
  const place = placeToMark(colleague);
  if (!place) throw new Problem('may-not-ask-supplement');
  await transaction.lock(`marks ${dossier}`);
  const { id, what, field = null, reason } = marking;
  const others = await transaction.one<{ count: number; isTaken: boolean }>(
    `SELECT count(*)::integer AS count, coalesce(bool_or(what = $4), false) AS "isTaken" FROM supplement_mark
     WHERE dossier_id = $1 AND place_key = $2 AND mark_id <> $3`,
    [dossier, place.key, id, what],
  );
  if (others?.isTaken) throw new Problem('already-marked');
  if ((others?.count ?? 0) >= MOST) throw new Problem('drawer-full');
  const written = await transaction.one(
    `INSERT INTO supplement_mark (dossier_id, mark_id, place_key, what, field, reason, account_id, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, door.now())
     ON CONFLICT (dossier_id, mark_id) DO UPDATE SET reason = excluded.reason
       WHERE supplement_mark.account_id = $7 AND supplement_mark.place_key = $3 RETURNING mark_id`,
    [dossier, id, place.key, what, field, reason, account],
  );
  if (!written) throw new Problem('forbidden');
  tellBeside(transaction, { dossier, what: 'marks', row: colleague.reader.row });
}

/**
 * Takes a mark away: one's own, or anybody's for who has the task and so will send them. Gone already is gone.
 *
 * @throws `forbidden` for a colleague's where somebody else has the task
 */
export async function dropMark(parts: TalkParts, dossier: string, account: string, mark: string): Promise<void> {
  const { transaction } = parts;
  const colleague = await requireColleague(parts, dossier, account);
  const found = await transaction.one<{ isMine: boolean }>(
    'SELECT account_id = $3 AS "isMine" FROM supplement_mark WHERE dossier_id = $1 AND mark_id = $2 FOR UPDATE',
    [dossier, mark, account],
  );
  if (!found) return;
  const place = placeToMark(colleague);
  if (!found.isMine && !(place && isSender(colleague, place))) throw new Problem('forbidden');
  await transaction.query('DELETE FROM supplement_mark WHERE dossier_id = $1 AND mark_id = $2', [dossier, mark]);
  tellBeside(transaction, { dossier, what: 'marks', row: colleague.reader.row });
}

/** The place at which the applicant can be asked for something now. */
function placeToMark({ chain, state }: Colleague): Place | undefined {
  const places = state.status === 'open' && state.withdrawnAt === undefined ? state.places : [];
  return places.find(
    ({ kind, step, settled }) =>
      settled === undefined && (kind === 'reception' || reviewOf(chain, step)?.supplement !== undefined),
  );
}

/** Who holds the post that is asked there, unless the task was given to somebody else. */
function isSender({ reader: { account, posts } }: Colleague, { asked }: Place): boolean {
  const held = new Set(posts.map(({ post }) => post));
  return asked.some(
    ({ post, assignee, claimedBy }) => held.has(post) && [undefined, account].includes(claimedBy ?? assignee),
  );
}
