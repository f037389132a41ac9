import {
  type InfiniteData,
  keepPreviousData,
  type QueryClient,
  useInfiniteQuery,
  useQuery,
} from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf } from '../../shared/api';
import { askingPace } from '../../shared/live/live';
import { askedFor, type Grouping, type InboxFilter } from './filter';
import { keyOf } from './marks';

/** A row of the list. One whose task has gone elsewhere stays where it is until the list is asked for anew. */
export type InboxLine = Schema<'InboxLine'> & { readonly isGone?: true };
type Slice = Schema<'InboxSlice'>;

const LINES = ['inbox', 'lines'] as const;

/** Only when somebody asks for it, so that no row jumps under the hand. */
const ASKED_FOR = { refetchOnWindowFocus: false, refetchOnReconnect: false } as const;

/** The list as far as it was scrolled. */
export function useInbox(filter: InboxFilter) {
  const asked = askedFor(filter);
  return useInfiniteQuery({
    queryKey: [...LINES, asked, filter.q],
    queryFn: ({ pageParam: after }) => slice(filter, after),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    ...ASKED_FOR,
  });
}

/** When the list was last asked for as a whole, not by a page more: by whoever came here or refreshed it, or by an act. */
export function useAskedAt(): number | undefined {
  return useQuery({ queryKey: ['inbox', 'asked'], queryFn: () => Date.now(), ...ASKED_FOR }).data;
}

async function slice(filter: InboxFilter, after: string | undefined): Promise<Slice> {
  const query = { ...askedFor(filter), after };
  if (filter.q === undefined) return dataOf(await api.GET('/api/inbox', { params: { query } }));
  return dataOf(await api.POST('/api/inbox/search', { body: { ...query, words: filter.q } }));
}

/** Everything that a filter means, up to a bound: for what is done with all of it at once. */
export async function allLines(filter: InboxFilter, most: number): Promise<readonly InboxLine[]> {
  const lines: InboxLine[] = [];
  let after: string | undefined;
  do {
    const { items, next } = await slice(filter, after);
    lines.push(...items);
    after = next;
  } while (after !== undefined && lines.length < most);
  return lines.slice(0, most);
}

export function linesOf(data: ReturnType<typeof useInbox>['data']): readonly InboxLine[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

/** The dossiers that stand in lists which were loaded. */
export function listedDossiers(queries: QueryClient): ReadonlySet<string> {
  const loaded = queries.getQueriesData<InfiniteData<Slice>>({ queryKey: LINES });
  return new Set(loaded.flatMap(([, data]) => linesOf(data).map(({ dossier }) => dossier)));
}

/** Puts rows as they now are in the place of those of the same dossiers, moving none. */
export function putRows(queries: QueryClient, dossiers: ReadonlySet<string>, rows: readonly InboxLine[]): void {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const now = (line: InboxLine): InboxLine =>
    dossiers.has(line.dossier) ? (byKey.get(keyOf(line)) ?? { ...line, acts: [], isGone: true }) : line;
  for (const query of queries.getQueryCache().findAll({ queryKey: LINES })) {
    const put = (data: InfiniteData<Slice> | undefined) =>
      data && { ...data, pages: data.pages.map((page) => ({ ...page, items: page.items.map(now) })) };
    queries.setQueryData(query.queryKey, put, { updatedAt: query.state.dataUpdatedAt });
  }
}

export async function askRows(dossiers: readonly string[]): Promise<readonly InboxLine[]> {
  return dataOf(await api.POST('/api/inbox/rows', { body: { dossiers: [...dossiers] } })).items;
}

export function useInboxCounts(scope?: InboxFilter['scope']) {
  return useQuery({
    queryKey: ['inbox', 'counts', scope],
    queryFn: async () => dataOf(await api.GET('/api/inbox/counts', { params: { query: { scope } } })),
    refetchInterval: askingPace,
  });
}

export function useInboxGroups(filter: InboxFilter, by: Grouping | undefined) {
  const asked = askedFor(filter);
  return useQuery({
    queryKey: ['inbox', 'groups', asked, filter.q, by],
    queryFn: async () =>
      dataOf(await api.POST('/api/inbox/groups', { body: { ...asked, by: by ?? 'type', words: filter.q } })),
    enabled: by !== undefined,
    placeholderData: keepPreviousData,
  });
}

export function useColleagues(isHead: boolean) {
  return useQuery({
    queryKey: ['colleagues'],
    queryFn: async () => dataOf(await api.GET('/api/inbox/colleagues')),
    enabled: isHead,
    staleTime: 300_000,
  });
}

export function useRequestTypes() {
  return useQuery({
    queryKey: ['request-types'],
    queryFn: async () => dataOf(await api.GET('/api/request-types')),
    staleTime: Infinity,
  });
}

/** The villages of the communes in which somebody holds a post; higher offices have too many of them to choose from. */
export function useOwnVillages({ posts }: Schema<'Me'>) {
  const units = [...new Set(posts.filter(({ tier }) => tier === 'commune').map(({ unit }) => unit))];
  return useQuery({
    queryKey: ['own-villages', units],
    queryFn: async () => {
      const lists = await Promise.all(
        units.map((unit) => api.GET('/api/places/{unit}/villages', { params: { path: { unit } } }).then(dataOf)),
      );
      return lists.flat();
    },
    staleTime: Infinity,
  });
}
