import { Problem } from '@trinhduyet/problems';
import { fileTypeFromBuffer } from 'file-type/core';
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isHarmlessPdf } from './pdf';
import { drawAnew } from './picture';

export interface StoredFile {
  readonly key: string;
  readonly bytes: number;
  /** Hex. */
  readonly sha256: string;
  readonly mediaType: string;
}

/** What may be kept, by what the bytes say and never by a name or a header. */
export const MEDIA_TYPES: ReadonlySet<string> = new Set(['image/jpeg', 'image/png', 'application/pdf']);
export const MOST_BYTES = 10 * 1024 * 1024;
/** Enough of a file to know its kind. */
const HEAD_BYTES = 4_100;

/** Uploaded files and papers on a file system, under keys made here; never under a name that somebody gave. */
export class FileStore {
  constructor(private readonly folder: string) {}

  /**
   * Streams a file in, and keeps it only once it is known to be harmless: pictures are drawn anew, PDFs are read
   * through. Too large, empty, broken or of another kind is a problem, and leaves nothing behind.
   */
  async put(content: Readable): Promise<StoredFile> {
    const key = randomUUID();
    const [given, safe] = [`${this.path(key)}.given`, `${this.path(key)}.safe`];
    await mkdir(join(this.folder, key.slice(0, 2)), { recursive: true });
    try {
      await write(content, given);
      const mediaType = await kindOf(given);
      await makeSafe(given, safe, mediaType);
      const kept = { key, mediaType, bytes: (await stat(safe)).size, sha256: await digestOf(safe) };
      await rename(safe, this.path(key));
      return kept;
    } finally {
      await Promise.all([given, safe].map((path) => rm(path, { force: true })));
    }
  }

  /** Keeps what we made ourselves under a key of ours: whole or not at all, on the disk when it is answered, the same again. */
  async keep(key: string, content: Buffer): Promise<void> {
    const part = `${this.path(key)}.${randomUUID()}.part`;
    await mkdir(join(this.folder, key.slice(0, 2)), { recursive: true });
    try {
      await writeFile(part, content, { flag: 'wx', flush: true });
      await rename(part, this.path(key));
    } catch (error) {
      await rm(part, { force: true });
      throw error;
    }
  }

  /** The whole of a file; undefined when it is not there. */
  read(key: string): Promise<Buffer | undefined> {
    return readFile(this.path(key)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return undefined;
      throw error;
    });
  }

  get(key: string): Readable {
    return createReadStream(this.path(key));
  }

  async remove(key: string): Promise<void> {
    await rm(this.path(key), { force: true });
  }

  private path(key: string): string {
    if (!/^[0-9a-f-]{36}$/.test(key)) throw new Error('This is no key of a file.');
    return join(this.folder, key.slice(0, 2), key);
  }
}

async function write(content: Readable, path: string): Promise<void> {
  let bytes = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > MOST_BYTES ? new Problem('file-too-large') : null, chunk);
    },
  });
  await pipeline(content, measure, createWriteStream(path, { flags: 'wx' }));
  if (bytes === 0) throw new Problem('file-empty');
}

async function makeSafe(given: string, safe: string, mediaType: string): Promise<void> {
  if (!MEDIA_TYPES.has(mediaType)) throw new Problem('file-type');
  if (mediaType !== 'application/pdf') {
    if (!(await drawAnew(given, safe, mediaType))) throw new Problem('file-broken');
    return;
  }
  if (!(await isHarmlessPdf(given))) throw new Problem('file-unsafe');
  await rename(given, safe);
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function kindOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return (await fileTypeFromBuffer(buffer.subarray(0, bytesRead)))?.mime ?? '';
  } finally {
    await file.close();
  }
}
