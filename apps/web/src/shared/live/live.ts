import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type Heard, listen, type News } from './listen';

export type { News };

type Listener = (heard: Heard) => void;

const listeners = new Set<Listener>();
const watchers = new Set<() => void>();
let alive = false;

function setAlive(next: boolean): void {
  alive = next;
  for (const watch of watchers) watch();
}

/** Whether the server tells of news by itself: then pages ask only now and then. */
const isLive = () => alive;

export function useIsLive(): boolean {
  return useSyncExternalStore((watch) => {
    watchers.add(watch);
    return () => watchers.delete(watch);
  }, isLive);
}

/** How long until a page asks again by itself, in milliseconds: longer where it is told of news. */
export const askingPace = () => (isLive() ? 120_000 : 30_000);

/** The same of a dossier that is on its way to its next step. */
export const movingPace = () => (isLive() ? 6_000 : 1_500);

/** To be used once, around everything that somebody sees who is signed in. */
export function useListening(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const hear = (heard: Heard) => {
      if (heard.type === 'opened' || heard.type === 'alive') setAlive(true);
      if (heard.type === 'closed') setAlive(false);
      if (heard.type === 'refused') void queries.invalidateQueries({ queryKey: ['me'] });
      for (const listener of [...listeners]) listener(heard);
    };
    const stop = listen(hear);
    return () => {
      stop();
      setAlive(false);
    };
  }, [queries]);
}

/** What is heard while the component is there. */
export function useHeard(listener: Listener): void {
  const latest = useRef(listener);
  useEffect(() => {
    latest.current = listener;
  });
  useEffect(() => {
    const hear: Listener = (heard) => latest.current(heard);
    listeners.add(hear);
    return () => void listeners.delete(hear);
  }, []);
}
