import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { api } from '../../shared/api';
import { type Heard, listen } from '../../shared/live/listen';
import { useListening } from '../../shared/live/live';
import type { InboxLine } from './use-inbox';
import { useNews } from './use-news';

jest.mock('../../shared/live/listen');

const NOTHING: readonly InboxLine[] = [];
const arrival = (dossier: string): Heard => ({
  type: 'news',
  news: { dossier, sequence: 1, kind: 'arrived', tasks: ['t'] },
});

/** An inbox that listens, with the means to tell it something. */
function open() {
  const queries = new QueryClient();
  let hear: (heard: Heard) => void = () => undefined;
  jest.mocked(listen).mockImplementation((tell) => {
    hear = tell;
    return () => undefined;
  });
  Object.assign(api, { GET: () => Promise.resolve({ data: { all: 3 } }) });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () => {
      useListening();
      return useNews(NOTHING, undefined);
    },
    { wrapper },
  );
  const asked = () => waitFor(() => expect(queries.getQueryData(['inbox', 'asked'])).toBeDefined());
  return { queries, result, asked, tell: (heard: Heard) => act(() => hear(heard)) };
}

describe('what has arrived since the list was asked for', () => {
  it('is said until the list is asked for anew, whatever else of the inbox is read meanwhile', async () => {
    const { queries, result, asked, tell } = open();
    await asked();
    tell({ type: 'opened' });
    tell(arrival('first'));
    tell(arrival('second'));
    tell(arrival('second'));

    for (const what of ['counts', 'groups', 'lines'])
      await act(() => queries.invalidateQueries({ queryKey: ['inbox', what] }));
    expect(result.current).toBe(2);
    await act(() => queries.invalidateQueries({ queryKey: ['inbox'] }));

    await waitFor(() => expect(result.current).toBe(0));
  });
});
