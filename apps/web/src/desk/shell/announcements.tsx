import { useEffect, useSyncExternalStore } from 'react';

let current = '';
const listeners = new Set<() => void>();

/** Says in passing that something is done: for eyes and for readers, never the only copy of an error. */
export function announce(text: string): void {
  current = text;
  for (const listener of listeners) listener();
}

const SHOWN_MS = 6_000;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Announcements() {
  const text = useSyncExternalStore(subscribe, () => current);
  useEffect(() => {
    if (text === '') return undefined;
    const timer = setTimeout(() => announce(''), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <div className="announcements" role="status">
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
