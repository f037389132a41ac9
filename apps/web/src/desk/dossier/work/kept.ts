/** What somebody has typed and the server may not have yet. It outlives a reload and a new sign-in, not the tab. */
export interface Kept<T> {
  read(): T | undefined;
  write(value: T): void;
  forget(): void;
}

export function kept<T>(...name: readonly string[]): Kept<T> {
  const key = ['kept', ...name].join(':');
  return {
    read: () => {
      const text = sessionStorage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    },
    write: (value) => sessionStorage.setItem(key, JSON.stringify(value)),
    forget: () => sessionStorage.removeItem(key),
  };
}
