import type { Schema } from '@trinhduyet/api-client';
import { createContext, use } from 'react';
import type { InboxFilter } from './filter';
import type { InboxLine } from './use-inbox';

/** What every part of the list needs to know of the whole. */
export interface List {
  readonly me: Schema<'Me'>;
  readonly filter: InboxFilter;
  readonly selected: InboxLine | undefined;
  /** Whether choosing a row shows it beside the list; otherwise it opens the dossier. */
  readonly isWide: boolean;
  refresh(): void;
  select(line: InboxLine): void;
  comeBack(lines: readonly InboxLine[]): void;
}

const ListContext = createContext<List | undefined>(undefined);
export const ListProvider = ListContext.Provider;

export function useList(): List {
  const list = use(ListContext);
  if (!list) throw new Error('A part of the list stands outside of it.');
  return list;
}
