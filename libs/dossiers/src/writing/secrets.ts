import { createCipheriv, createDecipheriv, createHmac, randomBytes, randomInt } from 'node:crypto';

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

const IV_BYTES = 12;
const TAG_BYTES = 16;
const sealingKey = (secret: string) => createHmac('sha256', secret).update('seal:citizen-number').digest();

/** A citizen number as the register keeps it: AES-256-GCM, so that whoever copies the table has no numbers. */
export function sealNumber(secret: string, citizenNumber: string): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', sealingKey(secret), iv);
  const sealed = Buffer.concat([cipher.update(citizenNumber, 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), sealed]);
}

/** Throws when the seal was broken, or made by an installation with another secret. */
export function openNumber(secret: string, sealed: Buffer): string {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey(secret), sealed.subarray(0, IV_BYTES));
  decipher.setAuthTag(sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
  return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8');
}
