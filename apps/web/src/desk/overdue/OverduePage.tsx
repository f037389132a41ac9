import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconFolder, IconSquareRotatedFilled } from '@tabler/icons-react';
import type { Schema } from '@trinhduyet/api-client';
import { Link } from 'wouter';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { holds } from '../shell/duties';
import { MessagePage } from '../shell/MessagePage';
import { useTitle } from '../shell/use-title';
import { OverdueTable } from './OverdueTable';
import { OVERDUE_TEXTS } from './texts';
import { WorkloadTable } from './WorkloadTable';

/** What is late and in whose hands things are: for whoever can give them to somebody else. */
export default function OverduePage({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(OVERDUE_TEXTS);
  if (holds(me, 'head', 'leader')) return <Overview />;
  return (
    <MessagePage title={texts.headsOnly}>
      <p>{texts.headsOnlyMeans}</p>
      <Button component={Link} href="/desk" variant="default">
        {texts.toInbox}
      </Button>
    </MessagePage>
  );
}

function Overview() {
  const texts = useTexts(OVERDUE_TEXTS);
  useTitle(texts.title);
  const query = useQuery({ queryKey: ['workload'], queryFn: async () => dataOf(await api.GET('/api/workload')) });
  return (
    <div className="page overdue">
      <h1>{texts.title}</h1>
      <Awaited query={query}>
        {(workload) => (
          <>
            <Totals workload={workload} />
            <div className="overdue-body">
              <WorkloadTable people={workload.people} />
              <OverdueTable lines={workload.overdue} />
            </div>
          </>
        )}
      </Awaited>
    </div>
  );
}

function Totals({ workload: { people } }: { readonly workload: Schema<'Workload'> }) {
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
    </ul>
  );
}
