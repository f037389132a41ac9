import type { FormDocument, RuleText } from './document';
import { type ViewPlan, viewPlan } from './plan';
import { type Finding, outsideProfile } from './profile';
import type { CompiledRule, Expression } from './rules/expression';
import { NotARule, namesIn, parseRule } from './rules/parse';

export type { Finding } from './profile';
export { NotARule, parseRule } from './rules/parse';
export { fieldsOf } from './walk';

/** Named values that rules may use beside the fields of the form. */
const GIVEN: ReadonlySet<string> = new Set(['today', 'received', 'rule', 'dossier']);

export type Published =
  { readonly ok: true; readonly plan: ViewPlan } | { readonly ok: false; readonly findings: readonly Finding[] };

/** The view plan of a form that may be published, or every named reason why it may not. */
export function publish(form: FormDocument): Published {
  const rules = (form.schema['x-rules'] ?? []).map((rule) => compiled(rule, form));
  const findings = [...outsideProfile(form), ...rules.flatMap((rule) => ('code' in rule ? [rule] : []))];
  if (findings.length > 0) return { ok: false, findings };
  return {
    ok: true,
    plan: viewPlan(
      form,
      rules.filter((rule): rule is CompiledRule => 'check' in rule),
    ),
  };
}

function compiled({ id, at, check, message }: RuleText, form: FormDocument): CompiledRule | Finding {
  try {
    const expression = parseRule(check);
    const stranger = [...namesIn(expression)].find((name) => !isKnown(name, form));
    if (stranger !== undefined) return { code: 'rule', at, detail: `${id}: unknown name ${stranger}` };
    return { id, at, check: expression satisfies Expression, message };
  } catch (error) {
    if (!(error instanceof NotARule)) throw error;
    return { code: 'rule', at, detail: `${id}: ${error.message}` };
  }
}

function isKnown(name: string, { schema }: FormDocument): boolean {
  return GIVEN.has(name) || Object.hasOwn(schema.properties ?? {}, name);
}
