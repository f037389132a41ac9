import type { Expression } from '@trinhduyet/feel';
import { type Condition, conditionsOf } from './conditions';
import type { FieldClass, FormDocument, JsonSchema, Pointer, Scalar, Text, UiSchema } from './document';
import { LIMITS } from './limits';
import { isObject, segmentsOf } from './pointer';
import { fieldsOf, type FieldSite, isGroup } from './walk';

export interface CompiledRule {
  readonly id: string;
  readonly at: Pointer;
  readonly check: Expression;
  readonly message: Text;
}

export type Widget =
  | 'text'
  | 'long-text'
  | 'number'
  | 'money'
  | 'date'
  | 'yes-no'
  | 'tick'
  | 'confirm'
  | 'choice'
  | 'choices'
  | 'codes'
  | 'citizen-number'
  | 'phone'
  | 'place'
  | 'photos'
  | 'table';

export interface PlanField {
  readonly pointer: Pointer;
  readonly at: Pointer;
  readonly key: string;
  readonly id: string;
  readonly class: FieldClass;
  readonly widget: Widget;
  readonly title: Text;
  readonly help?: Text;
  readonly required: boolean;
  readonly choices?: readonly { readonly value: Scalar; readonly title: Text }[];
  readonly codes?: string;
  readonly autocomplete?: string;
  /** Worked out instead of asked for. */
  readonly value?: Expression;
  /** Of a table: what each row holds. */
  readonly columns?: readonly PlanField[];
  readonly schema: JsonSchema;
}

/** At most 25 fields of one object, and a schema of them without conditions that never changes. */
export interface PlanSection {
  readonly key: string;
  readonly at: Pointer;
  readonly fields: readonly PlanField[];
  readonly schema: JsonSchema;
}
export interface PlanPage {
  readonly key: string;
  readonly title: Text;
  readonly sections: readonly PlanSection[];
}

/** All that a page needs to show a form version, made once when it is published. */
export interface ViewPlan {
  readonly title: Text;
  readonly pages: readonly PlanPage[];
  readonly declaration: readonly PlanField[];
  /** Every field in the order of the schema, groups too: what states and pruning go by. */
  readonly fields: readonly (PlanField | GroupField)[];
  readonly conditions: readonly Condition[];
  readonly rules: readonly CompiledRule[];
}

/** An object that only holds fields together. */
export type GroupField = Pick<PlanField, 'pointer' | 'at' | 'key' | 'required'> & { readonly widget: 'group' };

/** What of a form is in the language of rules, parsed: `values` by the schema of the field that is worked out. */
export interface CompiledParts {
  readonly rules: readonly CompiledRule[];
  readonly values: ReadonlyMap<JsonSchema, Expression>;
}

export function viewPlan(form: FormDocument, { rules, values }: CompiledParts): ViewPlan {
  const sites = fieldsOf(form.schema);
  const fields = sites.map((site) => (isGroup(site.schema) ? groupField(site) : planField(site, form, values)));
  const shown = new Map(fields.flatMap((field) => (field.widget === 'group' ? [] : [[field.pointer, field]])));
  return {
    title: { vi: form.schema.title ?? '', en: form.en.title },
    pages: form.ui['ui:pages'].map((page) => ({
      key: page.key,
      title: { vi: page.title, en: form.en.pages[page.key] ?? page.title },
      sections: page.sections.flatMap(({ at, fields: keys }) =>
        sectionsOf(
          at,
          keys.flatMap((key) => shown.get(`${at}/${key}`) ?? []),
          page.key,
        ),
      ),
    })),
    declaration: (form.ui['ui:declaration'] ?? []).flatMap((key) => shown.get(`/${key}`) ?? []),
    fields,
    conditions: [form.schema, ...sites.filter(({ schema }) => isGroup(schema)).map(({ schema }) => schema)].flatMap(
      (schema) => conditionsOf(schema, pointerOf(schema, form.schema, sites)),
    ),
    rules,
  };
}

function pointerOf(schema: JsonSchema, root: JsonSchema, sites: readonly FieldSite[]): Pointer {
  return schema === root ? '' : (sites.find((site) => site.schema === schema)?.pointer ?? '');
}

function sectionsOf(at: Pointer, fields: readonly PlanField[], page: string): readonly PlanSection[] {
  const count = Math.ceil(fields.length / LIMITS.fieldsOfSection);
  return Array.from({ length: count }, (_, index) => {
    const own = fields.slice(index * LIMITS.fieldsOfSection, (index + 1) * LIMITS.fieldsOfSection);
    return { key: `${page}${at}#${index}`, at, fields: own, schema: flatSchema(own) };
  });
}

/** Without titles, requirements and conditions: those live in the field store, so that this object never changes. */
function flatSchema(fields: readonly PlanField[]): JsonSchema {
  const properties = fields.map(({ key, schema }): [string, JsonSchema] => [
    key,
    schema.type ? { type: schema.type } : {},
  ]);
  return { type: 'object', properties: Object.fromEntries(properties) };
}

function groupField({ pointer, at, key, required }: FieldSite): GroupField {
  return { pointer, at, key, required, widget: 'group' };
}

function planField(site: FieldSite, form: FormDocument, values: CompiledParts['values']): PlanField {
  const { pointer, at, key, schema, required } = site;
  const hints = hintsOf(form.ui, pointer);
  const id = schema['x-id'] ?? key;
  const words = form.en.fields[id];
  const choices = schema.oneOf ?? schema.items?.oneOf;
  return {
    pointer,
    at,
    key,
    id,
    required,
    schema,
    class: schema['x-class'] ?? 'sensitive',
    widget: widgetOf(schema, hints['ui:widget']),
    title: { vi: schema.title ?? key, en: words?.title ?? schema.title ?? key },
    help:
      schema.description === undefined
        ? undefined
        : { vi: schema.description, en: words?.description ?? schema.description },
    choices: choices?.map(({ const: value, title }) => ({
      value,
      title: { vi: title, en: words?.choices?.[String(value)] ?? title },
    })),
    codes: schema['x-codes'],
    autocomplete: hints['ui:autocomplete'],
    value: values.get(schema),
    columns:
      schema.items?.properties && fieldsOf(schema.items, pointer).map((column) => planField(column, form, values)),
  };
}

interface Hints {
  readonly 'ui:widget'?: string;
  readonly 'ui:autocomplete'?: string;
}

function hintsOf(ui: UiSchema, pointer: Pointer): Hints {
  const found = segmentsOf(pointer).reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), ui);
  return isObject(found) ? (found as Hints) : {};
}

const NAMED: ReadonlySet<string> = new Set<Widget>([
  ...(['long-text', 'tick', 'codes', 'citizen-number', 'phone', 'place', 'photos', 'table'] as const),
]);

function widgetOf(schema: JsonSchema, named: string | undefined): Widget {
  if (named !== undefined && NAMED.has(named)) return named as Widget;
  if (schema['x-codes'] !== undefined) return 'codes';
  if (schema.oneOf) return 'choice';
  if (schema.items?.oneOf) return 'choices';
  if (schema.format === 'date') return 'date';
  if (schema['x-unit'] === 'VND') return 'money';
  if (schema.type === 'boolean') return schema.const === true ? 'confirm' : 'yes-no';
  return schema.type === 'number' || schema.type === 'integer' ? 'number' : 'text';
}
