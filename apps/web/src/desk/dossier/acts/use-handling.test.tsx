import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { api } from '../../../shared/api';
import { COMMANDS } from './commands';
import { useHandling } from './use-handling';

const DOSSIER = {
  ...{ id: 'd', sequence: 3, inTransit: false, history: [], places: [], status: 'open' },
  offers: [{ command: 'extend', task: 't' }],
} as never;
const ME = { account: 'nhao' } as never;

function open() {
  const queries = new QueryClient();
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const nothing = () => undefined;
  const given = { me: ME, dossier: DOSSIER, filter: { view: 'all' }, onFaults: nothing, onReceived: nothing } as const;
  return renderHook(() => useHandling(given), { wrapper });
}

beforeEach(() => {
  sessionStorage.clear();
  const answers = { GET: { items: [] }, POST: { sequence: 4, inTransit: false } };
  for (const [method, data] of Object.entries(answers))
    Object.assign(api, { [method]: () => Promise.resolve({ data }) });
});

it('keeps what was typed for another promised day no longer than until it is promised', async () => {
  const { result } = open();
  const [extend] = result.current.acts.more;
  if (!extend) throw new Error('Nothing can be extended.');
  result.current.keep<string>(extend, 'why').write('Chờ xác minh.');

  const command = COMMANDS.extend({ task: 't', promisedOn: '2026-04-20', note: 'Chờ xác minh.' });
  act(() => result.current.send({ act: extend, thenNext: false, command }));

  await waitFor(() => expect(result.current.keep(extend, 'why').read()).toBeUndefined());
});
