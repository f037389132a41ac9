import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { useTexts } from '../../shared/language';
import { holds } from '../shell/duties';
import { type InboxFilter, type View, VIEWS, writeFilter } from './filter';
import { INBOX_TEXTS } from './texts';
import { useInboxCounts } from './use-inbox';

interface InboxViewsProps {
  readonly me: Schema<'Me'>;
  readonly filter: InboxFilter;
}

/** The groups of work with how much is in each; the rest of the filter goes along. */
export function InboxViews({ me, filter }: InboxViewsProps) {
  const texts = useTexts(INBOX_TEXTS);
  const { data: counts } = useInboxCounts();
  const receives = holds(me, 'clerk') || filter.view === 'reception' || (counts?.reception ?? 0) > 0;
  return (
    <nav className="views" aria-label={texts.viewsOf}>
      {VIEWS.filter((view) => view !== 'reception' || receives).map((view) => (
        <Link
          key={view}
          href={`/desk${writeFilter({ ...filter, view, kind: view === 'reception' ? undefined : filter.kind })}`}
          className="view"
          aria-current={view === filter.view ? 'page' : undefined}
        >
          {texts.views[view]} <ViewCount counts={counts} view={view} />
        </Link>
      ))}
    </nav>
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
