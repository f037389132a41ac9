import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from './api';

export function usePaper(dossier: string, paper: string) {
  return useQuery({
    queryKey: ['paper', dossier, paper],
    queryFn: async () =>
      dataOf(await api.GET('/api/dossiers/{dossier}/papers/{paper}', { params: { path: { dossier, paper } } })),
  });
}
