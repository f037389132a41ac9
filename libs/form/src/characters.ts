import { isObject, join } from './pointer';
import type { Data, Pointer } from './document';

/** C0 and C1 controls but tab and line feed, directional overrides, lone surrogates: nothing that a person types. */
const UNWANTED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/u;

/** The document with every string in NFC and trimmed: what is compared, searched and stored. */
export function tidied<T>(value: T): T {
  return mapStrings(value, (text) => text.normalize('NFC').trim()) as T;
}

/** Where a string, or the name of a field, holds characters that nobody types. */
export function unwantedCharacters(value: unknown, at: Pointer = ''): readonly Pointer[] {
  if (typeof value === 'string') return UNWANTED.test(value) ? [at] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => unwantedCharacters(item, join(at, index)));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    UNWANTED.test(key) ? [at] : unwantedCharacters(inner, join(at, key)),
  );
}

function mapStrings(value: unknown, map: (text: string) => string): unknown {
  if (typeof value === 'string') return map(value);
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, map));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value as Data).map(([key, inner]) => [key, mapStrings(inner, map)]));
}
