import { useCallback, useSyncExternalStore } from 'react';

/** How somebody likes their desk: kept on this machine. */
export interface Preferences {
  readonly density: 'cosy' | 'compact';
  /** Index into the three sizes; the portal keeps it under the same name. */
  readonly 'text-size': 0 | 1 | 2;
  /** Whether the rail shows names beside its icons. */
  readonly names: boolean;
  /** Keys that are one letter can be in the way of speech input. */
  readonly 'letter-keys': boolean;
  /** Whether a decision opens the next dossier at once. */
  readonly 'open-next': boolean;
}

const USUAL: Preferences = { density: 'cosy', 'text-size': 0, names: false, 'letter-keys': true, 'open-next': false };
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function preference<K extends keyof Preferences>(name: K): Preferences[K] {
  const kept = localStorage.getItem(name);
  if (kept === null) return USUAL[name];
  return (typeof USUAL[name] === 'string' ? kept : JSON.parse(kept)) as Preferences[K];
}

export function usePreference<K extends keyof Preferences>(
  name: K,
): readonly [Preferences[K], (value: Preferences[K]) => void] {
  const value = useSyncExternalStore(subscribe, () => preference(name));
  const set = useCallback(
    (next: Preferences[K]) => {
      localStorage.setItem(name, String(next));
      for (const listener of listeners) listener();
    },
    [name],
  );
  return [value, set];
}
