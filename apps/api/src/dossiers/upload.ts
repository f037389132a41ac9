import { Problem } from '@trinhduyet/problems';
import { MOST_BYTES } from '@trinhduyet/storage';
import type { MultipartFile } from '@fastify/multipart';
import type { Request } from '../http/requests';

/** The only part that an upload has. */
const PART = 'file';
const LIMITS = { fileSize: MOST_BYTES + 1, files: 1, fields: 0, parts: 1, fieldNameSize: 100, headerPairs: 20 };
const LONGEST_NAME = 200;

/**
 * Takes an upload of exactly one part, a file named `file`; what is kept of it is undone when more turns out to follow.
 *
 * @throws `malformed-request` for other or further parts and for files without a name, `file-empty` for none at all
 */
export async function takeOnlyFile<Kept>(
  request: Request,
  keep: (part: MultipartFile) => Promise<Kept>,
  undo: (kept: Kept) => Promise<void>,
): Promise<{ readonly name: string; readonly kept: Kept }> {
  if (!request.isMultipart()) throw new Problem('unsupported-content');
  let taken: { readonly name: string; readonly kept: Kept } | undefined;
  try {
    for await (const part of request.parts({ limits: LIMITS })) {
      if (part.type !== 'file' || part.fieldname !== PART || part.filename === '' || taken)
        throw new Problem('malformed-request');
      taken = { name: nameOf(part), kept: await keep(part) };
    }
  } catch (error) {
    if (taken) await undo(taken.kept);
    throw isOfParts(error) ? new Problem('malformed-request') : error;
  }
  if (!taken) throw new Problem('file-empty');
  return taken;
}

/** More parts than one, by whatever the reader of the parts calls it. */
function isOfParts(error: unknown): boolean {
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return /^FST_(PARTS|FILES|FIELDS)_LIMIT$/.test(code);
}

/** A name to show, never one to store under. */
function nameOf({ filename }: MultipartFile): string {
  const name = filename
    .normalize('NFC')
    .replace(/[\p{C}/\\]/gu, '')
    .trim()
    .slice(-LONGEST_NAME);
  return name === '' ? 'file' : name;
}
