/** What somebody has typed and the server may not have yet. */
export interface Kept<T> {
  read(): T | undefined;
  write(value: T): void;
  forget(): void;
}

export function keptIn<T>(storage: Storage, key: string): Kept<T> {
  return {
    read: () => {
      const text = storage.getItem(key);
      return text === null ? undefined : (JSON.parse(text) as T);
    },
    write: (value) => storage.setItem(key, JSON.stringify(value)),
    forget: () => storage.removeItem(key),
  };
}
