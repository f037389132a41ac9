import type { Data } from '@trinhduyet/form';
import type { PublishedType } from '@trinhduyet/request-types';
import { fold, maskName } from '@trinhduyet/text';
import { textAt } from './documents';
import { subjectKey } from './secrets';

/** What a dossier is listed and found by, taken from the form: written with each revision of it. */
export interface PersonColumns {
  readonly maskedName: string;
  readonly villageId: string | null;
  /** Tells the same person again without keeping the citizen number. */
  readonly subjectKey: Buffer | null;
  /** Folded, for search without diacritics. */
  readonly searchText: string;
}

export function personColumns(
  { definition: { roles } }: PublishedType,
  document: Data,
  { secret, lookupCode }: { readonly secret: string; readonly lookupCode: string },
): PersonColumns {
  const name = textAt(document, roles.name);
  const citizenNumber = roles.citizenNumber === undefined ? '' : textAt(document, roles.citizenNumber);
  return {
    maskedName: maskName(name),
    villageId: roles.village === undefined ? null : textAt(document, roles.village),
    subjectKey: subjectKey(secret, citizenNumber),
    searchText: `${fold(name)} ${lookupCode.toLowerCase()}`,
  };
}
