import type { JsonSchema, Pointer, Scalar } from './document';
import { isObject } from './pointer';

/** One effect of one condition on one field, read from its canonical shape; `when` is a predicate on the object at `at`. */
export interface Condition {
  readonly at: Pointer;
  readonly field: string;
  readonly effect: 'visible' | 'required' | 'choices' | 'readOnly';
  readonly when: JsonSchema;
  readonly choices?: readonly Scalar[];
}

/** Keywords of a predicate: what can be told of fields without any other keyword of JSON Schema. */
export const PREDICATE_KEYWORDS = [
  'const',
  'enum',
  'minimum',
  'maximum',
  'contains',
  'properties',
  'required',
  'allOf',
  'anyOf',
  'not',
] as const;

/** The conditions that an object's `allOf` states in the canonical shape; anything else there is no condition of ours. */
export function conditionsOf(schema: JsonSchema, at: Pointer): readonly Condition[] {
  const stated = (schema.allOf ?? []).flatMap((entry) => ofEntry(entry, at) ?? []);
  const readOnly = Object.entries(schema.properties ?? {}).flatMap(([field, property]): Condition[] => {
    const when = property ? property['x-readOnlyWhen'] : undefined;
    return when ? [{ at, field, effect: 'readOnly', when }] : [];
  });
  return [...stated, ...readOnly];
}

export function isCanonical(entry: JsonSchema): boolean {
  return ofEntry(entry, '') !== undefined;
}

function ofEntry(entry: JsonSchema, at: Pointer): readonly Condition[] | undefined {
  const { if: when, then, else: otherwise, ...others } = entry;
  if (!when || Object.keys(others).length > 0) return undefined;
  if (otherwise && !then) return hidden(otherwise, at, when);
  if (then && !otherwise) return then.required ? demanded(then, at, when) : narrowed(then, at, when);
  return undefined;
}

/** `{"if": C, "else": {"properties": {"f": false}}}` */
function hidden(otherwise: JsonSchema, at: Pointer, when: JsonSchema): readonly Condition[] | undefined {
  const fields = Object.entries(otherwise.properties ?? {});
  if (!hasOnly(otherwise, 'properties') || fields.some(([, property]) => property !== false)) return undefined;
  return fields.map(([field]) => ({ at, field, effect: 'visible', when }));
}

/** `{"if": C, "then": {"required": ["f"]}}` */
function demanded(then: JsonSchema, at: Pointer, when: JsonSchema): readonly Condition[] | undefined {
  if (!hasOnly(then, 'required')) return undefined;
  return (then.required ?? []).map((field) => ({ at, field, effect: 'required', when }));
}

/** `{"if": C, "then": {"properties": {"f": {"enum": […]}}}}` */
function narrowed(then: JsonSchema, at: Pointer, when: JsonSchema): readonly Condition[] | undefined {
  const fields = Object.entries(then.properties ?? {});
  const isNarrowing = ([, property]: (typeof fields)[number]) =>
    property !== false && property.enum !== undefined && hasOnly(property, 'enum');
  if (!hasOnly(then, 'properties') || !fields.every(isNarrowing)) return undefined;
  return fields.map(([field, property]) => {
    return { at, field, effect: 'choices', when, choices: (property && property.enum) || [] };
  });
}

const hasOnly = (schema: JsonSchema, keyword: keyof JsonSchema) => Object.keys(schema).every((key) => key === keyword);

/** Whether a predicate holds for a value, by the rules of JSON Schema: what a keyword does not speak of, it accepts. */
export function holds(predicate: JsonSchema, value: unknown): boolean {
  return PREDICATE_KEYWORDS.every((keyword) => predicate[keyword] === undefined || JUDGES[keyword](predicate, value));
}

type Judge = (predicate: JsonSchema, value: unknown) => boolean;

const JUDGES: Readonly<Record<(typeof PREDICATE_KEYWORDS)[number], Judge>> = {
  const: (predicate, value) => value === predicate.const,
  enum: (predicate, value) => (predicate.enum ?? []).includes(value as Scalar),
  minimum: (predicate, value) => typeof value !== 'number' || value >= (predicate.minimum ?? value),
  maximum: (predicate, value) => typeof value !== 'number' || value <= (predicate.maximum ?? value),
  contains: (predicate, value) => !Array.isArray(value) || value.some((item) => holds(predicate.contains ?? {}, item)),
  required: (predicate, value) =>
    !isObject(value) || (predicate.required ?? []).every((key) => Object.hasOwn(value, key)),
  properties: (predicate, value) => {
    if (!isObject(value)) return true;
    return Object.entries(predicate.properties ?? {}).every(
      ([key, inner]) => !Object.hasOwn(value, key) || (inner !== false && holds(inner, value[key])),
    );
  },
  allOf: (predicate, value) => (predicate.allOf ?? []).every((inner) => holds(inner, value)),
  anyOf: (predicate, value) => (predicate.anyOf ?? []).some((inner) => holds(inner, value)),
  not: (predicate, value) => !holds(predicate.not ?? {}, value),
};
