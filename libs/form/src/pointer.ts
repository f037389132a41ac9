import type { Data, Pointer } from './document';

/** Names that would reach into the language instead of into the data. */
const UNSAFE = new Set(['__proto__', 'constructor', 'prototype']);

export function segmentsOf(pointer: Pointer): readonly string[] {
  if (pointer === '') return [];
  return pointer
    .slice(1)
    .split('/')
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
}

export function join(pointer: Pointer, segment: string | number): Pointer {
  return `${pointer}/${String(segment).replace(/~/g, '~0').replace(/\//g, '~1')}`;
}

export function parentOf(pointer: Pointer): Pointer {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}

/** The value there, or undefined. Looks at own properties only. */
export function valueAt(data: unknown, pointer: Pointer): unknown {
  return segmentsOf(pointer).reduce<unknown>(own, data);
}

/** A copy with another value there; undefined takes the value out. Everything beside the way is shared with the original. */
export function withValueAt(data: Data, pointer: Pointer, value: unknown): Data {
  const [first, ...rest] = segmentsOf(pointer);
  if (first === undefined) return isObject(value) ? value : data;
  if (UNSAFE.has(first)) return data;
  const inner = rest.reduce((path, segment) => join(path, segment), '');
  const below = own(data, first);
  const changed = rest.length === 0 ? value : withValueAt(isObject(below) ? below : {}, inner, value);
  const { [first]: _, ...others } = data;
  return changed === undefined ? others : { ...data, [first]: changed };
}

export function isObject(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return /^\d+$/.test(key) ? value[Number(key)] : undefined;
  return isObject(value) && Object.hasOwn(value, key) && !UNSAFE.has(key) ? value[key] : undefined;
}
