import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';

const NONE: LocalText = { vi: '', en: '' };

/** What request types are called, by key: as their latest version says, so that dossiers of old ones have a name as well. */
export async function titlesOf(
  { transaction, types }: { readonly transaction: Transaction; readonly types: RequestTypes },
  length: 'title' | 'shortTitle' = 'shortTitle',
): Promise<(key: string) => LocalText> {
  const latest = await types.latest(transaction);
  const titles = new Map(latest.map(({ definition }) => [definition.key, definition[length]]));
  return (key) => titles.get(key) ?? NONE;
}
