import { type Day, isDay } from '@trinhduyet/calendar';
import { CITIZEN_NUMBER, citizenNumberFindings, type CitizenNumberFinding } from './citizen-number';

/** What the QR of a citizen card says, as far as it is needed; parents' names on newer cards are not read at all. */
export interface CitizenCard {
  readonly citizenNumber: string;
  /** Missing where only the number was typed, or where nothing of the name arrived. */
  readonly name?: string;
  readonly dateOfBirth?: Day;
  readonly sex: 'M' | 'F';
  /** As the card has it: where that lies today is the register's to say. */
  readonly address?: string;
  readonly issuedOn?: Day;
}

/** Why a text is no card: what was read stands beside it, so that it can be said in words. */
export type CardFault =
  /** `NOT_A_CARD`: neither fields between bars nor a citizen number. */
  | { readonly code: 'EMPTY' | 'NOT_A_CARD' }
  | { readonly code: 'NUMBER' | 'DATE'; readonly read: string }
  | { readonly code: 'TOO_SHORT'; readonly fields: number };

export type CardReading =
  | { readonly ok: true; readonly card: CitizenCard; readonly warnings: readonly CitizenNumberFinding[] }
  | { readonly ok: false; readonly fault: CardFault };

/** Number, old number, name, birth, sex, address, issue: cards of 2021 have these seven, later ones some more. */
const FIELDS = 7;
const MOST_CHARACTERS = 1_000;
const NAME = /^[\p{L}\p{M}][\p{L}\p{M}'’ʼ. -]{1,99}$/u;

/**
 * Reads the QR text of a citizen card, from a camera or as a reader types it. A reader types through whatever input method
 * is on: digits and bars arrive, letters may not. So the sex follows from the number where the word is lost, and a name
 * that cannot be one is left out. A place or a sex that disagrees is a warning: such papers exist.
 */
export function readCitizenCard(text: string, today: Day): CardReading {
  const clean = text.slice(0, MOST_CHARACTERS).normalize('NFC').replace(/\p{C}/gu, '').trim();
  if (clean === '') return fault({ code: 'EMPTY' });
  const fields = clean.split('|').map((field) => field.replace(/\s+/g, ' ').trim());
  const [number = ''] = fields;
  if (fields.length === 1) return bareNumber(number.replace(/[ .-]/g, ''), today);
  if (!isNumber(number)) return fault({ code: 'NUMBER', read: short(number) });
  if (fields.length < FIELDS) return fault({ code: 'TOO_SHORT', fields: fields.length });
  return wholeCard(fields, today);
}

/** Whether a text is the beginning of what a reader types, and no name that somebody searches for. */
export function looksLikeCard(text: string): boolean {
  return /^[\s.-]*(?:\d[\s.-]*){6}/.test(text) || text.includes('|');
}

function wholeCard(fields: readonly string[], today: Day): CardReading {
  const [citizenNumber = '', , name = '', born = '', sex = '', address = '', issued = ''] = fields;
  const dateOfBirth = dayOf(born);
  if (dateOfBirth === undefined || dateOfBirth > today) return fault({ code: 'DATE', read: short(born) });
  const said = sexOf(sex);
  const birthYear = Number(dateOfBirth.slice(0, 4));
  const warnings = citizenNumberFindings(citizenNumber, { sex: said, birthYear }, yearOf(today));
  const card: CitizenCard = {
    citizenNumber,
    name: NAME.test(name) ? name : undefined,
    dateOfBirth,
    sex: said ?? sexByNumber(citizenNumber),
    address: address === '' ? undefined : address,
    issuedOn: dayOf(issued),
  };
  return { ok: true, card, warnings };
}

/** A card whose code is scratched: the number can be typed by hand. */
function bareNumber(number: string, today: Day): CardReading {
  if (!isNumber(number)) {
    return fault(/\d{6}/.test(number) ? { code: 'NUMBER', read: short(number) } : { code: 'NOT_A_CARD' });
  }
  const warnings = citizenNumberFindings(number, {}, yearOf(today));
  return { ok: true, card: { citizenNumber: number, sex: sexByNumber(number) }, warnings };
}

const fault = (what: CardFault): CardReading => ({ ok: false, fault: what });
const short = (text: string) => text.slice(0, 40);
const isNumber = (text: string) => CITIZEN_NUMBER.test(text);
const yearOf = (day: Day) => Number(day.slice(0, 4));

/** The fourth digit: century and sex (NĐ 137/2015/NĐ-CP, Đ.13). */
function sexByNumber(number: string): 'M' | 'F' {
  return Number(number.charAt(3)) % 2 === 0 ? 'M' : 'F';
}

/** `Nam`, `Nữ`, and what is left of them after a reader has typed them. */
function sexOf(word: string): 'M' | 'F' | undefined {
  if (/^nam$/i.test(word)) return 'M';
  return /^n[uưữ]/i.test(word) ? 'F' : undefined;
}

/** `12041965` → `1965-04-12` */
function dayOf(text: string): Day | undefined {
  const [, date, month, year] = /^(\d{2})(\d{2})(\d{4})$/.exec(text) ?? [];
  const day = `${year}-${month}-${date}`;
  return isDay(day) ? day : undefined;
}
