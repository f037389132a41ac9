import type { Schema } from '@trinhduyet/api-client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { api, dataOf, isProblem } from './api';

/** Who is signed in; null when nobody is. */
export function useMe() {
  return useQuery({
    queryKey: ['me'],
    queryFn: async (): Promise<Schema<'Me'> | null> => {
      try {
        return dataOf(await api.GET('/api/session'));
      } catch (error) {
        if (isProblem(error, 'not-signed-in')) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

export function useSignIn() {
  return useEntry(async (body: { login: string; password: string }) =>
    dataOf(await api.POST('/api/session', { body })),
  );
}

export function useDemoSignIn() {
  return useEntry(async (login: string) => dataOf(await api.POST('/api/session/demo', { body: { login } })));
}

/** Whoever enters sees nothing that was loaded for somebody else. */
function useEntry<Given>(enter: (given: Given) => Promise<Schema<'Me'>>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: enter,
    onSuccess: (me) => {
      queries.clear();
      queries.setQueryData(['me'], me);
    },
  });
}

export function useSignOut() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => api.DELETE('/api/session'),
    onSuccess: () => {
      queries.clear();
      queries.setQueryData(['me'], null);
    },
  });
}

/** One-click accounts: only where the demo was put in, and only on this machine. */
export function useDemoAccounts() {
  return useQuery({
    queryKey: ['demo-accounts'],
    queryFn: async () => {
      try {
        return dataOf(await api.GET('/api/session/demo'));
      } catch (error) {
        if (isProblem(error, 'not-found')) return [];
        throw error;
      }
    },
    staleTime: Infinity,
  });
}
