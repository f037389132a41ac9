import { QueryClient, QueryClientProvider, useMutation } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { api } from '../../shared/api';
import { type Heard, listen } from '../../shared/live/listen';
import { useListening } from '../../shared/live/live';
import { dossierKey, useDossier } from '../dossier/use-dossier';
import { useDeskNews } from './use-desk-news';

jest.mock('../../shared/live/listen');

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A dossier that is looked at on a desk that listens; the server has it at a sequence. */
async function open(sequence: number) {
  const queries = new QueryClient();
  const server = { sequence, readings: 0 };
  Object.assign(api, {
    GET: (path: string) => {
      if (path === '/api/dossiers/{dossier}') server.readings += 1;
      return Promise.resolve({ data: { id: 'd', sequence: server.sequence, inTransit: false } });
    },
  });
  let hear: (heard: Heard) => void = () => undefined;
  jest.mocked(listen).mockImplementation((tell) => {
    hear = tell;
    return () => undefined;
  });
  const wrapper = ({ children }: { children: ReactNode }) => (
    <QueryClientProvider client={queries}>{children}</QueryClientProvider>
  );
  const { result } = renderHook(
    () => {
      useListening();
      useDeskNews();
      useDossier('d', { isFollowed: true });
      return useMutation({
        mutationKey: dossierKey('d'),
        mutationFn: (sent: Promise<unknown>) => sent,
        onSettled: () => queries.invalidateQueries({ queryKey: dossierKey('d') }),
      });
    },
    { wrapper },
  );
  const passes = (ms: number) => act(() => jest.advanceTimersByTimeAsync(ms));
  await passes(0);
  const tell = async (heard: Heard) => {
    act(() => hear(heard));
    await passes(1_500);
  };
  return { server, tell, passes, act: result.current.mutate };
}
const moved = (sequence: number): Heard => ({
  type: 'news',
  news: { dossier: 'd', sequence, kind: 'moved', tasks: [] },
});

describe('a dossier on the screen', () => {
  it('is read again for what it does not show yet, and for nothing else', async () => {
    const { server, tell } = await open(5);

    await tell({ type: 'opened' });
    await tell(moved(5));
    expect(server.readings).toBe(1);
    server.sequence = 6;
    await tell(moved(6));

    expect(server.readings).toBe(2);
  });

  it('is read again when the stream comes back after a while', async () => {
    const { server, tell, passes } = await open(5);

    await passes(10_000);
    await tell({ type: 'opened' });

    expect(server.readings).toBe(2);
  });

  it('is read once after an act of one’s own, however early that is heard of', async () => {
    const { server, tell, passes, act: send } = await open(5);
    let answer: (value: unknown) => void = () => undefined;
    act(() => send(new Promise((resolve) => (answer = resolve))));
    server.sequence = 6;

    await tell(moved(6));
    answer(undefined);
    await passes(3_000);

    expect(server.readings).toBe(2);
  });
});
