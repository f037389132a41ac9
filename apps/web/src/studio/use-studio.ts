import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../shared/api';

export function useStudioTypes() {
  return useQuery({
    queryKey: ['studio', 'types'],
    queryFn: async () => dataOf(await api.GET('/api/studio/request-types')),
  });
}

export const STUCK_KEY = ['studio', 'stuck'] as const;

export function useStuck() {
  return useQuery({ queryKey: STUCK_KEY, queryFn: async () => dataOf(await api.GET('/api/studio/stuck')) });
}

export function useStudioVersion(key: string, version: number) {
  return useQuery({
    queryKey: ['studio', 'version', key, version],
    queryFn: async () =>
      dataOf(await api.GET('/api/studio/request-types/{key}/{version}', { params: { path: { key, version } } })),
  });
}
