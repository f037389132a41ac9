import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api';

/** Until the dossier has arrived at its next step; otherwise now and then, for what others do. */
const MOVING_MS = 1_500;
const RESTING_MS = 30_000;

export const dossierKey = (dossier: string) => ['dossier', dossier] as const;

interface Options {
  /** Whether what others do meanwhile is to be shown. Every reading is entered in a journal, so a glance asks once. */
  readonly isFollowed?: boolean;
}

export function useDossier(dossier: string, { isFollowed = false }: Options = {}) {
  return useQuery({
    queryKey: dossierKey(dossier),
    queryFn: async () => dataOf(await api.GET('/api/dossiers/{dossier}', { params: { path: { dossier } } })),
    refetchInterval: ({ state }) => isFollowed && (state.data?.inTransit ? MOVING_MS : RESTING_MS),
    staleTime: isFollowed ? 5_000 : RESTING_MS,
    refetchOnMount: isFollowed ? 'always' : true,
  });
}
