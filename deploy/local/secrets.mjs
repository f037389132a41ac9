import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { writePrivately } from './files.mjs';

/**
 * Secrets of this installation: made once, kept in a file that only its owner can read.
 * @template {string} Name
 * @param {string} file
 * @param {readonly Name[]} names
 * @returns {Record<Name, string>}
 */
export function keptSecrets(file, names) {
  const kept = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const missing = names.filter((name) => !(name in kept));
  for (const name of missing) kept[name] = randomBytes(24).toString('base64url');
  if (missing.length > 0) writePrivately(file, `${JSON.stringify(kept, null, 2)}\n`);
  return kept;
}
