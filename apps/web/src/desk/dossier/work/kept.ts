import { useState } from 'react';
import { type Kept, keptIn } from '../../../shared/kept';

export type { Kept };

const keyOf = (name: readonly string[]) => ['kept', ...name].join(':');

/** It outlives a reload and a new sign-in, not the tab. */
export function kept<T>(...name: readonly string[]): Kept<T> {
  return keptIn(sessionStorage, keyOf(name));
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
