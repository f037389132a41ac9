import { useState } from 'react';

/** What somebody has typed and the server may not have yet. It outlives a reload and a new sign-in, not the tab. */
export interface Kept<T> {
  read(): T | undefined;
  write(value: T): void;
  forget(): void;
}

const keyOf = (name: readonly string[]) => ['kept', ...name].join(':');

export function kept<T>(...name: readonly string[]): Kept<T> {
  const key = keyOf(name);
  return {
    read: () => {
      const text = sessionStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    },
    write: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    forget: () => sessionStorage.removeItem(key),
  };
}

/** Everything whose name begins so. */
export function forgetAll(...name: readonly string[]): void {
  const begin = `${keyOf(name)}:`;
  for (const key of Object.keys(sessionStorage)) if (key.startsWith(begin)) sessionStorage.removeItem(key);
}

/** What is chosen or typed in a field of its own, kept as it is typed. */
export function useKept<T>(store: Kept<T>, first: T): readonly [T, (value: T) => void] {
  const [value, setValue] = useState(() => store.read() ?? first);
  const set = (next: T) => {
    store.write(next);
    setValue(next);
  };
  return [value, set];
}
