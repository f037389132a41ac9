import {
  ANY,
  BOOLEAN,
  check,
  choiceOf,
  DATE,
  type Environment,
  listOf,
  MONEY,
  NUMBER,
  parse,
  recordOf,
  type TableTypes,
  TEXT,
  type Type,
} from '@trinhduyet/feel/publish';
import type { FormDocument, JsonSchema, Pointer } from './document';
import { join } from './pointer';
import type { Finding } from './profile';
import { fieldsOf } from './walk';

/** The fields of a form as an expression reads them. */
export function environmentOf(schema: JsonSchema): Environment {
  const fields = Object.entries(schema.properties ?? {});
  return Object.fromEntries(fields.flatMap(([key, field]) => (field === false ? [] : [[key, typeOfField(field)]])));
}

export function typeOfField(schema: JsonSchema): Type {
  if (schema.properties) return recordOf(environmentOf(schema));
  if (schema.items) return listOf(typeOfField(schema.items));
  if (schema.oneOf) return choiceOf(schema.oneOf.map((choice) => choice.const));
  if (schema['x-unit'] === 'VND') return MONEY;
  if (schema.type === 'boolean') return BOOLEAN;
  if (schema.type === 'number' || schema.type === 'integer') return NUMBER;
  if (schema.format === 'date') return DATE;
  return schema.type === 'string' ? TEXT : ANY;
}

/** What the rules of a form and what it works out get wrong: names that there are not, kinds that do not go together. */
export function expressionFindings(
  { schema }: FormDocument,
  given: Environment,
  tables: TableTypes,
): readonly Finding[] {
  const names = { ...environmentOf(schema), ...given };
  const rules = (schema['x-rules'] ?? []).map(({ id, at, check: text }) => ({ at, id, text, names, wanted: BOOLEAN }));
  const sites = fieldsOf(schema).flatMap(({ schema: field, pointer }) => [
    { field, at: pointer, names },
    ...(field.items ? rows(field.items, pointer, names) : []),
  ]);
  const values = sites.flatMap(({ field, at, names: environment }) => {
    const text = field['x-value'];
    return text === undefined ? [] : [{ at, id: 'x-value', text, names: environment, wanted: typeOfField(field) }];
  });
  return [...rules, ...values].flatMap(({ at, id, text, names: environment, wanted }) =>
    check(parse(text), environment, wanted, tables).problems.map(({ reason, from, part }): Finding => ({
      code: 'rule',
      at,
      detail: `${id}: ${reason} at ${from}: ${part}`,
    })),
  );
}

/** The columns of a table may read their own row. */
function rows(items: JsonSchema, pointer: Pointer, names: Environment) {
  const environment = { ...names, item: typeOfField(items) };
  return fieldsOf(items, join(pointer, 'items')).map(({ schema: field, pointer: at }) => ({
    field,
    at,
    names: environment,
  }));
}
