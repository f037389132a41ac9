import { degrees, PDFDocument, PDFName, PDFString, StandardFonts } from '@cantoo/pdf-lib';
import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { FileStore, MOST_BYTES } from './index';

let folder: string;
let store: FileStore;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'td-files-'));
  store = new FileStore(folder);
});
afterEach(() => rm(folder, { recursive: true }));

const kept = async () => (await readdir(folder, { recursive: true })).filter((name) => name.length > 2);
const put = (...chunks: readonly Buffer[]) => store.put(Readable.from(chunks));

const picture = (width = 8, height = 8) =>
  sharp({ create: { width, height, channels: 3, background: { r: 47, g: 75, b: 149 } } });
const jpeg = () => picture().jpeg().toBuffer();
const png = () => picture().png().toBuffer();

async function scan(change: (document: PDFDocument) => unknown = () => undefined): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]).drawText('Don de nghi', { font: await document.embedFont(StandardFonts.Helvetica) });
  await change(document);
  return Buffer.from(await document.save());
}
/** The catalogue of the document with an entry more. */
const withEntry = (key: string, value: (document: PDFDocument) => object) =>
  scan((document) => document.catalog.set(PDFName.of(key), document.context.obj(value(document) as never)));
const action = (type: string) => withEntry('OpenAction', () => ({ S: type, JS: PDFString.of('app.alert(1)') }));

describe('what is kept', () => {
  it.each([
    ['image/jpeg', jpeg],
    ['image/png', png],
    ['application/pdf', () => scan()],
  ])('is %s by what its bytes say, with length and digest', async (mediaType, make) => {
    const file = await put(await make());

    const content = await buffer(store.get(file.key));
    expect(file).toEqual({
      key: file.key,
      mediaType,
      bytes: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    expect(await kept()).toHaveLength(1);
  });

  it('is a PDF just as it was given', async () => {
    const given = await scan((document) => document.getPage(0).setRotation(degrees(90)));

    expect(await buffer(store.get((await put(given)).key))).toEqual(given);
  });

  it('is a picture upright, without the place where it was taken', async () => {
    const given = await picture(8, 4)
      .withExif({ IFD0: { Artist: 'Tran Thi Bich' }, IFD3: { GPSLatitude: '9/1 36/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();

    const { width, height, exif, orientation } = await sharp(
      await buffer(store.get((await put(given)).key)),
    ).metadata();

    expect({ width, height, exif, orientation }).toEqual({
      width: 4,
      height: 8,
      exif: undefined,
      orientation: undefined,
    });
  });

  it('is a picture without what was hung on behind it', async () => {
    const page = Buffer.from('<script>alert(document.cookie)</script>');

    const content = await buffer(store.get((await put(await jpeg(), page)).key));

    expect(content.includes('<script>')).toBe(false);
  });
});

describe('what is refused, with nothing left behind', () => {
  it.each<[string, () => Buffer | Promise<Buffer>, string]>([
    ['a page that calls itself a photo', () => Buffer.from('<html><script>alert(1)</script></html>'), 'file-type'],
    ['a picture that can hold a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'file-type'],
    ['a GIF, which may be a script too', () => Buffer.from('GIF89a/*\0\0\0\0\0\0*/=1;alert(1)'), 'file-type'],
    ['an archive', () => Buffer.from('504b0304140000000800', 'hex'), 'file-type'],
    ['a table that calls itself a PDF', () => Buffer.from('so,ten\n1,Tran Thi Bich\n'), 'file-type'],
    ['nothing', () => Buffer.alloc(0), 'file-empty'],
    ['too much', async () => Buffer.concat([await jpeg(), Buffer.alloc(MOST_BYTES)]), 'file-too-large'],
    [
      'a photo that breaks off',
      async () => (await picture(800, 800).jpeg().toBuffer()).subarray(0, 400),
      'file-broken',
    ],
    ['a head without a picture', () => Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 'file-broken'],
    ['a picture of 50.000 by 50.000 points', () => hugePng(50_000, 50_000), 'file-broken'],
    ['a PDF that is none behind its head', () => Buffer.from('%PDF-1.7\n%âãÏÓ\n'), 'file-unsafe'],
    ['a PDF with a program', () => action('JavaScript'), 'file-unsafe'],
    ['a PDF that starts a program', () => action('Launch'), 'file-unsafe'],
    ['a PDF that sends itself somewhere', () => action('SubmitForm'), 'file-unsafe'],
    [
      'a PDF with a file inside',
      () => scan((document) => document.attach(Buffer.from('MZ'), 'don.exe', { mimeType: 'application/x-msdownload' })),
      'file-unsafe',
    ],
    ['a PDF whose form is a program', () => withEntry('AcroForm', () => ({ XFA: [] })), 'file-unsafe'],
    ['a program whose name is written otherwise', async () => renamed(await plainAction()), 'file-unsafe'],
    ['a PDF with a password', () => scan((document) => document.encrypt({ userPassword: 'x' })), 'file-unsafe'],
    [
      'a PDF that is also an archive',
      async () => Buffer.concat([await scan(), Buffer.from('PK\x05\x06')]),
      'file-unsafe',
    ],
    ['a page before a PDF', async () => Buffer.concat([Buffer.from('<html>'), await scan()]), 'file-type'],
    ['a PDF that unfolds to gigabytes', () => bomb(), 'file-unsafe'],
  ])('%s', async (_what, make, code) => {
    await expect(put(await make())).rejects.toMatchObject({ code });
    expect(await kept()).toEqual([]);
  });

  it('an upload that was cut off', async () => {
    const begun = await jpeg();
    const cutOff = Readable.from(
      (function* () {
        yield begun;
        throw new Error('the line was cut');
      })(),
    );

    await expect(store.put(cutOff)).rejects.toThrow('cut');
    expect(await kept()).toEqual([]);
  });
});

const MADE = Buffer.from('%PDF-1.7 made here');
it('keeps what was made here under its own key, also twice at once, and says when it is not there', async () => {
  const key = '01900000-0000-7000-8000-000000000001';
  expect(await store.read(key)).toBeUndefined();

  await Promise.all([store.keep(key, MADE), store.keep(key, MADE)]);

  expect((await store.read(key))?.equals(MADE)).toBe(true);
  expect(await kept()).toEqual([`01/${key}`]);
});

it('reads under keys of its own alone', () => {
  expect(() => store.get('../../etc/passwd')).toThrow('no key');
});

/** A head that announces that many points, and one line of them. */
function hugePng(width: number, height: number): Buffer {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const chunks: readonly (readonly [string, Buffer])[] = [
    ['IHDR', head],
    ['IDAT', deflateSync(Buffer.alloc(width * 3 + 1))],
    ['IEND', Buffer.alloc(0)],
  ];
  return Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), ...chunks.map(([name, data]) => chunk(name, data))]);
}
function chunk(name: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  return Buffer.concat([length, Buffer.from(name), data, Buffer.alloc(4)]);
}

/** As written by hand: names stand in it as they are, not folded into a stream. */
async function plainAction(): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([200, 200]);
  document.catalog.set(PDFName.of('OpenAction'), document.context.obj({ S: 'JavaScript' }));
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
const renamed = (pdf: Buffer) => Buffer.from(pdf.toString('latin1').replace('/JavaScript', '/J#61vaScript'), 'latin1');

/** Objects folded into a stream that is a thousand times as long when it is unfolded, twice. */
function bomb(): Buffer {
  const folded = deflateSync(Buffer.alloc(1_000_000_000 / 4, ' '), { level: 9 });
  const streams = [1, 2, 3, 4, 5, 6, 7, 8].map((number) =>
    Buffer.concat([
      Buffer.from(`${number} 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length ${folded.length}>>\nstream\n`),
      folded,
      Buffer.from('\nendstream\nendobj\n'),
    ]),
  );
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...streams, Buffer.from('trailer\n<</Root 1 0 R>>\n%%EOF')]);
}
