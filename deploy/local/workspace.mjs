import { resolve } from 'node:path';

/** The folder of the clone. */
export const workspace = resolve(import.meta.dirname, '../..');
