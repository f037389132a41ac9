import { useState } from 'react';
import { useHeard, useIsLive } from '../../shared/live/live';
import type { InboxFilter } from './filter';
import { type InboxLine, useAskedAt, useInboxCounts } from './use-inbox';

/**
 * How many there are to do that the list does not show: those that were heard to arrive, or, where nothing is heard, how
 * many more or fewer there are. It stands until the list as a whole is asked for anew.
 */
export function useNews(lines: readonly InboxLine[], scope: InboxFilter['scope']): number {
  const { data: counts, dataUpdatedAt } = useInboxCounts(scope);
  const askedAt = useAskedAt();
  const isLive = useIsLive();
  const [base, setBase] = useState<{ askedAt: number; all: number }>();
  const [arrived, setArrived] = useState<{ since: number; dossiers: readonly string[] }>();
  useHeard((heard) => {
    if (heard.type !== 'news' || heard.news.kind !== 'arrived' || askedAt === undefined) return;
    const before = arrived?.since === askedAt ? arrived.dossiers : [];
    setArrived({ since: askedAt, dossiers: [...new Set([...before, heard.news.dossier])] });
  });
  if (askedAt === undefined) return 0;
  const isFresh = counts !== undefined && base?.askedAt !== askedAt && dataUpdatedAt >= askedAt;
  if (isFresh) setBase({ askedAt, all: counts.all });
  if (arrived?.since === askedAt) {
    const listed = new Set(lines.filter(({ isGone }) => !isGone).map(({ dossier }) => dossier));
    return arrived.dossiers.filter((dossier) => !listed.has(dossier)).length;
  }
  if (isLive || counts === undefined || base?.askedAt !== askedAt) return 0;
  return counts.all - base.all;
}
