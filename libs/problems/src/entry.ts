export interface Entry {
  readonly status: number;
  /** What is so, and what to do next; in the words of the person who reads it. */
  readonly vi: readonly [title: string, next: string];
  readonly en: readonly [title: string, next: string];
}

/** What one problem says, in both languages. */
export const entry = (status: number, vi: Entry['vi'], en: Entry['en']): Entry => ({ status, vi, en });
