import { type Data, unwantedCharacters } from '@trinhduyet/form';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';
import type { StoredFile } from '@trinhduyet/storage';
import { v7 } from 'uuid';
import { paperUnits } from './counter/reception';
import type { FileLine } from './reading/dossier-page';
import { ASKED_TO_SUPPLEMENT } from './reading/dossier-list';

export interface DraftView {
  readonly id: string;
  readonly requestType: string;
  readonly document: Data;
  readonly page: string;
  readonly version: number;
  readonly updatedAt: string;
  readonly files: readonly FileLine[];
}
export type DraftLine = Omit<DraftView, 'document' | 'files'>;

const MOST_DRAFTS = 50;
const MOST_FILES = 30;
const MOST_BYTES_OF_DOSSIER = 100 * 1024 * 1024;
const COLUMNS = `dossier_id AS id, request_type AS "requestType", page, version, updated_at AS "updatedAt"`;

/** A draft's id is the dossier's to be: what is uploaded for one belongs to the other. */
export async function startDraft(
  transaction: Transaction,
  account: string,
  type: { key: string; formId: string },
): Promise<DraftView> {
  const id = v7();
  await transaction.query(
    `INSERT INTO draft (dossier_id, applicant_id, request_type, form_id, document, page, version, created_at, updated_at)
     VALUES ($1, $2, $3, $4, '{}', '', 1, door.now(), door.now())`,
    [id, account, type.key, type.formId],
  );
  return getDraft(transaction, id);
}

export function draftsOf(transaction: Transaction): Promise<readonly DraftLine[]> {
  return transaction.query<DraftLine>(`SELECT ${COLUMNS} FROM draft ORDER BY dossier_id DESC LIMIT ${MOST_DRAFTS}`);
}

export async function getDraft(transaction: Transaction, id: string): Promise<DraftView> {
  const row = await transaction.one<Omit<DraftView, 'files'>>(
    `SELECT ${COLUMNS}, document FROM draft WHERE dossier_id = $1`,
    [id],
  );
  if (!row) throw new Problem('not-found');
  return { ...row, files: await filesOf(transaction, id) };
}

export interface DraftToSave {
  readonly document: Data;
  readonly page: string;
  /** The version that was last seen: somebody else's changes are never written over. */
  readonly version: number;
}

/** Keeps what was typed, finished or not; nothing is checked but that it can be kept. */
export async function saveDraft(
  transaction: Transaction,
  id: string,
  { document, page, version }: DraftToSave,
): Promise<{ version: number; updatedAt: string }> {
  if (unwantedCharacters(document).length > 0) throw new Problem('form-invalid', { errors: strange(document) });
  const saved = await transaction.one<{ version: number; updatedAt: string }>(
    `UPDATE draft SET document = $2, page = $3, version = version + 1, updated_at = door.now()
     WHERE dossier_id = $1 AND version = $4 RETURNING version, updated_at AS "updatedAt"`,
    [id, JSON.stringify(document), page, version],
  );
  if (saved) return saved;
  await getDraft(transaction, id);
  throw new Problem('draft-changed');
}

function strange(document: Data) {
  const message = { vi: 'Có ký tự lạ không dùng được.', en: 'There are characters that cannot be used.' };
  return unwantedCharacters(document).map((at) => ({ at, code: 'characters', message }));
}

/** Takes a draft away; answers with the files that nothing refers to any more. */
export async function dropDraft(transaction: Transaction, id: string): Promise<readonly string[]> {
  const [dropped] = await transaction.query('DELETE FROM draft WHERE dossier_id = $1 RETURNING dossier_id', [id]);
  if (!dropped) throw new Problem('not-found');
  const files = await transaction.query<{ storage_key: string }>(
    'DELETE FROM attachment WHERE dossier_id = $1 RETURNING storage_key',
    [id],
  );
  return files.map(({ storage_key }) => storage_key);
}

export interface Upload {
  readonly field: string;
  readonly name: string;
  readonly file: StoredFile;
}

/**
 * SQL: files may be added to a dossier ($1) by its applicant ($2) while a supplement is asked for; and, where it came on
 * paper, by its reception ($3) and by whoever types it in ($4), who have the paper in hand.
 */
const TAKES_FILES = `dossier_id = $1 AND ((applicant_id = $2 AND ${ASKED_TO_SUPPLEMENT})
  OR (status = 'open' AND state -> 'submission' -> 'counter' IS NOT NULL AND (reception_unit_id = ANY ($3) OR commune_id = ANY ($4))))`;

function adding({ posts }: Transaction, id: string, account: string): readonly unknown[] {
  const { asReception, asCommune } = paperUnits(posts);
  return [id, account, asReception, asCommune];
}

/** Whether the person may add a file: to their own draft, or to a dossier that takes files from them. */
export async function requireUploadable(transaction: Transaction, id: string, account: string): Promise<void> {
  const row = await transaction.one<{ draft: boolean; takes: boolean; full: boolean }>(
    `SELECT EXISTS (SELECT FROM draft WHERE dossier_id = $1) AS draft,
       EXISTS (SELECT FROM dossier WHERE ${TAKES_FILES}) AS takes,
       (SELECT count(*) >= $5 OR sum(bytes) >= $6 FROM attachment WHERE dossier_id = $1) AS full`,
    [...adding(transaction, id, account), MOST_FILES, MOST_BYTES_OF_DOSSIER],
  );
  if (!row || !(row.draft || row.takes)) throw new Problem('not-found');
  if (row.full) throw new Problem('too-many-files');
}

export async function addFile(
  transaction: Transaction,
  id: string,
  account: string,
  { field, name, file }: Upload,
): Promise<FileLine> {
  const attachment = v7();
  await transaction.query(
    `INSERT INTO attachment (dossier_id, attachment_id, account_id, field, name, media_type, bytes, sha256, storage_key, at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, door.now())`,
    [id, attachment, account, field, name, file.mediaType, file.bytes, file.sha256, file.key],
  );
  return { id: attachment, field, name, mediaType: file.mediaType, bytes: file.bytes };
}

/**
 * Takes away a file of the person's own: of a draft, or one that was added to a dossier and that no revision names yet.
 * What a revision names belongs to the record.
 */
export async function dropFile(
  transaction: Transaction,
  id: string,
  attachment: string,
  account: string,
): Promise<string> {
  const draft = await transaction.one('SELECT dossier_id FROM draft WHERE dossier_id = $1 FOR UPDATE', [id]);
  if (!draft) await requireAdding(transaction, id, account);
  const row = await transaction.one<{ storage_key: string }>(
    `DELETE FROM attachment WHERE dossier_id = $1 AND attachment_id = $2 AND account_id = $3 AND NOT EXISTS (
       SELECT FROM revision r WHERE r.dossier_id = $1
         AND jsonb_path_exists(r.document, '$.** ? (@ == $file)', jsonb_build_object('file', $2::text))) RETURNING storage_key`,
    [id, attachment, account],
  );
  if (!row) throw new Problem('not-found');
  return row.storage_key;
}

/** Under the dossier's lock, so that what the file belongs to is not sent meanwhile. */
async function requireAdding(transaction: Transaction, id: string, account: string): Promise<void> {
  const asked = await transaction.one(
    `SELECT dossier_id FROM dossier WHERE ${TAKES_FILES} FOR UPDATE`,
    adding(transaction, id, account),
  );
  if (!asked) throw new Problem('not-found');
}

export interface FileToSend {
  readonly key: string;
  readonly field: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
}

/** A file for whoever may see the dossier, or the draft, that it belongs to. */
export async function fileToSend(transaction: Transaction, id: string, attachment: string): Promise<FileToSend> {
  const row = await transaction.one<FileToSend>(
    `SELECT storage_key AS key, field, name, media_type AS "mediaType", bytes FROM attachment WHERE dossier_id = $1 AND attachment_id = $2`,
    [id, attachment],
  );
  if (!row) throw new Problem('not-found');
  return row;
}

function filesOf(transaction: Transaction, id: string): Promise<readonly FileLine[]> {
  return transaction.query<FileLine>(
    `SELECT attachment_id AS id, field, name, media_type AS "mediaType", bytes FROM attachment WHERE dossier_id = $1 ORDER BY attachment_id`,
    [id],
  );
}

/** What an official has begun to write at an open task of their own, so that neither a conflict nor a reload loses it. */
export async function saveEntryDraft(
  transaction: Transaction,
  { dossier, task, account }: { dossier: string; task: string; account: string },
  { document, note }: { document: Data; note: string },
): Promise<string> {
  const row = await transaction.one<{ at: string }>(
    `INSERT INTO entry_draft (dossier_id, task_key, account_id, document, note, updated_at)
     SELECT dossier_id, task_key, $3, $4, $5, door.now() FROM task WHERE dossier_id = $1 AND task_key = $2 AND post_id = ANY ($6)
     ON CONFLICT (dossier_id, task_key, account_id) DO UPDATE SET document = excluded.document, note = excluded.note,
       updated_at = excluded.updated_at RETURNING updated_at AS at`,
    [dossier, task, account, JSON.stringify(document), note, transaction.posts.map(({ post }) => post)],
  );
  if (!row) throw new Problem('not-found');
  return row.at;
}
