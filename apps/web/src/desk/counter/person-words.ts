import { formatDay } from '@trinhduyet/text';

/** The day of birth, or the year where nobody knows more. */
export function bornOf(person: { readonly dateOfBirth: string | null; readonly birthYear: number | null }): string {
  return person.dateOfBirth === null ? String(person.birthYear ?? '') : formatDay(person.dateOfBirth);
}

/** `094 170 000 123`, in groups of three. */
export function numberInGroups(citizenNumber: string): string {
  return citizenNumber.replace(/(...)(?=.)/g, '$1 ');
}
