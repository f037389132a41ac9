import { useMediaQuery } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { useKeys } from '../shell/keys';
import { useTitle } from '../shell/use-title';
import { dossierAddress } from './addresses';
import { type InboxFilter, readFilter, rememberWords, writeFilter } from './filter';
import { InboxFilters } from './InboxFilters';
import { InboxList } from './InboxList';
import { InboxViews } from './InboxViews';
import { QuickView } from './QuickView';
import { INBOX_TEXTS } from './texts';
import { linesOf, useInbox } from './use-inbox';
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
  const inbox = useInbox(filter);
  const lines = linesOf(inbox.data);
  const { selected, select, next, previous } = useSelection(lines);
  const isWide = useMediaQuery(WIDE) ?? false;
  const search = useRef<HTMLInputElement>(null);
  const refresh = useRefresh();
  useKeys({
    J: next,
    K: previous,
    ArrowDown: next,
    ArrowUp: previous,
    N: refresh,
    '/': () => search.current?.focus(),
  });
  return (
    <div className="inbox">
      <h1 className="inbox-title">{texts.title}</h1>
      <InboxViews me={me} filter={filter} />
      <InboxFilters me={me} filter={filter} onFilter={setFilter} search={search} />
      <div className={lines.length > 0 ? 'inbox-body' : 'inbox-body inbox-body-empty'}>
        <section className="inbox-list" aria-label={texts.views[filter.view]}>
          <Awaited query={inbox}>
            {() => (
              <InboxList
                {...{ filter, inbox, lines, selected, refresh, isWide }}
                onSelect={select}
                onOpen={(line) => go(dossierAddress(line.dossier, filter))}
              />
            )}
          </Awaited>
        </section>
        {isWide && lines.length > 0 && <QuickView line={selected} filter={filter} />}
      </div>
    </div>
  );
}

function useRefresh(): () => void {
  const queries = useQueryClient();
  return () => void queries.invalidateQueries({ queryKey: ['inbox'] });
}
