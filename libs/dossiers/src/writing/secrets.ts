import { createHmac, randomInt } from 'node:crypto';

/** Without I, L, O and U: nothing to misread from a paper, nothing to spell. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const PIN_DIGITS = 6;

/** A short code under which anybody may follow a dossier, together with its PIN: `T7K-4Q2`. */
export function randomLookupCode(): string {
  const letters = Array.from({ length: 6 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}

/** The PIN of a dossier follows from its id and the installation's secret, so that it stands nowhere. */
export function pinOf(secret: string, dossierId: string): string {
  const number = createHmac('sha256', secret).update(`pin:${dossierId}`).digest().readUInt32BE();
  return String(number % 10 ** PIN_DIGITS).padStart(PIN_DIGITS, '0');
}

/** Tells whether two dossiers are of the same person without keeping the number. */
export function subjectKey(secret: string, citizenNumber: string): Buffer | null {
  return citizenNumber === '' ? null : createHmac('sha256', secret).update(`subject:${citizenNumber}`).digest();
}
