/** Codes of the 63 provinces before 01/07/2025, as the first three digits carry them; mergers changed no number. */
const PLACES: ReadonlySet<string> = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
);
/** Births registered abroad carry a country's code from here on. */
const FIRST_COUNTRY = 101;

export const CITIZEN_NUMBER = /^[0-9]{12}$/;

export interface Declared {
  readonly sex?: 'M' | 'F';
  readonly birthYear?: number;
}

/** Anything but the first is accepted with a plain warning and checked by an official: papers that disagree exist. */
export type CitizenNumberFinding =
  | { readonly code: 'CITIZEN_NUMBER_FORMAT' }
  | { readonly code: 'CITIZEN_NUMBER_PLACE'; readonly place: string }
  | { readonly code: 'CITIZEN_NUMBER_SEX' }
  | { readonly code: 'CITIZEN_NUMBER_YEAR'; readonly year: number }
  | { readonly code: 'CITIZEN_NUMBER_FUTURE'; readonly year: number };

/** What a citizen number says against what was declared (NĐ 137/2015/NĐ-CP, Đ.13: `PPP G YY RRRRRR`). */
export function citizenNumberFindings(
  number: string,
  declared: Declared,
  currentYear: number,
): readonly CitizenNumberFinding[] {
  if (!CITIZEN_NUMBER.test(number)) return [{ code: 'CITIZEN_NUMBER_FORMAT' }];
  const place = number.slice(0, 3);
  const century = Number(number.charAt(3));
  const year = 1900 + Math.floor(century / 2) * 100 + Number(number.slice(4, 6));
  const sex = century % 2 === 0 ? 'M' : 'F';
  const known = PLACES.has(place) || Number(place) >= FIRST_COUNTRY;
  return [
    ...(known ? [] : [{ code: 'CITIZEN_NUMBER_PLACE', place } as const]),
    ...(declared.sex !== undefined && declared.sex !== sex ? [{ code: 'CITIZEN_NUMBER_SEX' } as const] : []),
    ...yearFindings(year, declared.birthYear, currentYear),
  ];
}

function yearFindings(year: number, declared: number | undefined, currentYear: number): CitizenNumberFinding[] {
  if (year > currentYear) return [{ code: 'CITIZEN_NUMBER_FUTURE', year }];
  return declared === undefined || declared === year ? [] : [{ code: 'CITIZEN_NUMBER_YEAR', year }];
}
