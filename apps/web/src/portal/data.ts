import type { Schema } from '@trinhduyet/api-client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { commandHeader, sendOnce } from '../shared/acts';
import { api, dataOf } from '../shared/api';
import { askingPace, movingPace, useHeard, useListening } from '../shared/live/live';
import { dossierKey, Readings } from '../shared/live/readings';

export function useProgrammes() {
  return useQuery({
    queryKey: ['programmes'],
    queryFn: async () => dataOf(await api.GET('/api/request-types')),
    staleTime: 300_000,
  });
}

export function useProgramme(key: string | undefined) {
  return useQuery({
    queryKey: ['programme', key],
    queryFn: async () => dataOf(await api.GET('/api/request-types/{key}', { params: { path: { key: key ?? '' } } })),
    enabled: key !== undefined,
    staleTime: 300_000,
  });
}

export function useDrafts(isSignedIn: boolean) {
  return useQuery({
    queryKey: ['drafts'],
    queryFn: async () => dataOf(await api.GET('/api/drafts')),
    enabled: isSignedIn,
  });
}

/** Read once when the form is opened: from then on the form itself holds the truth. */
export function useDraft(dossier: string) {
  return useQuery({
    queryKey: ['draft', dossier],
    queryFn: async () => dataOf(await api.GET('/api/drafts/{dossier}', { params: { path: { dossier } } })),
    staleTime: Infinity,
    gcTime: 0,
    refetchOnReconnect: false,
  });
}

export function useStartDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (requestType: string) => dataOf(await api.POST('/api/drafts', { body: { requestType } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

export function useDropDraft() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (dossier: string) => api.DELETE('/api/drafts/{dossier}', { params: { path: { dossier } } }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['drafts'] }),
  });
}

export function useDossiers(isSignedIn = true) {
  return useInfiniteQuery({
    queryKey: ['dossiers'],
    queryFn: async ({ pageParam }) =>
      dataOf(await api.GET('/api/dossiers', { params: { query: { after: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled: isSignedIn,
  });
}

export function useDossier(dossier: string) {
  return useQuery({
    queryKey: dossierKey(dossier),
    queryFn: async () => dataOf(await api.GET('/api/dossiers/{dossier}', { params: { path: { dossier } } })),
    refetchInterval: ({ state }) => (state.data?.inTransit ? movingPace() : askingPace()),
  });
}

export function useWithdraw(dossier: string) {
  return useAct(dossier, 'withdraw', (body: Schema<'Withdraw'>, params) =>
    api.POST('/api/dossiers/{dossier}/withdrawal', { params, body }),
  );
}

export function useUrge(dossier: string) {
  return useAct(dossier, 'urge', (body: Schema<'Urge'>, params) =>
    api.POST('/api/dossiers/{dossier}/urging', { params, body }),
  );
}

export function useSupplement(dossier: string) {
  return useAct(dossier, 'supplement', (body: Schema<'Supplement'>, params) =>
    api.POST('/api/dossiers/{dossier}/supplement', { params, body }),
  );
}

export function useSubmit(dossier: string) {
  return useAct(dossier, 'submit', (body: Schema<'Submit'>, params) =>
    api.POST('/api/drafts/{dossier}/submission', { params, body }),
  );
}

interface ParamsOfAct {
  readonly path: { readonly dossier: string };
  readonly header: ReturnType<typeof commandHeader>;
}
type Sending = Promise<{ readonly data?: Schema<'CommandAnswer'> }>;

/** Whatever became of an act, what is shown of the dossier is asked for again. */
function useAct<Body>(dossier: string, name: string, act: (body: Body, params: ParamsOfAct) => Sending) {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: dossierKey(dossier),
    mutationFn: (body: Body) =>
      sendOnce(`${dossier} ${name}`, body, (key) => act(body, { path: { dossier }, header: commandHeader(key) })),
    onSettled: () =>
      Promise.all(
        [dossierKey(dossier), ['dossiers'], ['drafts']].map((queryKey) => queries.invalidateQueries({ queryKey })),
      ),
  });
}

/** Whatever the offices do with somebody's own dossiers is asked for as soon as it is heard. */
export function useOwnNews(): void {
  const queries = useQueryClient();
  const [readings] = useState(() => new Readings(queries));
  useEffect(() => () => readings.stop(), [readings]);
  useListening();
  useHeard((heard) => {
    if (heard.type !== 'news' && heard.type !== 'notice' && heard.type !== 'opened') return;
    if (heard.type === 'news') readings.upTo(heard.news.dossier, heard.news.sequence);
    if (heard.type === 'opened') readings.catchUp();
    for (const what of ['dossiers', 'notices']) void queries.invalidateQueries({ queryKey: [what] });
  });
}
