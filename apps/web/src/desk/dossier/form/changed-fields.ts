import { type Data, type Pointer, valueAt, type ViewPlan } from '@trinhduyet/form';

/** The questions whose answers differ between two versions of a document. */
export function changedFields({ fields }: Pick<ViewPlan, 'fields'>, before: Data, after: Data): ReadonlySet<Pointer> {
  const differs = (pointer: Pointer) =>
    JSON.stringify(valueAt(before, pointer)) !== JSON.stringify(valueAt(after, pointer));
  return new Set(
    fields.filter(({ widget, pointer }) => widget !== 'group' && differs(pointer)).map(({ pointer }) => pointer),
  );
}
