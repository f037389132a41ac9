import { useState } from 'react';
import { useHeard, useIsLive } from '../../shared/live/live';
import type { InboxFilter } from './filter';
import { type InboxLine, useInboxCounts } from './use-inbox';

/**
 * How many there are to do that the list does not show: those that were heard to arrive since it was loaded, or, where
 * nothing is heard, how many more or fewer there are.
 */
export function useNews(loadedAt: number, lines: readonly InboxLine[], scope: InboxFilter['scope']): number {
  const { data: counts, dataUpdatedAt } = useInboxCounts(scope);
  const isLive = useIsLive();
  const [base, setBase] = useState({ loadedAt: 0, all: 0 });
  const [arrived, setArrived] = useState<{ since: number; dossiers: readonly string[] }>({ since: 0, dossiers: [] });
  useHeard((heard) => {
    if (heard.type !== 'news' || heard.news.kind !== 'arrived') return;
    const before = arrived.since === loadedAt ? arrived.dossiers : [];
    setArrived({ since: loadedAt, dossiers: [...new Set([...before, heard.news.dossier])] });
  });
  const isFresh = counts !== undefined && base.loadedAt !== loadedAt && dataUpdatedAt >= loadedAt;
  if (isFresh) setBase({ loadedAt, all: counts.all });
  if (arrived.since === loadedAt && arrived.dossiers.length > 0) {
    const listed = new Set(lines.filter(({ isGone }) => !isGone).map(({ dossier }) => dossier));
    return arrived.dossiers.filter((dossier) => !listed.has(dossier)).length;
  }
  if (isLive || counts === undefined || base.loadedAt !== loadedAt) return 0;
  return counts.all - base.all;
}
