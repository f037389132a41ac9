import { evaluate, type Names } from '@trinhduyet/feel';
import { calculated } from './calculated';
import type { Data, Pointer, Text } from './document';
import type { ViewPlan } from './plan';
import { valueAt, withValueAt } from './pointer';
import { namesFor } from './names';
import { pruned, statesOf } from './states';

/** Something that keeps a document from being accepted: where, which kind, and the figures that its sentence needs. */
export interface FieldError {
  readonly at: Pointer;
  readonly code: ErrorCode;
  readonly limit?: string | number;
  readonly actual?: number;
  /** Of a rule: its own sentence. */
  readonly message?: Text;
}

export const ERROR_CODES = [
  'required',
  'type',
  'choice',
  'confirm',
  'pattern',
  'citizen-number',
  'phone',
  'date',
  'format',
  'too-short',
  'too-long',
  'too-small',
  'too-large',
  'step',
  'too-few',
  'too-many',
  'twice',
  'unknown-field',
  'rule',
  'characters',
  'place-fixed',
] as const;
export type ErrorCode = (typeof ERROR_CODES)[number];

/** What a compiled JSON Schema says: the shape of an Ajv error, as far as we read it. */
export interface SchemaError {
  readonly instancePath: string;
  readonly keyword: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export type SchemaCheck = (document: unknown) => readonly SchemaError[];

/** The judgement of a whole document: what is hidden is taken out, what is worked out is put in, then schema and rules are asked. */
export function checkDocument(plan: ViewPlan, schemaCheck: SchemaCheck, data: Data, named: Names): Checked {
  const given = withGroups(plan, pruned(plan.fields, plan.conditions, data));
  const document = calculated(plan, given, named);
  const errors = [...bySchema(plan, schemaCheck(document), document), ...byRules(plan, document, named)];
  return { document, errors: errors.filter((error, index) => firstAt(errors, error) === index) };
}

export interface Checked {
  /** What would be stored. */
  readonly document: Data;
  readonly errors: readonly FieldError[];
}

/** A group that nobody has begun counts as begun, so that what is missing is said of its fields. */
function withGroups(plan: ViewPlan, data: Data): Data {
  const states = statesOf(plan.fields, plan.conditions, data);
  const missing = plan.fields.filter(
    ({ widget, pointer }) =>
      widget === 'group' && states.get(pointer)?.required && valueAt(data, pointer) === undefined,
  );
  return missing.reduce((document, { pointer }) => withValueAt(document, pointer, {}), data);
}

/** One sentence a field is enough. */
function firstAt(errors: readonly FieldError[], { at }: FieldError): number {
  return errors.findIndex((error) => error.at === at);
}

function byRules(plan: ViewPlan, document: Data, named: Names): FieldError[] {
  const names = namesFor(document, named);
  return plan.rules
    .filter(({ check }) => evaluate(check, names) === false)
    .map(({ at, message }) => ({ at, code: 'rule', message }));
}

function bySchema(plan: ViewPlan, errors: readonly SchemaError[], document: Data): FieldError[] {
  const states = statesOf(plan.fields, plan.conditions, document);
  const found = errors.flatMap((error) => read(plan, error, document) ?? []);
  const rank = (error: FieldError) => (states.has(error.at) ? 0 : 1);
  return [...found].sort((left, right) => rank(left) - rank(right));
}

type Reading = Omit<FieldError, 'at'> & { readonly below?: string };
const KEYWORDS: Readonly<Record<string, (params: Readonly<Record<string, unknown>>, value: unknown) => Reading>> = {
  required: ({ missingProperty }) => ({ code: 'required', below: String(missingProperty) }),
  additionalProperties: ({ additionalProperty }) => ({ code: 'unknown-field', below: String(additionalProperty) }),
  type: () => ({ code: 'type' }),
  oneOf: () => ({ code: 'choice' }),
  enum: () => ({ code: 'choice' }),
  const: () => ({ code: 'confirm' }),
  pattern: () => ({ code: 'pattern' }),
  format: ({ format }) => ({ code: format === 'date' ? 'date' : 'format' }),
  minLength: ({ limit }, value) => ({ code: 'too-short', limit: Number(limit), actual: String(value).length }),
  maxLength: ({ limit }, value) => ({ code: 'too-long', limit: Number(limit), actual: String(value).length }),
  minimum: ({ limit }) => ({ code: 'too-small', limit: Number(limit) }),
  maximum: ({ limit }) => ({ code: 'too-large', limit: Number(limit) }),
  multipleOf: () => ({ code: 'step' }),
  minItems: ({ limit }, value) => ({ code: 'too-few', limit: Number(limit), actual: (value as unknown[]).length }),
  maxItems: ({ limit }, value) => ({ code: 'too-many', limit: Number(limit), actual: (value as unknown[]).length }),
  uniqueItems: () => ({ code: 'twice' }),
};

/** Errors of `if` and of single choices only repeat what another error says. */
function read(plan: ViewPlan, error: SchemaError, document: Data): FieldError | undefined {
  const reading = KEYWORDS[error.keyword];
  if (!reading || (error.keyword === 'const' && isChoice(plan, error.instancePath))) return undefined;
  const value = valueAt(document, error.instancePath);
  const { below, code, ...figures } = reading(error.params, value);
  const at = below === undefined ? error.instancePath : `${error.instancePath}/${below}`;
  return { at, code: special(plan, at, code), ...figures, ...shortfall(plan, at, value) };
}

function fieldAt(plan: ViewPlan, at: Pointer) {
  return plan.fields.find(({ pointer }) => pointer === at);
}

function isChoice(plan: ViewPlan, at: Pointer): boolean {
  const field = fieldAt(plan, at) ?? fieldAt(plan, at.replace(/\/\d+(\/[^/]+)?$/, ''));
  return field?.widget === 'choice' || field?.widget === 'choices' || field?.widget === 'table';
}

function special(plan: ViewPlan, at: Pointer, code: ErrorCode): ErrorCode {
  const widget = fieldAt(plan, at)?.widget;
  const isShape = code === 'pattern' || code === 'too-short' || code === 'too-long';
  if (isShape && widget === 'citizen-number') return 'citizen-number';
  if (isShape && widget === 'phone') return 'phone';
  return code === 'required' && widget === 'confirm' ? 'confirm' : code;
}

/** “12 digits, you have typed 11”: the figure is what helps. */
function shortfall(plan: ViewPlan, at: Pointer, value: unknown): { actual?: number } {
  const counts = fieldAt(plan, at)?.widget === 'citizen-number' && typeof value === 'string';
  return counts ? { actual: value.replace(/\D/g, '').length } : {};
}
