import type { CompiledTable, Expression } from '@trinhduyet/feel';
import { NotARule, namesIn, parseRule, withTables } from '@trinhduyet/feel/publish';
import type { FormDocument, JsonSchema, Pointer, RuleText } from './document';
import { type CompiledRule, type ViewPlan, viewPlan } from './plan';
import { join } from './pointer';
import { type Finding, outsideProfile } from './profile';
import { fieldsOf } from './walk';

export { environmentOf, expressionFindings, typeOfField } from './environment';
export type { Finding } from './profile';
export { fieldsOf };

/** Named values that rules may use beside the fields of the form. */
const GIVEN: ReadonlySet<string> = new Set(['today', 'received', 'rule', 'dossier']);

export type Published =
  { readonly ok: true; readonly plan: ViewPlan } | { readonly ok: false; readonly findings: readonly Finding[] };

/** The decision tables of a request type, by key. */
export type Tables = ReadonlyMap<string, CompiledTable>;
const NO_TABLES: Tables = new Map();

/** The view plan of a form that may be published, or every named reason why it may not. Tables that it asks travel in it. */
export function publish(form: FormDocument, tables: Tables = NO_TABLES): Published {
  const rules = (form.schema['x-rules'] ?? []).map((rule) => compiled(rule, form, tables));
  const values = valuesOf(form, tables);
  const findings = [
    ...outsideProfile(form),
    ...rules.flatMap((rule) => ('code' in rule ? [rule] : [])),
    ...values.flatMap(({ value }) => ('code' in value ? [value] : [])),
  ];
  if (findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    plan: viewPlan(form, {
      rules: rules.filter((rule): rule is CompiledRule => 'check' in rule),
      values: new Map(values.flatMap(({ schema, value }) => ('op' in value ? [[schema, value]] : []))),
    }),
  };
}

function compiled({ id, at, check, message }: RuleText, form: FormDocument, tables: Tables): CompiledRule | Finding {
  const expression = expressionOf(check, { at, name: id }, form, tables);
  return 'code' in expression ? expression : { id, at, check: expression, message };
}

/** What is worked out, in fields and in columns of tables. */
function valuesOf(form: FormDocument, tables: Tables): readonly { schema: JsonSchema; value: Expression | Finding }[] {
  const sites = fieldsOf(form.schema).flatMap(({ schema, pointer }) => [
    { schema, pointer },
    ...(schema.items ? fieldsOf(schema.items, join(pointer, 'items')) : []),
  ]);
  return sites.flatMap(({ schema, pointer: at }) => {
    const text = schema['x-value'];
    return text === undefined ? [] : [{ schema, value: expressionOf(text, { at, name: 'x-value' }, form, tables) }];
  });
}

function expressionOf(
  text: string,
  { at, name }: { readonly at: Pointer; readonly name: string },
  form: FormDocument,
  tables: Tables,
) {
  try {
    const expression = withTables(parseRule(text), tables);
    const stranger = [...namesIn(expression)].find((each) => !isKnown(each, form));
    if (stranger === undefined) return expression;
    return { code: 'rule', at, detail: `${name}: unknown name ${stranger}` } satisfies Finding;
  } catch (error) {
    if (!(error instanceof NotARule)) throw error;
    return { code: 'rule', at, detail: `${name}: ${error.message}` } satisfies Finding;
  }
}

function isKnown(name: string, { schema }: FormDocument): boolean {
  return GIVEN.has(name) || Object.hasOwn(schema.properties ?? {}, name);
}
