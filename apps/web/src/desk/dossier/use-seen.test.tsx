import { act, renderHook } from '@testing-library/react';
import type { Schema } from '@trinhduyet/api-client';
import { useSeen } from './use-seen';

type Line = Schema<'HistoryLine'>;
const line = (sequence: number, type = 'decided'): Line => ({ sequence, type, at: '2026-04-08T02:00:00.000Z' });
const dossier = (sequence: number, ...history: Line[]) => ({ sequence, history, inTransit: false });

function open(first: ReturnType<typeof dossier>) {
  return renderHook((shown: Parameters<typeof useSeen>[0]) => useSeen(shown), { initialProps: first });
}

describe('what a reader has seen of a dossier', () => {
  it('stays what it was while others go on, and tells what they did', () => {
    const { result, rerender } = open(dossier(3, line(3)));

    rerender(dossier(5, line(3), line(4, 'claimed'), line(5)));

    expect(result.current.sequence).toBe(3);
    expect(result.current.news.map(({ sequence }) => sequence)).toEqual([4, 5]);
  });

  it('catches up when the reader says so', () => {
    const { result, rerender } = open(dossier(3, line(3)));

    rerender(dossier(4, line(3), line(4)));
    act(() => result.current.acknowledge());

    expect(result.current).toMatchObject({ sequence: 4, news: [] });
  });

  it('takes no reminder for news', () => {
    const { result, rerender } = open(dossier(3, line(3)));

    rerender(dossier(4, line(3), line(4, 'reminded')));

    expect(result.current.news).toEqual([]);
  });

  it('takes one’s own act for no news, until the dossier has arrived', () => {
    const { result, rerender } = open(dossier(3, line(3)));

    act(() => result.current.follow(4));
    rerender({ ...dossier(4, line(3), line(4)), inTransit: true });
    rerender(dossier(6, line(3), line(4), line(6, 'entered')));
    expect(result.current).toMatchObject({ sequence: 6, news: [] });
    rerender(dossier(7, line(3), line(4), line(6, 'entered'), line(7, 'claimed')));

    expect(result.current.news.map(({ sequence }) => sequence)).toEqual([7]);
  });
});
