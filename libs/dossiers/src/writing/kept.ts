import type { Kept } from '@trinhduyet/approval';
import type { Data } from '@trinhduyet/form';
import type { PublishedType } from '@trinhduyet/request-types';
import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** Something that somebody typed, about to be stored in a row of its own; the record gets only its id and salted digest. */
export interface KeptRow {
  readonly id: string;
  readonly salt: Buffer;
  readonly digest: string;
  readonly content: unknown;
}

/** A fresh salt for each: with text and salt erased, nobody can guess what a digest stood for. */
export function keep(content: unknown): KeptRow {
  const salt = randomBytes(16);
  return { id: v7(), salt, digest: digestOf(content, salt), content };
}

export function digestOf(content: unknown, salt: Buffer): string {
  return createHash('sha256').update(salt).update(canonical(content)).digest('hex');
}

/** Where nothing is kept, because the core is going to refuse. */
export const NOTHING: Kept = { id: '', digest: '' };

export interface RevisionRow extends KeptRow {
  readonly number: number;
  readonly formId: string;
}

/** The whole form as it is from now on. */
export function revisionOf({ form }: PublishedType, document: Data, number: number): RevisionRow {
  return { ...keep(document), number, formId: form.pin.id };
}

/** Why something was done, in somebody's words. */
export function reasonNote(text: string) {
  return { ...keep(text), kind: 'reason' as const };
}

export function reference({ id, digest }: KeptRow): Kept {
  return { id, digest };
}

/** JSON with its keys in order and nothing undefined: equal content, equal text. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonical(item ?? null)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonical(inner)}`).join(',')}}`;
}
