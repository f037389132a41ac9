import { isCanonical, PREDICATE_KEYWORDS } from './conditions';
import type { FormDocument, JsonSchema, Pointer } from './document';
import { LIMITS } from './limits';
import { join } from './pointer';
import { fieldsOf, isGroup } from './walk';

/** A named reason why a form cannot be published, and where it is. */
export interface Finding {
  readonly code:
    | 'keyword-not-in-profile'
    | 'unclassified-field'
    | 'field-without-id'
    | 'id-used-twice'
    | 'condition-not-canonical'
    | 'condition-on-unknown-field'
    | 'unbounded-text'
    | 'unbounded-list'
    | 'too-many-fields'
    | 'too-deep'
    | 'too-long'
    | 'too-many-choices'
    | 'pattern-too-long'
    | 'pattern-not-linear'
    | 'field-on-no-page'
    | 'page-names-unknown-field'
    | 'missing-translation'
    | 'unsafe-name'
    | 'rule';
  readonly at: Pointer;
  readonly detail?: string;
}

/** The one list of keywords: what the renderer shows, the validator compiles and the designer edits. */
export const FIELD_KEYWORDS: ReadonlySet<string> = new Set([
  'type',
  'title',
  'description',
  'properties',
  'required',
  'additionalProperties',
  'items',
  'oneOf',
  'const',
  'pattern',
  'format',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'multipleOf',
  'minItems',
  'maxItems',
  'uniqueItems',
  'allOf',
  'x-id',
  'x-class',
  'x-codes',
  'x-unit',
  'x-readOnlyWhen',
  'x-value',
]);
const ROOT_KEYWORDS: ReadonlySet<string> = new Set([...FIELD_KEYWORDS, '$schema', '$id', 'x-rules']);
const UNSAFE_NAMES: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Everything that keeps a form from being published, but its rules and patterns, which need their parsers. */
export function outsideProfile(form: FormDocument): readonly Finding[] {
  const fields = fieldsOf(form.schema);
  const characters = JSON.stringify(form.schema).length;
  return [
    ...(characters > LIMITS.characters ? [{ code: 'too-long', at: '', detail: String(characters) } as const] : []),
    ...(fields.length > LIMITS.fields
      ? [{ code: 'too-many-fields', at: '', detail: String(fields.length) } as const]
      : []),
    ...ofSchema(form.schema, '', 0),
    ...ofIds(form),
    ...ofPages(form),
  ];
}

function ofSchema(schema: JsonSchema, at: Pointer, depth: number): readonly Finding[] {
  if (depth > LIMITS.depth) return [{ code: 'too-deep', at }];
  const allowed = at === '' ? ROOT_KEYWORDS : FIELD_KEYWORDS;
  const foreign = Object.keys(schema).filter((keyword) => !allowed.has(keyword));
  const inner = Object.entries(schema.properties ?? {}).flatMap(([key, property]): readonly Finding[] => {
    const below = join(at, key);
    if (UNSAFE_NAMES.has(key)) return [{ code: 'unsafe-name', at: below }];
    return property === false ? [] : [...ofField(property, below), ...ofSchema(property, below, depth + 1)];
  });
  const rows = schema.items ? ofSchema(schema.items, join(at, 'items'), depth + 1) : [];
  return [
    ...foreign.map((detail): Finding => ({ code: 'keyword-not-in-profile', at, detail })),
    ...ofConditions(schema, at),
    ...bounds(schema, at),
    ...inner,
    ...rows,
  ];
}

function ofField(schema: JsonSchema, at: Pointer): readonly Finding[] {
  if (isGroup(schema) || at.includes('/place/')) return [];
  return schema['x-class'] === undefined ? [{ code: 'unclassified-field', at }] : [];
}

function ofConditions(schema: JsonSchema, at: Pointer): readonly Finding[] {
  const known = Object.keys(schema.properties ?? {});
  return (schema.allOf ?? []).flatMap((entry, index): readonly Finding[] => {
    const place = join(join(at, 'allOf'), index);
    if (!isCanonical(entry)) return [{ code: 'condition-not-canonical', at: place }];
    const named = [...fieldsNamed(entry.if ?? {}), ...targetsOf(entry)];
    return named
      .filter((key) => !known.includes(key))
      .map((detail) => ({ code: 'condition-on-unknown-field', at: place, detail }));
  });
}

function targetsOf({ then, else: otherwise }: JsonSchema): readonly string[] {
  return [
    ...(then?.required ?? []),
    ...Object.keys(then?.properties ?? {}),
    ...Object.keys(otherwise?.properties ?? {}),
  ];
}

function fieldsNamed(predicate: JsonSchema): readonly string[] {
  const nested = [...(predicate.allOf ?? []), ...(predicate.anyOf ?? []), ...(predicate.not ? [predicate.not] : [])];
  const foreign = Object.keys(predicate).filter(
    (keyword) => !(PREDICATE_KEYWORDS as readonly string[]).includes(keyword),
  );
  return [
    ...Object.keys(predicate.properties ?? {}),
    ...(predicate.required ?? []),
    ...nested.flatMap(fieldsNamed),
    ...foreign.map((keyword) => `#${keyword}`),
  ];
}

/** Without bounds a form would accept a name of 10,000 characters, and a list without an end. */
function bounds(schema: JsonSchema, at: Pointer): readonly Finding[] {
  const isClosed = schema.oneOf ?? schema.enum ?? schema.format ?? schema.maxLength ?? schema.pattern;
  const choices = (schema.oneOf ?? schema.enum ?? []).length;
  const pattern = schema.pattern ?? '';
  return [
    ...(schema.type === 'string' && isClosed === undefined ? [{ code: 'unbounded-text', at } as const] : []),
    ...(schema.type === 'array' && schema.maxItems === undefined ? [{ code: 'unbounded-list', at } as const] : []),
    ...(choices > LIMITS.choices ? [{ code: 'too-many-choices', at } as const] : []),
    ...(pattern.length > LIMITS.patternCharacters ? [{ code: 'pattern-too-long', at } as const] : []),
  ];
}

function ofIds(form: FormDocument): readonly Finding[] {
  const fields = fieldsOf(form.schema).filter(({ schema }) => !isGroup(schema));
  const ids = fields.map(({ schema }) => schema['x-id']);
  return fields.flatMap(({ pointer, schema }, index): readonly Finding[] => {
    const id = schema['x-id'];
    if (id === undefined) return [{ code: 'field-without-id', at: pointer }];
    const repeated = ids.indexOf(id) !== index;
    const untranslated = form.en.fields[id] === undefined;
    return [
      ...(repeated ? [{ code: 'id-used-twice', at: pointer, detail: id } as const] : []),
      ...(untranslated ? [{ code: 'missing-translation', at: pointer, detail: id } as const] : []),
    ];
  });
}

function ofPages(form: FormDocument): readonly Finding[] {
  const fields = fieldsOf(form.schema).filter(({ schema }) => !isGroup(schema));
  const pages = form.ui['ui:pages'];
  const placed = new Set([
    ...pages.flatMap(({ sections }) => sections.flatMap(({ at, fields: keys }) => keys.map((key) => join(at, key)))),
    ...(form.ui['ui:declaration'] ?? []).map((key) => join('', key)),
  ]);
  const known = new Set(fields.map(({ pointer }) => pointer));
  const untitled = pages.filter(({ key }) => form.en.pages[key] === undefined);
  return [
    ...fields
      .filter(({ pointer }) => !placed.has(pointer))
      .map(({ pointer: at }): Finding => ({ code: 'field-on-no-page', at })),
    ...[...placed].filter((at) => !known.has(at)).map((at): Finding => ({ code: 'page-names-unknown-field', at })),
    ...untitled.map(({ key }): Finding => ({ code: 'missing-translation', at: '', detail: `page ${key}` })),
  ];
}
