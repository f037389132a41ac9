import type { JsonSchema, Pointer } from './document';
import { join } from './pointer';

/** Every field of a form with the object that it stands in, in the order of the schema. Rows of tables are not entered. */
export interface FieldSite {
  readonly pointer: Pointer;
  readonly at: Pointer;
  readonly key: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

export function fieldsOf(schema: JsonSchema, at: Pointer = ''): readonly FieldSite[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, property]) => {
    if (property === false) return [];
    const pointer = join(at, key);
    const site = { pointer, at, key, schema: property, required: (schema.required ?? []).includes(key) };
    return isGroup(property) ? [site, ...fieldsOf(property, pointer)] : [site];
  });
}

/** An object that only holds fields together; one with a widget of its own (a place) is a field. */
export function isGroup(schema: JsonSchema): boolean {
  const inner = Object.values(schema.properties ?? {});
  return schema.type === 'object' && inner.every((property) => property && property['x-id'] !== undefined);
}
