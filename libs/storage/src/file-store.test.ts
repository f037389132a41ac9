import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { FileStore, MOST_BYTES } from './index';

const JPEG = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(200)]);
const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), Buffer.alloc(200)]);
const PDF = Buffer.from('%PDF-1.7\n%âãÏÓ\n');

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'td-files-'));
  store = new FileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const kept = async () => (await readdir(folder, { recursive: true })).filter((name) => name.length > 2);

it.each([
  ['image/jpeg', JPEG],
  ['image/png', PNG],
  ['application/pdf', PDF],
])('keeps %s by what its bytes say, with length and digest', async (mediaType, content) => {
  const file = await store.put(Readable.from([content]));

  expect(file).toMatchObject({
    mediaType,
    bytes: content.length,
    sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as unknown,
  });
  expect(await text(store.get(file.key))).toBe(content.toString());
});

it.each<[string, Buffer, string]>([
  ['a page that calls itself a photo', Buffer.from('<html><script>alert(1)</script></html>'), 'file-type'],
  ['a picture that can hold a script', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"></svg>'), 'file-type'],
  ['an archive', Buffer.from('504b0304140000000800', 'hex'), 'file-type'],
  ['nothing', Buffer.alloc(0), 'file-empty'],
  ['too much', Buffer.concat([JPEG, Buffer.alloc(MOST_BYTES)]), 'file-too-large'],
])('refuses %s and leaves nothing behind', async (_what, content, code) => {
  await expect(store.put(Readable.from([content]))).rejects.toMatchObject({ code });
  expect(await kept()).toEqual([]);
});

it('leaves nothing behind of an upload that was cut off', async () => {
  const cutOff = Readable.from(
    (function* () {
      yield JPEG;
      throw new Error('the line was cut');
    })(),
  );

  await expect(store.put(cutOff)).rejects.toThrow('cut');
  expect(await kept()).toEqual([]);
});

it('reads under keys of its own alone', () => {
  expect(() => store.get('../../etc/passwd')).toThrow('no key');
});
