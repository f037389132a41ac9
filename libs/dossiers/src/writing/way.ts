import type { Day } from '@trinhduyet/calendar';
import { ladderOn, type LadderUnit } from '@trinhduyet/directory';
import { isLadderOf } from '@trinhduyet/org';
import type { Transaction } from '@trinhduyet/persistence';
import type { PublishedType } from '@trinhduyet/request-types';

export type PublishedChain = PublishedType['chains'][number];

/** Which of the type's chains climbs the ladder. */
export function chainFor({ chains }: PublishedType, ladder: readonly LadderUnit[]): PublishedChain | undefined {
  return chains.find(({ chain }) => isLadderOf(chain.ladder, ladder));
}

/** The ladder and the chain that a dossier of the commune climbs when it is received on a day; undefined where there is none. */
export async function findWay(
  transaction: Transaction,
  type: PublishedType,
  { commune, day }: { readonly commune: string; readonly day: Day },
): Promise<{ readonly ladder: readonly LadderUnit[]; readonly chain: PublishedChain } | undefined> {
  const ladder = await ladderOn(transaction, commune, day);
  const chain = ladder && chainFor(type, ladder);
  return chain && { ladder, chain };
}
