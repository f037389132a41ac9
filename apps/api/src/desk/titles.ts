import type { Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';
import type { LocalText } from '@trinhduyet/programme';
import type { RequestTypes } from '@trinhduyet/request-types';

export const NO_TITLE: LocalText = { vi: '', en: '' };

/** The short names of the request types that are in force. */
export async function shortTitles(
  transaction: Transaction,
  types: RequestTypes,
  day: Day,
): Promise<ReadonlyMap<string, LocalText>> {
  const inForce = await types.inForceOn(transaction, day);
  return new Map(inForce.map(({ definition }) => [definition.key, definition.shortTitle]));
}
