import { useSyncExternalStore } from 'react';
import type { InboxLine } from './use-inbox';

/** Which rows are marked, to do something with all of them. Marks outlive a change of the filter, and a visit to a dossier. */
export const keyOf = ({ dossier, task }: Pick<InboxLine, 'dossier' | 'task'>) => `${dossier}/${task}`;

/** As many as can be acted on at once. */
export const MOST_MARKED = 500;
const KEPT = 'inbox-marked';

let marked: ReadonlyMap<string, InboxLine> = read();
const listeners = new Set<() => void>();

function read(): ReadonlyMap<string, InboxLine> {
  const lines = JSON.parse(sessionStorage.getItem(KEPT) ?? '[]') as readonly InboxLine[];
  return new Map(lines.map((line) => [keyOf(line), line]));
}

function become(next: ReadonlyMap<string, InboxLine>): void {
  marked = next;
  sessionStorage.setItem(KEPT, JSON.stringify([...next.values()]));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function mark(lines: readonly InboxLine[], isMarked: boolean): void {
  const next = new Map(marked);
  for (const line of lines) {
    if (!isMarked) next.delete(keyOf(line));
    else if (next.size < MOST_MARKED && !line.isGone) next.set(keyOf(line), line);
  }
  become(next);
}

export const toggleMark = (line: InboxLine) => mark([line], !marked.has(keyOf(line)));
export const clearMarks = () => become(new Map());

/** Rows that have changed meanwhile; one that has gone is marked no more. */
export function refreshMarks(dossiers: ReadonlySet<string>, rows: readonly InboxLine[]): void {
  const now = new Map(rows.map((row) => [keyOf(row), row]));
  const lines = [...marked].flatMap(([key, line]): [string, InboxLine][] => {
    if (!dossiers.has(line.dossier)) return [[key, line]];
    const row = now.get(key);
    return row ? [[key, row]] : [];
  });
  become(new Map(lines));
}

export function useMarks(): ReadonlyMap<string, InboxLine> {
  return useSyncExternalStore(subscribe, () => marked);
}
