import { type PrincipalPost, unitsOf } from '@trinhduyet/access';
import type { Transaction } from '@trinhduyet/persistence';
import { Problem } from '@trinhduyet/problems';

/** A reception where somebody sits as clerk, and whether what they do there is practice. */
export interface Reception {
  readonly unit: string;
  readonly training: boolean;
}

/** The clerk's own reception; anybody else has no counter. */
export async function ownReception(transaction: Transaction, unit: string): Promise<Reception> {
  if (!transaction.posts.some((post) => post.duty === 'clerk' && post.unit === unit)) throw new Problem('forbidden');
  const row = await transaction.one<{ training: boolean }>('SELECT training FROM unit WHERE unit_id = $1', [unit]);
  return { unit, training: row?.training ?? false };
}

/** Whose paper folders somebody has in hand: by the reception that took them in, or by the commune that is competent. */
export function paperUnits(posts: readonly PrincipalPost[]) {
  return { asReception: unitsOf(posts, 'clerk'), asCommune: unitsOf(posts, 'clerk', 'specialist') };
}
