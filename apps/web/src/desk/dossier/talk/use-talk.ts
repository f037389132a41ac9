import { type InfiniteData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useEffect } from 'react';
import { api, dataOf } from '../../../shared/api';
import { askingPace, useHeard } from '../../../shared/live/live';

export type Talk = Schema<'Talk'>;
const keyOf = (dossier: string) => ['talk', dossier];

/** The notes of a dossier, the latest page first; what colleagues write meanwhile comes by itself. */
export function useTalk({ id: dossier, isApplicant }: Pick<Schema<'DossierView'>, 'id' | 'isApplicant'>) {
  const queries = useQueryClient();
  useHeard((heard) => {
    const isOurs = heard.type === 'beside' && heard.beside.dossier === dossier && heard.beside.what === 'talk';
    if (isOurs || heard.type === 'opened') void queries.invalidateQueries({ queryKey: keyOf(dossier) });
  });
  return useInfiniteQuery({
    queryKey: keyOf(dossier),
    queryFn: async ({ pageParam }) => {
      const params = { path: { dossier }, query: { before: pageParam } };
      return dataOf(await api.GET('/api/dossiers/{dossier}/talk', { params }));
    },
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ next }: Talk) => next,
    enabled: !isApplicant,
    refetchInterval: askingPace,
  });
}
export type TalkQuery = ReturnType<typeof useTalk>;

/** Who can be called by name; asked for when somebody begins to. */
export function usePeople(dossier: string, isWanted: boolean) {
  return useQuery({
    queryKey: ['talk-people', dossier],
    queryFn: async () => {
      const params = { path: { dossier } };
      return dataOf(await api.GET('/api/dossiers/{dossier}/talk/people', { params }));
    },
    enabled: isWanted,
    staleTime: 60_000,
  });
}

/** What is shown is read: the server remembers up to where, for every screen of this person. */
export function useReading(dossier: string, talk: Talk | undefined): void {
  const queries = useQueryClient();
  const latest = talk?.notes[0]?.number ?? 0;
  const isNew = latest > (talk?.seen ?? 0);
  const { mutate: read } = useMutation({
    mutationFn: (number: number) =>
      api.PUT('/api/dossiers/{dossier}/talk/seen', { params: { path: { dossier } }, body: { number } }),
    onSuccess: (_, number) =>
      queries.setQueryData<InfiniteData<Talk>>(keyOf(dossier), (was) =>
        was ? { ...was, pages: was.pages.map((page) => ({ ...page, seen: number, unread: 0 })) } : was,
      ),
  });
  useEffect(() => {
    if (isNew) read(latest);
  }, [isNew, latest, read]);
}

export function useRefresh(dossier: string): () => Promise<void> {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: keyOf(dossier) });
}
