import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';

export const NO_TITLE: LocalText = { vi: '', en: '' };

/** The short names of the request types, by key. */
export async function shortTitles(
  transaction: Transaction,
  types: RequestTypes,
): Promise<ReadonlyMap<string, LocalText>> {
  const latest = await types.latest(transaction);
  return new Map(latest.map(({ definition }) => [definition.key, definition.shortTitle]));
}
