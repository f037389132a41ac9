import { type QueryClient, useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../shared/api';
import { askingPace, movingPace } from '../../shared/live/live';
import { dossierKey } from '../../shared/live/readings';

export { dossierKey };

/** What a glance has read is good for so long. */
const GLANCE_MS = 30_000;
/** What was read so shortly before, on the way here, need not be read again: every reading is entered in a journal. */
const JUST_READ_MS = 5_000;

interface Options {
  /** Whether what others do meanwhile is to be shown. Every reading is entered in a journal, so a glance asks once. */
  readonly isFollowed?: boolean;
}

export function useDossier(dossier: string, { isFollowed = false }: Options = {}) {
  return useQuery({
    queryKey: dossierKey(dossier),
    queryFn: () => readDossier(dossier),
    refetchInterval: ({ state }) => isFollowed && (state.data?.inTransit ? movingPace() : askingPace()),
    staleTime: isFollowed ? JUST_READ_MS : GLANCE_MS,
  });
}

const readDossier = async (dossier: string) =>
  dataOf(await api.GET('/api/dossiers/{dossier}', { params: { path: { dossier } } }));

/** Reads a dossier that is about to be opened. */
export function readAhead(queries: QueryClient, dossier: string): void {
  void queries.prefetchQuery({
    queryKey: dossierKey(dossier),
    queryFn: () => readDossier(dossier),
    staleTime: JUST_READ_MS,
  });
}

/** What was read here before may be old: only what is read now, or was a moment ago, has been seen. */
export function isSeenNow({
  isFetchedAfterMount,
  dataUpdatedAt,
  isStale,
}: Pick<ReturnType<typeof useDossier>, 'isFetchedAfterMount' | 'dataUpdatedAt' | 'isStale'>): boolean {
  return isFetchedAfterMount || (dataUpdatedAt > 0 && !isStale);
}
