import type { Face, Mark, Measure } from './marks';
import { baseLine, lineHeight } from './page';

/** Words in one face. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

export interface Line {
  readonly words: readonly Run[];
  /** Without the space between words stretched. */
  readonly width: number;
  /** Ends a paragraph, or stands before a break that was typed: it is not stretched. */
  readonly last: boolean;
}

export interface Setting {
  readonly measure: Measure;
  readonly size: number;
  readonly width: number;
  /** Of the first line. */
  readonly indent?: number;
}

/** Breaks runs into lines of at most `width`: at spaces, at typed breaks, and inside a word only when it is wider than a line. */
export function linesOf(runs: readonly Run[], setting: Setting): readonly Line[] {
  const lines: Line[] = [];
  let words: Run[] = [];
  let width = 0;
  const room = () => setting.width - (lines.length === 0 ? (setting.indent ?? 0) : 0);
  const end = (last: boolean) => {
    lines.push({ words, width, last });
    words = [];
    width = 0;
  };
  for (const token of tokensOf(runs)) {
    if (token === BREAK) {
      end(true);
      continue;
    }
    for (const word of fitting(token, setting)) {
      const space = words.length === 0 ? 0 : setting.measure(' ', word.face, setting.size);
      const needed = setting.measure(word.text, word.face, setting.size);
      if (words.length > 0 && width + space + needed > room()) end(false);
      width += (words.length === 0 ? 0 : space) + needed;
      words.push(word);
    }
  }
  end(true);
  return lines;
}

/** As many lines as need be, and as even as they can be: for titles and names of offices, which stand centred. */
export function evenLines(runs: readonly Run[], setting: Setting): readonly Line[] {
  const greedy = linesOf(runs, setting);
  let [narrow, wide] = [0, setting.width];
  while (greedy.length > 1 && wide - narrow > 1) {
    const width = (narrow + wide) / 2;
    const tried = linesOf(runs, { ...setting, width });
    const fits = tried.length <= greedy.length && tried.every((line) => line.width <= width);
    if (fits) wide = width;
    else narrow = width;
  }
  return linesOf(runs, { ...setting, width: wide });
}

const BREAK = Symbol('break');

function* tokensOf(runs: readonly Run[]): Generator<Run | typeof BREAK> {
  for (const { text, face } of runs) {
    for (const part of text.split(/(\n)| +/)) {
      if (part === '\n') yield BREAK;
      else if (part) yield { text: part, face };
    }
  }
}

function* fitting(word: Run, { measure, size, width }: Setting): Generator<Run> {
  if (measure(word.text, word.face, size) <= width) {
    yield word;
    return;
  }
  let part = '';
  for (const letter of word.text) {
    if (part !== '' && measure(part + letter, word.face, size) > width) {
      yield { text: part, face: word.face };
      part = '';
    }
    part += letter;
  }
  yield { text: part, face: word.face };
}

export type Align = 'left' | 'center' | 'justify';

export interface Place {
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly align: Align;
  readonly measure: Measure;
}

/**
 * A line at its place. A space is drawn with the word before it, so that who searches or copies finds it; what stretches
 * a line stands between the words of it, each of which then has a place of its own.
 */
export function marksOf(line: Line, { x, y, width, size, align, measure }: Place): readonly Mark[] {
  const gaps = line.words.length - 1;
  const stretched = align === 'justify' && !line.last && gaps > 0;
  const stretch = stretched ? (width - line.width) / gaps : 0;
  let at = align === 'center' ? x + (width - line.width) / 2 : x;
  return (stretched ? line.words : groupsOf(line.words)).map(({ text, face }, index, all): Mark => {
    const drawn = index === all.length - 1 ? text : `${text} `;
    const mark: Mark = { kind: 'text', text: drawn, face, size, x: at, y };
    at += measure(drawn, face, size) + stretch;
    return mark;
  });
}

export interface SizedLine {
  readonly line: Line;
  readonly size: number;
}

export const heightOf = (lines: readonly SizedLine[]) => lines.reduce((sum, { size }) => sum + lineHeight(size), 0);

/** Lines one below the other, each as high as its size asks; `y` is where the first begins. */
export function stacked(lines: readonly SizedLine[], place: Omit<Place, 'size'>): readonly Mark[] {
  let { y } = place;
  return lines.flatMap(({ line, size }) => {
    const at = baseLine(y, size);
    y += lineHeight(size);
    return marksOf(line, { ...place, y: at, size });
  });
}

function groupsOf(words: readonly Run[]): readonly Run[] {
  return words.reduce<Run[]>((groups, word) => {
    const last = groups.at(-1);
    if (last?.face !== word.face) return [...groups, word];
    return [...groups.slice(0, -1), { face: word.face, text: `${last.text} ${word.text}` }];
  }, []);
}
