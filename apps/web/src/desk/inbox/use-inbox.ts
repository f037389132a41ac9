import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf } from '../../shared/api';
import { askedFor, type InboxFilter } from './filter';

export type InboxLine = Schema<'InboxLine'>;

const POLL_MS = 30_000;

/** The list as far as it was scrolled. It only changes when somebody asks for it, so that no row jumps under the hand. */
export function useInbox(filter: InboxFilter) {
  const asked = askedFor(filter);
  return useInfiniteQuery({
    queryKey: ['inbox', 'lines', asked, filter.q],
    queryFn: ({ pageParam: after }) => slice({ ...asked, after }, filter.q),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
}

async function slice(query: ReturnType<typeof askedFor>, words: string | undefined) {
  if (words === undefined) return dataOf(await api.GET('/api/inbox', { params: { query } }));
  return dataOf(await api.POST('/api/inbox/search', { body: { ...query, words } }));
}

export function linesOf(data: ReturnType<typeof useInbox>['data']): readonly InboxLine[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

export function useInboxCounts() {
  return useQuery({
    queryKey: ['inbox', 'counts'],
    queryFn: async () => dataOf(await api.GET('/api/inbox/counts')),
    refetchInterval: POLL_MS,
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
