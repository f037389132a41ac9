import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';

/** A reader sees the old content or the new, never a half. @param {string} file @param {string} content */
export function writePrivately(file, content) {
  writeFileSync(`${file}.part`, content, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}

/** Each start writes a new log and keeps the one before. @param {string} file */
export function rotate(file) {
  if (existsSync(file)) renameSync(file, `${file}.1`);
}

/** @param {string} file */
export function lastLines(file, count = 20) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}
