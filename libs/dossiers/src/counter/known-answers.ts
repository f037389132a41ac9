import { type Data, withValueAt } from '@trinhduyet/form';
import type { RequestType } from '@trinhduyet/programme';
import type { CounterFiling } from './file-dossier';
import type { KnownPerson } from './register';

/** The answers of the form that are known when somebody stands at the counter: who they are and where they live. */
export function knownAnswers(
  { roles }: RequestType,
  { card, citizenNumber }: KnownPerson,
  { place, phone }: Pick<CounterFiling, 'place' | 'phone'>,
): Data {
  const answers: readonly (readonly [pointer: string | undefined, value: unknown])[] = [
    [roles.name, card.name],
    [roles.citizenNumber, citizenNumber],
    [roles.sex, card.sex],
    [roles.dateOfBirth, card.dateOfBirth],
    [roles.birthYear, card.dateOfBirth === null ? card.birthYear : null],
    [roles.ethnicity, card.ethnicity],
    [roles.phone, phone ?? card.phone],
    [roles.commune, place.commune],
    [roles.village, place.village],
  ];
  return answers.reduce<Data>(
    (document, [pointer, value]) =>
      pointer === undefined || value == null ? document : withValueAt(document, pointer, value),
    {},
  );
}
