import { Button } from '@mantine/core';
import { IconInbox, IconRefresh } from '@tabler/icons-react';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { type InboxFilter, isNarrowed, writeFilter } from './filter';
import { InboxTable } from './InboxTable';
import { useList } from './list-context';
import { ListTools } from './ListTools';
import { INBOX_TEXTS } from './texts';
import { type InboxLine, linesOf, useInbox, useInboxCounts } from './use-inbox';
import { useNews } from './use-news';

/** One list, by step deadline. */
export function InboxList() {
  const { filter } = useList();
  const inbox = useInbox(filter);
  const lines = linesOf(inbox.data);
  const { hasNextPage, isPlaceholderData } = inbox;
  return (
    <Awaited query={inbox}>
      {() => (
        <>
          <ListHead lines={lines} isLoading={inbox.isRefetching}>
            <ShownCount shown={lines.length} hasMore={hasNextPage} />
          </ListHead>
          {lines.length === 0 ? <NothingHere /> : <InboxTable lines={lines} isOld={isPlaceholderData} />}
          <MoreRows inbox={inbox} />
        </>
      )}
    </Awaited>
  );
}

interface ListHeadProps {
  readonly lines: readonly InboxLine[];
  readonly isLoading: boolean;
  readonly children: React.ReactNode;
}

export function ListHead({ lines, isLoading, children }: ListHeadProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { refresh } = useList();
  return (
    <div className="list-head">
      {children}
      <News lines={lines} />
      <ListTools />
      <Button
        variant="subtle"
        aria-keyshortcuts="N"
        leftSection={<IconRefresh size={18} stroke={1.75} aria-hidden />}
        loading={isLoading}
        onClick={refresh}
      >
        {texts.refresh}
      </Button>
    </div>
  );
}

interface ShownCountProps {
  readonly shown: number;
  readonly hasMore: boolean;
}

/** The total is only known of a whole view: what a filter leaves is counted as far as it was loaded. */
function ShownCount({ shown, hasMore }: ShownCountProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { filter } = useList();
  const { data: counts } = useInboxCounts(filter.scope);
  const total = isNarrowed(filter) ? undefined : counts?.[filter.view];
  const most = counts?.most ?? 0;
  const words = total !== undefined && total >= most ? texts.most(most) : String(total);
  return (
    <p className="quiet" role="status">
      {total === undefined || !hasMore ? texts.shown(shown) : texts.shownOf(shown, words)}
    </p>
  );
}

function News({ lines }: Pick<ListHeadProps, 'lines'>) {
  const texts = useTexts(INBOX_TEXTS);
  const { filter, refresh } = useList();
  const news = useNews(lines, filter.scope);
  return (
    <div role="status" className="list-news">
      {news !== 0 && (
        <Button variant="light" onClick={refresh}>
          {news > 0 ? texts.newItems(news) : texts.changed}
        </Button>
      )}
    </div>
  );
}

export function MoreRows({ inbox }: { readonly inbox: ReturnType<typeof useInbox> }) {
  const texts = useTexts(INBOX_TEXTS);
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = inbox;
  if (!hasNextPage) return null;
  const more = () => void fetchNextPage({ cancelRefetch: false });
  return (
    <div className="list-more">
      <Button variant="default" onClick={more} aria-disabled={isFetchingNextPage}>
        {isFetchingNextPage ? texts.loadingMore : texts.more}
      </Button>
    </div>
  );
}

export function NothingHere() {
  const texts = useTexts(INBOX_TEXTS);
  const { filter } = useList();
  const isPlain = filter.view === 'all' && !isNarrowed(filter);
  const all: InboxFilter = { view: 'all', scope: filter.scope };
  const words = filter.q ? texts.noResult(filter.q) : isNarrowed(filter) ? texts.noMatch : texts.none[filter.view];
  return (
    <div className="empty">
      <IconInbox size={56} stroke={1} aria-hidden />
      <p>{words}</p>
      {!isPlain && (
        <Button component={Link} href={`/desk${writeFilter(all)}`} variant="default">
          {texts.seeAll}
        </Button>
      )}
    </div>
  );
}
