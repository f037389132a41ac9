import type { Schema } from '@trinhduyet/api-client';
import { fold } from '@trinhduyet/text';

export type Person = Pick<Schema<'Mentionable'>, 'account' | 'name'>;

const MOST_OFFERED = 8;
/** What is being written after an @, up to where the caret stands; names have several words. */
const BEGUN = /(?:^|[\s(])@([^@\n]{0,40})$/u;

export interface Begun {
  /** Where the @ stands. */
  readonly from: number;
  readonly words: string;
}

/** The mention that is being written, if the caret stands in one. */
export function begunAt(text: string, caret: number): Begun | undefined {
  const before = text.slice(0, caret);
  const words = BEGUN.exec(before)?.[1];
  return words === undefined ? undefined : { from: caret - words.length - 1, words };
}

/** Whose name has these words, marks and case aside: those first whose name or given name begins so. */
export function offered<P extends Person>(people: readonly P[], words: string): readonly P[] {
  const wanted = fold(words);
  if (words.endsWith(' ') && people.some(({ name }) => fold(name) === wanted)) return []; // it is written out
  const found = people.filter(({ name }) => fold(name).includes(wanted));
  const begins = ({ name }: P) => fold(name).startsWith(wanted) || fold(name).split(' ').at(-1)?.startsWith(wanted);
  return [...found.filter(begins), ...found.filter((person) => !begins(person))].slice(0, MOST_OFFERED);
}

/** The text with the name written out, and where the caret stands then. */
export function completed(text: string, { from, words }: Begun, { name }: Person): { text: string; caret: number } {
  const after = text.slice(from + 1 + words.length).replace(/^ /, '');
  const before = `${text.slice(0, from)}@${name} `;
  return { text: before + after, caret: before.length };
}

/** Of those who were picked, whoever is still named in the text. */
export function stillNamed(text: string, picked: readonly Person[]): readonly Person[] {
  return picked.filter(({ name }) => text.includes(`@${name}`));
}

/** A text cut where somebody is named in it. */
export function pieces(text: string, people: readonly Person[]): readonly { text: string; isName: boolean }[] {
  const names = people.map(({ name }) => `@${name}`).sort((a, b) => b.length - a.length);
  if (names.length === 0) return [{ text, isName: false }];
  const quoted = names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return text
    .split(new RegExp(`(${quoted.join('|')})`, 'u'))
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, isName: names.includes(piece) }));
}
