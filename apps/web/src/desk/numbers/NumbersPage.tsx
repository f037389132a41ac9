import './numbers.css';
import { useQuery } from '@tanstack/react-query';
import type { Schema } from '@trinhduyet/api-client';
import { api, dataOf } from '../../shared/api';
import { useTexts } from '../../shared/language';
import { Awaited } from '../../shared/problem';
import { holds } from '../shell/duties';
import { MessagePage } from '../shell/MessagePage';
import { ToInbox } from '../shell/ToInbox';
import { useTitle } from '../shell/use-title';
import { BlocksTable } from './BlocksTable';
import { ReserveForm } from './ReserveForm';
import { NUMBERS_TEXTS } from './texts';

/** Numbers of the unit's own registers, set aside for papers that are drawn up here. */
export default function NumbersPage({ me }: { readonly me: Schema<'Me'> }) {
  const texts = useTexts(NUMBERS_TEXTS);
  if (holds(me, 'archivist')) return <Numbers />;
  return (
    <MessagePage title={texts.archivistsOnly}>
      <p>{texts.archivistsOnlyMeans}</p>
      <ToInbox />
    </MessagePage>
  );
}

function Numbers() {
  const texts = useTexts(NUMBERS_TEXTS);
  useTitle(texts.title);
  const query = useQuery({ queryKey: ['numbers'], queryFn: async () => dataOf(await api.GET('/api/desk/numbers')) });
  return (
    <div className="page numbers">
      <h1>{texts.title}</h1>
      <p className="quiet">{texts.means}</p>
      <Awaited query={query}>
        {(numbers) => (
          <div className="numbers-body">
            <ReserveForm numbers={numbers} />
            <BlocksTable blocks={numbers.blocks} />
          </div>
        )}
      </Awaited>
    </div>
  );
}
