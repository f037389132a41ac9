import { useEffect, useState } from 'react';
import type { InboxFilter } from '../inbox/filter';
import { linesOf, useInbox } from '../inbox/use-inbox';

interface Around {
  /** From 1; missing when the dossier is not, or no longer, in the list. */
  readonly position?: number;
  readonly previous?: string;
  readonly next?: string;
  /** What is to be done after this one: the next, and after the last one whatever is left. */
  readonly following?: string;
}

export interface Neighbours extends Around {
  readonly count: number;
  readonly hasMore: boolean;
}

/** Which dossiers stand before and after this one in the list that it was opened from. */
export function useNeighbours(dossier: string, filter: InboxFilter): Neighbours {
  const { data, hasNextPage, isFetching, fetchNextPage } = useInbox(filter);
  const dossiers = [...new Set(linesOf(data).map((line) => line.dossier))];
  const at = dossiers.indexOf(dossier);
  const [lastAt, setLastAt] = useState(0);
  if (at >= 0 && at !== lastAt) setLastAt(at);
  const isAtEnd = at >= 0 && at === dossiers.length - 1;
  useEffect(() => {
    if (isAtEnd && hasNextPage && !isFetching) void fetchNextPage();
  }, [isAtEnd, hasNextPage, isFetching, fetchNextPage]);
  return { ...around(dossiers, at, lastAt), count: dossiers.length, hasMore: hasNextPage };
}

/** After a decision the dossier leaves the list, and what stood behind it has taken its place. */
export function around(dossiers: readonly string[], at: number, lastAt: number): Around {
  const isListed = at >= 0;
  const previous = dossiers[(isListed ? at : lastAt) - 1];
  const next = dossiers[isListed ? at + 1 : lastAt];
  const following = next ?? dossiers.find((_, index) => index !== at);
  return { position: isListed ? at + 1 : undefined, previous, next, following };
}
