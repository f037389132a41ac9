import { hash, verify } from '@node-rs/argon2';

/** OWASP's least for argon2id: 19 MiB, two passes; some 20 ms of one core. */
const OPTIONS = {
  algorithm: 2, // argon2id
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};
/** Longer passwords would only cost time. */
const LONGEST = 128;

export function hashPassword(password: string): Promise<string> {
  return hash(password, OPTIONS);
}

let dummy: Promise<string> | undefined;

/** Whether the password fits. Takes as long for an account that does not exist, so that nobody learns which ones do. */
export async function fits(stored: string | undefined, password: string): Promise<boolean> {
  dummy ??= hashPassword('nobody has this password');
  const known = stored ?? (await dummy);
  const right = await verify(known, password.slice(0, LONGEST), OPTIONS).catch(() => false);
  return right && stored !== undefined && password.length <= LONGEST;
}
