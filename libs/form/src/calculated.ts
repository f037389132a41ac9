import { evaluate, type Names } from '@trinhduyet/feel';
import type { Data } from './document';
import type { PlanField, ViewPlan } from './plan';
import { isObject, join, valueAt, withValueAt } from './pointer';
import { namesFor } from './names';
import { statesOf } from './states';

/**
 * The document with everything that the form works out by itself: totals, shares, ceilings. What somebody sent in such a
 * place is replaced; what cannot be worked out yet is not there. In the order of the form, so that one may build on another.
 */
export function calculated(plan: ViewPlan, data: Data, named: Names): Data {
  const fields = plan.fields.filter((field): field is PlanField => field.widget !== 'group' && isWorkedOut(field));
  if (fields.length === 0) return data;
  const states = statesOf(plan.fields, plan.conditions, data);
  return fields.reduce((document, field) => {
    if (!states.get(field.pointer)?.visible) return document;
    const value = field.value
      ? (evaluate(field.value, namesFor(document, named)) ?? undefined)
      : rowsOf(field, document, named);
    return valueAt(document, field.pointer) === value ? document : withValueAt(document, field.pointer, value);
  }, data);
}

const isWorkedOut = ({ value, columns = [] }: PlanField) => value !== undefined || columns.some((each) => each.value);

/** Each row's own calculations; `item` names the row. */
function rowsOf({ pointer, columns = [] }: PlanField, document: Data, named: Names): unknown {
  const rows = valueAt(document, pointer);
  if (!Array.isArray(rows)) return rows;
  const names = namesFor(document, named);
  const worked = rows.map((row: unknown) => {
    if (!isObject(row)) return row;
    return columns.reduce<Data>((item, { key, value }) => {
      if (!value) return item;
      const result = evaluate(value, { ...names, item }) ?? undefined;
      return item[key] === result ? item : withValueAt(item, join('', key), result);
    }, row);
  });
  return worked.every((row, index) => row === rows[index]) ? rows : worked;
}
