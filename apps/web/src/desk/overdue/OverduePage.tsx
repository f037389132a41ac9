import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import {
  IconAlertTriangle,
  IconFolder,
  IconPrinter,
  IconSquareRotatedFilled,
  IconSwitchHorizontal,
} from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { askingPace } from '../../shared/live/live';
import { Awaited, ProblemNote } from '../../shared/problem';
import { useColleagues } from '../inbox/use-inbox';
import { isHead } from '../shell/duties';
import { MessagePage } from '../shell/MessagePage';
import { ToInbox } from '../shell/ToInbox';
import { useTitle } from '../shell/use-title';
import { OverdueTable } from './OverdueTable';
import { OVERDUE_TEXTS } from './texts';
import { UnassignedTable } from './UnassignedTable';
import { WorkloadTable } from './WorkloadTable';

type Me = Schema<'Me'>;

/** What is late and in whose hands things are: for whoever can give them to somebody else. */
export default function OverduePage({ me }: { readonly me: Me }) {
  const texts = useTexts(OVERDUE_TEXTS);
  if (isHead(me)) return <Overview me={me} />;
  return (
    <MessagePage title={texts.headsOnly}>
      <p>{texts.headsOnlyMeans}</p>
      <ToInbox />
    </MessagePage>
  );
}

function Overview({ me }: { readonly me: Me }) {
  const texts = useTexts(OVERDUE_TEXTS);
  useTitle(texts.title);
  const { data: people = [], error, refetch } = useColleagues(true);
  const query = useQuery({
    queryKey: ['workload'],
    queryFn: async () => dataOf(await api.GET('/api/workload')),
    refetchInterval: askingPace,
  });
  return (
    <div className="page overdue">
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <Awaited query={query}>
        {(workload) => (
          <>
            <header className="overdue-head">
              <h1>{texts.title}</h1>
              <Button
                variant="default"
                leftSection={<IconPrinter size={18} stroke={1.75} aria-hidden />}
                onClick={() => window.print()}
              >
                {texts.printWeek}
              </Button>
            </header>
            <Totals workload={workload} />
            <div className="overdue-body">
              <div className="overdue-load">
                <WorkloadTable people={workload.people} />
                <UnassignedTable people={people} />
              </div>
              <OverdueTable lines={workload.overdue} people={people} />
            </div>
            <PrintedFoot me={me} at={workload.at} />
          </>
        )}
      </Awaited>
    </div>
  );
}

function PrintedFoot({ me, at }: { readonly me: Me; readonly at: string }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const [post] = me.posts;
  return (
    <p className="print-only">
      {post && `${post.unitName} · ${post.officeName}. `}
      {texts.printedAt(at, me.name)}
    </p>
  );
}

function Totals({ workload: { people, week } }: { readonly workload: Schema<'Workload'> }) {
  const texts = useTexts(OVERDUE_TEXTS);
  const sum = (of: 'open' | 'overdue' | 'dueSoon') => people.reduce((total, person) => total + person[of], 0);
  return (
    <ul className="totals">
      <li className="deadline-late">
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden /> {texts.late(sum('overdue'))}
      </li>
      <li className="deadline-today">
        <IconSquareRotatedFilled size={16} aria-hidden /> {texts.soon(sum('dueSoon'))}
      </li>
      <li>
        <IconFolder size={18} stroke={1.75} aria-hidden /> {texts.open(sum('open'))}
      </li>
      {week && (
        <li>
          <IconSwitchHorizontal size={18} stroke={1.75} aria-hidden />
          {texts.week(week.received, week.ended)}
        </li>
      )}
    </ul>
  );
}
