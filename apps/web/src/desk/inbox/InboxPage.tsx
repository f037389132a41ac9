import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useTexts } from '../../shared/language';
import { useKeys } from '../shell/keys';
import { useTitle } from '../shell/use-title';
import { type InboxFilter, readFilter, rememberWords, writeFilter } from './filter';
import { GroupedList } from './GroupedList';
import { InboxFilters } from './InboxFilters';
import { InboxList } from './InboxList';
import { InboxViews } from './InboxViews';
import { ListProvider } from './list-context';
import { clearMarks, toggleMark, useMarks } from './marks';
import { QuickView } from './QuickView';
import { SelectionBar } from './SelectionBar';
import { INBOX_TEXTS } from './texts';
import { useInboxCounts } from './use-inbox';
import { useSelection } from './use-selection';

/** From this width on there is room for a quick view beside the list. */
const WIDE = '(min-width: 64em)';

export function InboxPage({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(INBOX_TEXTS);
  useTitle(texts.title);
  const [, go] = useLocation();
  const filter = readFilter(useSearch());
  const setFilter = (next: InboxFilter) => {
    rememberWords(next);
    go(`/desk${writeFilter(next)}`, { replace: true });
  };
  const selection = useSelection();
  const isWide = useMediaQuery(WIDE) ?? false;
  const search = useRef<HTMLInputElement>(null);
  const refresh = useRefresh();
  useInboxKeys({ selection, refresh, search });
  const { data: counts } = useInboxCounts(filter.scope);
  const hasQuickView = isWide && counts?.[filter.view] !== 0;
  const list = { me, filter, refresh, isWide, ...selection };
  return (
    <div className="inbox">
      <h1 className="inbox-title">{texts.title}</h1>
      <InboxViews me={me} filter={filter} onFilter={setFilter} />
      <InboxFilters me={me} filter={filter} onFilter={setFilter} search={search} />
      <ListProvider value={list}>
        <div className={hasQuickView ? 'inbox-body' : 'inbox-body inbox-body-alone'}>
          <section className="inbox-list" aria-label={texts.views[filter.view]}>
            {filter.group ? <GroupedList by={filter.group} /> : <InboxList />}
          </section>
          {hasQuickView && <QuickView line={selection.selected} filter={filter} />}
        </div>
        <SelectionBar />
      </ListProvider>
    </div>
  );
}

interface InboxKeys {
  readonly selection: ReturnType<typeof useSelection>;
  readonly search: React.RefObject<HTMLInputElement | null>;
  refresh(): void;
}

function useInboxKeys({ selection, refresh, search }: InboxKeys): void {
  const marks = useMarks();
  const { selected, next, previous } = selection;
  const toggle = () => {
    const isAtRow = document.activeElement?.hasAttribute('data-row') ?? false;
    if (!isAtRow || !selected) return false;
    toggleMark(selected);
    return true;
  };
  const extend = (go: () => boolean) => () => {
    if (toggle()) go();
  };
  useKeys({
    J: next,
    K: previous,
    ArrowDown: next,
    ArrowUp: previous,
    'Shift+ArrowDown': extend(next),
    'Shift+ArrowUp': extend(previous),
    ' ': toggle,
    N: refresh,
    '/': () => search.current?.focus(),
    Escape: () => (marks.size > 0 ? clearMarks() : false),
  });
}

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['inbox'] });
}
