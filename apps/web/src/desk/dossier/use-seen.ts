import type { Schema } from '@trinhduyet/api-client';
import { useState } from 'react';

type Dossier = Pick<Schema<'DossierView'>, 'sequence' | 'inTransit' | 'history'>;
type Line = Schema<'HistoryLine'>;

export interface Seen {
  /** Up to where the reader knows the dossier: commands are given on this ground. */
  readonly sequence: number;
  /** What others have done since. */
  readonly news: readonly Line[];
  acknowledge(): void;
  /** The reader's own act was recorded: what follows from it is no news. */
  follow(sequence: number): void;
}

/** What a page tells of by itself, and nobody has to have seen. */
export const QUIET: ReadonlySet<string> = new Set([
  ...['reminded', 'escalated', 'raised', 'remindedAgain', 'recounted'],
  'urged',
]);

export function useSeen({ sequence, inTransit, history }: Dossier): Seen {
  const [seen, setSeen] = useState(sequence);
  const [followed, setFollowed] = useState<number>();
  if (followed !== undefined && seen !== sequence) setSeen(sequence);
  if (followed !== undefined && sequence >= followed && !inTransit) setFollowed(undefined);
  return {
    sequence: seen,
    news: history.filter((line) => line.sequence > seen && !QUIET.has(line.type)),
    acknowledge: () => setSeen(sequence),
    follow: setFollowed,
  };
}
