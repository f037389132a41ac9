import { dayOf, type Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';

/** The day that it is by the clock that counts. */
export async function today(transaction: Transaction): Promise<Day> {
  return dayOf(await transaction.now());
}
