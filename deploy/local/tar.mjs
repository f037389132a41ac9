import { LauncherError } from './errors.mjs';

const BLOCK = 512;

/** @param {Buffer} field */
const textOf = (field) => field.toString('utf8').split('\0')[0];

/** The sum of a header's bytes, its own checksum field counted as blanks. @param {Buffer} header */
function checksum(header) {
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 0x20 : byte), 0);
}

/**
 * One file out of an unpacked tar archive. Enough for archives of a few plainly named files; so no `tar` is needed.
 * @param {Buffer} archive
 * @param {string} wanted
 * @returns {Buffer}
 */
export function fileInTar(archive, wanted) {
  for (let at = 0; at + BLOCK <= archive.length;) {
    const header = archive.subarray(at, at + BLOCK);
    const name = textOf(header.subarray(0, 100));
    if (!name) break; // two empty blocks end an archive
    if (checksum(header) !== Number.parseInt(textOf(header.subarray(148, 156)), 8)) {
      throw new LauncherError('The archive is damaged.');
    }
    const size = Number.parseInt(textOf(header.subarray(124, 136)), 8);
    const content = archive.subarray(at + BLOCK, at + BLOCK + size);
    if (content.length < size) throw new LauncherError('The archive ends too early.');
    if (name.replace(/^\.\//, '') === wanted) return content;
    at += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new LauncherError(`The archive holds no file ${wanted}.`);
}
