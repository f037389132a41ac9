import type { Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';

const NONE: LocalText = { vi: '', en: '' };

/** What the request types in force are called, by key. One that is not in force any more has no name. */
export async function titlesOn(
  { transaction, types }: { readonly transaction: Transaction; readonly types: RequestTypes },
  day: Day,
  length: 'title' | 'shortTitle' = 'shortTitle',
): Promise<(key: string) => LocalText> {
  const inForce = await types.inForceOn(transaction, day);
  const titles = new Map(inForce.map(({ definition }) => [definition.key, definition[length]]));
  return (key) => titles.get(key) ?? NONE;
}
