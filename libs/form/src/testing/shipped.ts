import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormDocument } from '../document';

const forms = join(__dirname, '../../../../forms');
const read = (...path: string[]) => JSON.parse(readFileSync(join(forms, ...path), 'utf8')) as never;

/** A form that ships, for tests: `housing/form` or `housing/steps/survey`. */
export function shippedForm(folder: string): FormDocument {
  return { schema: read(folder, 'schema.json'), ui: read(folder, 'ui.json'), en: read(folder, 'texts.en.json') };
}
