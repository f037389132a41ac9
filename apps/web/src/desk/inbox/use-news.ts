import { useState } from 'react';
import { useInboxCounts } from './use-inbox';

/** How many more, or fewer, there are to do than when the list was loaded. */
export function useNews(loadedAt: number): number {
  const { data: counts, dataUpdatedAt } = useInboxCounts();
  const [base, setBase] = useState({ loadedAt: 0, all: 0 });
  const isFresh = counts !== undefined && base.loadedAt !== loadedAt && dataUpdatedAt >= loadedAt;
  if (isFresh) setBase({ loadedAt, all: counts.all });
  if (counts === undefined || base.loadedAt !== loadedAt) return 0;
  return counts.all - base.all;
}
