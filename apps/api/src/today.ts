import { dayOf, type Day } from '@trinhduyet/calendar';
import type { Transaction } from '@trinhduyet/persistence';

/** The day that it is by the clock that counts: the database's, which training may have moved. */
export async function today(transaction: Transaction): Promise<Day> {
  return dayOf(await now(transaction));
}

export async function now(transaction: Transaction): Promise<string> {
  const row = await transaction.one<{ now: string }>('SELECT door.now() AS now');
  return row?.now ?? '';
}
