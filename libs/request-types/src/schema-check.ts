import { isDay } from '@trinhduyet/calendar';
import type { JsonSchema, SchemaCheck, SchemaError } from '@trinhduyet/form';
import { _ } from 'ajv';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import standaloneCode from 'ajv/dist/standalone';
import { createHash } from 'node:crypto';
import { RE2JS } from 're2js';

/** Our own keywords: JSON Schema has nothing to say about them. */
const ANNOTATIONS = ['x-id', 'x-class', 'x-codes', 'x-unit', 'x-readOnlyWhen', 'x-rules', 'x-value'];
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** Deeper than any published form: guards run before a check that collects every error. */
const MOST_DEPTH = 16;
const MOST_ITEMS = 2_000;

/** Decimals to which a number is a multiple of a step: 12.3 is 123 steps of 0.1, although no double says so. */
const STEP_PRECISION = 9;

/** How often Ajv compiled a schema in this process; a test holds that it is once per form version. */
export const compiles = { count: 0 };

/**
 * The check of a published schema as the server runs it. Patterns run on RE2, in linear time whatever was typed. Every
 * error is collected, so a document that is too deep or too long is refused before.
 */
export function schemaCheck(schema: JsonSchema): SchemaCheck {
  compiles.count += 1;
  const ajv = ajvWith({ regExp: linear });
  const validate: ValidateFunction = ajv.compile(schema);
  return (document) => {
    if (isTooLarge(document)) return [{ instancePath: '', keyword: 'type', params: {} }];
    return validate(document) ? [] : ((validate.errors ?? []) as SchemaError[]);
  };
}

/** The same check as a module for the browser, without Ajv and without `eval`: served as a file named by its digest. */
export function standaloneCheck(schema: JsonSchema): { readonly code: string; readonly sha256: string } {
  const ajv = ajvWith({ source: true, esm: true, formats: _`formats` });
  const code = `${PRELUDE}${selfContained(standaloneCode(ajv, ajv.compile(withoutWords(schema))))}`;
  return { code, sha256: createHash('sha256').update(code).digest('hex') };
}

function ajvWith(code: NonNullable<ConstructorParameters<typeof Ajv2020>[0]>['code']): Ajv2020 {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code,
    multipleOfPrecision: STEP_PRECISION,
  });
  for (const keyword of ANNOTATIONS) ajv.addKeyword({ keyword });
  ajv.addFormat('date', isDay);
  ajv.addFormat('uuid', UUID);
  return ajv;
}

/** Ajv tells patterns apart by `toString`. */
function linear(pattern: string): { test(text: string): boolean; toString(): string } {
  const compiled = RE2JS.compile(RE2JS.translateRegExp(pattern));
  return { test: (text) => compiled.matcher(text).find(), toString: () => pattern };
}
linear.code = 'linear';

/** What the generated code would ask of Ajv's own files, and of our formats, in a dozen lines. */
const PRELUDE = `
const formats = {
  date: (text) => /^\\d{4}-\\d{2}-\\d{2}$/.test(text) && !Number.isNaN(Date.parse(text + 'T00:00:00Z'))
    && new Date(text + 'T00:00:00Z').toISOString().slice(0, 10) === text,
};
const length = (text) => [...text].length;
const equal = (a, b) => a === b || (typeof a === 'object' && a !== null && JSON.stringify(a) === JSON.stringify(b));
`;

function selfContained(code: string): string {
  const inlined = code
    .replace(/^"use strict";/, '')
    .replace(/require\("ajv\/dist\/runtime\/ucs2length"\)\.default/g, 'length')
    .replace(/require\("ajv\/dist\/runtime\/equal"\)\.default/g, 'equal');
  if (inlined.includes('require(')) throw new Error('The check needs a file of Ajv that is not inlined.');
  return inlined;
}

/** Titles and our own keywords would only travel with the code. */
function withoutWords(schema: JsonSchema): JsonSchema {
  const strip = (value: unknown, isProperties: boolean): unknown => {
    if (Array.isArray(value)) return value.map((item) => strip(item, false));
    if (typeof value !== 'object' || value === null) return value;
    const kept = Object.entries(value).filter(
      ([key]) => isProperties || !(key.startsWith('x-') || ['title', 'description', '$id'].includes(key)),
    );
    return Object.fromEntries(kept.map(([key, inner]) => [key, strip(inner, key === 'properties' && !isProperties)]));
  };
  return strip(schema, false) as JsonSchema;
}

function isTooLarge(value: unknown, depth = 0): boolean {
  if (depth > MOST_DEPTH) return true;
  if (typeof value !== 'object' || value === null) return false;
  const inner = Object.values(value);
  return inner.length > MOST_ITEMS || inner.some((each) => isTooLarge(each, depth + 1));
}
