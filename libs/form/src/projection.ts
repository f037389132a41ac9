import type { Data, FieldClass, Pointer } from './document';
import type { GroupField, PlanField, ViewPlan } from './plan';
import { valueAt, withValueAt } from './pointer';

export type Access = 'masked' | 'read';

/** What somebody may see of a document: the data itself, and which fields were masked in it. */
export interface Projection {
  readonly data: Data;
  readonly access: Readonly<Record<Pointer, Access>>;
}

/** The document for somebody who sees these classes of fields; the others are masked, never sent whole. */
export function projected(plan: ViewPlan, document: Data, sees: readonly FieldClass[]): Projection {
  const masked = plan.fields.filter(
    (field): field is PlanField => isField(field) && !sees.includes(field.class) && present(document, field),
  );
  return {
    data: masked.reduce((data, { pointer }) => withValueAt(data, pointer, mask(valueAt(document, pointer))), document),
    access: Object.fromEntries(masked.map(({ pointer }) => [pointer, 'masked' as const])),
  };
}

const isField = (field: PlanField | GroupField): field is PlanField => field.widget !== 'group';
const present = (document: Data, { pointer }: PlanField) => valueAt(document, pointer) !== undefined;

/** Enough to compare with a paper in the hand (`0921••••••••`), too little to spread. */
function mask(value: unknown): unknown {
  if (typeof value !== 'string') return undefined;
  return value.length < 8 ? '•'.repeat(value.length) : value.slice(0, 4) + '•'.repeat(value.length - 4);
}
