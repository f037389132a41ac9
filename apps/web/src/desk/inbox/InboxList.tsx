import { Button } from '@mantine/core';
import { IconInbox, IconRefresh } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { type InboxFilter, isNarrowed } from './filter';
import { InboxTable } from './InboxTable';
import { INBOX_TEXTS } from './texts';
import { type InboxLine, type useInbox, useInboxCounts } from './use-inbox';
import { useNews } from './use-news';

interface InboxListProps {
  readonly filter: InboxFilter;
  readonly inbox: ReturnType<typeof useInbox>;
  readonly lines: readonly InboxLine[];
  readonly selected: InboxLine | undefined;
  readonly isWide: boolean;
  refresh(): void;
  onSelect(line: InboxLine): void;
  onOpen(line: InboxLine): void;
}

export function InboxList(props: InboxListProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { filter, inbox, lines, refresh } = props;
  const { hasNextPage, isFetchingNextPage, fetchNextPage, isPlaceholderData } = inbox;
  return (
    <>
      <div className="list-head">
        <ShownCount filter={filter} shown={lines.length} hasMore={hasNextPage} />
        <News loadedAt={inbox.dataUpdatedAt} onRefresh={refresh} />
        <Button
          variant="subtle"
          aria-keyshortcuts="N"
          leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
          loading={inbox.isRefetching && !isFetchingNextPage}
          onClick={refresh}
        >
          {texts.refresh}
        </Button>
      </div>
      {lines.length === 0 ? <NothingHere filter={filter} /> : <InboxTable {...props} isOld={isPlaceholderData} />}
      {hasNextPage && (
        <MoreRows isLoading={isFetchingNextPage} onMore={() => void fetchNextPage({ cancelRefetch: false })} />
      )}
    </>
  );
}

interface ShownCountProps {
  readonly filter: InboxFilter;
  readonly shown: number;
  readonly hasMore: boolean;
}

/** The total is only known of a whole group: what a filter leaves is counted as far as it was loaded. */
function ShownCount({ filter, shown, hasMore }: ShownCountProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { data: counts } = useInboxCounts();
  const total = isNarrowed(filter) ? undefined : counts?.[filter.view];
  const most = counts?.most ?? 0;
  const words = total !== undefined && total >= most ? texts.most(most) : String(total);
  return (
    <p className="quiet" role="status">
      {total === undefined || !hasMore ? texts.shown(shown) : texts.shownOf(shown, words)}
    </p>
  );
}

function News({ loadedAt, onRefresh }: { readonly loadedAt: number; onRefresh(): void }) {
  const texts = useTexts(INBOX_TEXTS);
  const news = useNews(loadedAt);
  return (
    <div role="status" className="list-news">
      {news !== 0 && (
        <Button variant="light" onClick={onRefresh}>
          {news > 0 ? texts.newItems(news) : texts.changed}
        </Button>
      )}
    </div>
  );
}

function MoreRows({ isLoading, onMore }: { readonly isLoading: boolean; onMore(): void }) {
  const texts = useTexts(INBOX_TEXTS);
  return (
    <div className="list-more">
      <Button variant="default" onClick={onMore} aria-disabled={isLoading}>
        {isLoading ? texts.loadingMore : texts.more}
      </Button>
    </div>
  );
}

function NothingHere({ filter }: { readonly filter: InboxFilter }) {
  const texts = useTexts(INBOX_TEXTS);
  const isPlain = filter.view === 'all' && !isNarrowed(filter);
  const words = filter.q ? texts.noResult(filter.q) : isNarrowed(filter) ? texts.noMatch : texts.none[filter.view];
  return (
    <div className="empty">
      <IconInbox size={56} stroke={1} aria-hidden />
      <p>{words}</p>
      {!isPlain && (
        <Button component={Link} href="/desk" variant="default">
          {texts.seeAll}
        </Button>
      )}
    </div>
  );
}
