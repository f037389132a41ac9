import { inflateSync } from 'node:zlib';

interface Part {
  readonly dictionary: string;
  readonly stream: Buffer;
}

/**
 * What somebody finds who searches or copies from a PDF of ours: each text as its font's own table gives its letters back
 * (ToUnicode), one a line. Reads only what pdfkit writes.
 */
export function textOf(pdf: Buffer): readonly string[] {
  const parts = partsOf(pdf);
  const tables = new Map<string, ReadonlyMap<string, string>>();
  const fonts = [...parts.values()].map(({ dictionary }) => dictionary);
  const resources = [...fonts.join('\n').matchAll(/\/(F\d+) (\d+) 0 R/g)];
  for (const [, name = '', id = ''] of resources) {
    const table = /\/ToUnicode (\d+) 0 R/.exec(parts.get(id)?.dictionary ?? '')?.[1];
    if (table !== undefined) tables.set(name, lettersOf(parts.get(table)?.stream.toString('latin1') ?? ''));
  }
  return [...parts.values()].flatMap(({ stream }) => drawn(stream.toString('latin1'), tables));
}

function partsOf(pdf: Buffer): ReadonlyMap<string, Part> {
  const text = pdf.toString('latin1');
  const parts = new Map<string, Part>();
  for (const match of text.matchAll(/(\d+) 0 obj\n([^]*?)(?:\nstream\n|\nendobj)/g)) {
    const [whole, id = '', dictionary = ''] = match;
    const from = match.index + whole.length;
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const raw = whole.endsWith('stream\n') ? pdf.subarray(from, from + length) : Buffer.alloc(0);
    parts.set(id, { dictionary, stream: dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw });
  }
  return parts;
}

function lettersOf(table: string): ReadonlyMap<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', , list = ''] of table.matchAll(/<(\w+)> <(\w+)> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([^>]*)>/g)].forEach(([, codes = ''], index) => {
      const glyph = (Number.parseInt(from, 16) + index).toString(16).padStart(4, '0');
      letters.set(
        glyph,
        String.fromCharCode(...(codes.match(/\w{4}/g) ?? []).map((code) => Number.parseInt(code, 16))),
      );
    });
  }
  return letters;
}

function drawn(stream: string, tables: ReadonlyMap<string, ReadonlyMap<string, string>>): readonly string[] {
  const texts: string[] = [];
  let letters: ReadonlyMap<string, string> | undefined;
  for (const [whole, font] of stream.matchAll(/\/(F\d+) [\d.]+ Tf|\[[^\]]*\] TJ/g)) {
    if (font !== undefined) letters = tables.get(font);
    else
      texts.push(
        [...whole.matchAll(/<(\w+)>/g)]
          .flatMap(([, glyphs = '']) => glyphs.match(/\w{4}/g) ?? [])
          .map((glyph) => letters?.get(glyph.toLowerCase()) ?? '\uFFFD')
          .join(''),
      );
  }
  return texts;
}
