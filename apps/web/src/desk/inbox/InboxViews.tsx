import { IconBookmark } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { holds, isHead } from '../shell/duties';
import { filterOf, type InboxFilter, type View, VIEWS, writeFilter } from './filter';
import { addressOfSaved, SavedFilters, useSavedFilters } from './SavedFilters';
import { INBOX_TEXTS } from './texts';
import { useInboxCounts } from './use-inbox';

interface InboxViewsProps {
  readonly me: Schema<'Me'>;
  readonly filter: InboxFilter;
  onFilter(filter: InboxFilter): void;
}

/** The groups of work with how much is in each; the rest of the filter goes along. */
export function InboxViews({ me, filter, onFilter }: InboxViewsProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { data: counts } = useInboxCounts(filter.scope);
  const { data: saved = [] } = useSavedFilters();
  const here = writeFilter({ ...filter, q: undefined });
  const isSaved = saved.some((each) => writeFilter(filterOf(each.filter)) === here);
  const receives = holds(me, 'clerk') || filter.view === 'reception' || (counts?.reception ?? 0) > 0;
  return (
    <div className="views">
      {isHead(me) && <Scopes filter={filter} onFilter={onFilter} />}
      <nav className="views-links" aria-label={texts.viewsOf}>
        {VIEWS.filter((view) => view !== 'reception' || receives).map((view) => (
          <Link
            key={view}
            href={`/desk${writeFilter({ ...filter, view, kind: view === 'reception' ? undefined : filter.kind })}`}
            className="view"
            aria-current={view === filter.view && !isSaved ? 'page' : undefined}
          >
            {texts.views[view]} <ViewCount counts={counts} view={view} />
          </Link>
        ))}
        {saved.map((each) => (
          <Link
            key={each.id}
            href={addressOfSaved(each)}
            className="view"
            aria-current={writeFilter(filterOf(each.filter)) === here ? 'page' : undefined}
          >
            <IconBookmark size={16} stroke={1.75} aria-hidden /> {each.name}
          </Link>
        ))}
      </nav>
      <SavedFilters filter={filter} />
    </div>
  );
}

/** A head sees what is their own, or what the whole office has. */
function Scopes({ filter, onFilter }: Omit<InboxViewsProps, 'me'>) {
  const texts = useTexts(INBOX_TEXTS);
  const scopes = [
    { scope: undefined, name: texts.mine },
    { scope: 'office', name: texts.office },
  ] as const;
  return (
    <div className="scopes" role="group" aria-label={texts.scopes}>
      {scopes.map(({ scope, name }) => (
        <button
          key={name}
          type="button"
          aria-pressed={filter.scope === scope}
          onClick={() => onFilter({ ...filter, scope })}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

interface ViewCountProps {
  readonly counts: Schema<'InboxCounts'> | undefined;
  readonly view: View;
}

function ViewCount({ counts, view }: ViewCountProps) {
  const texts = useTexts(INBOX_TEXTS);
  if (!counts) return null;
  const count = counts[view];
  const isLate = view === 'overdue' && count > 0;
  return (
    <span className={isLate ? 'count count-late num' : 'count num'}>
      {count >= counts.most ? texts.most(counts.most) : count}
    </span>
  );
}
