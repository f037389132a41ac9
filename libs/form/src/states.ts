import { type Condition, holds } from './conditions';
import type { Data, Pointer, Scalar } from './document';
import { join, valueAt, withValueAt } from './pointer';

/** What the data makes of one field. */
export interface FieldState {
  readonly visible: boolean;
  readonly required: boolean;
  readonly readOnly: boolean;
  /** Narrower than the schema's choices; undefined when nothing narrows them. */
  readonly choices?: readonly Scalar[];
}

/** A field as far as states need it: `at` is the object that it stands in. */
export interface StatedField {
  readonly pointer: Pointer;
  readonly at: Pointer;
  readonly key: string;
  readonly required: boolean;
}

/** The state of every field for this data. What stands inside something hidden is hidden. */
export function statesOf(
  fields: readonly StatedField[],
  conditions: readonly Condition[],
  data: Data,
): ReadonlyMap<Pointer, FieldState> {
  const states = new Map<Pointer, FieldState>();
  for (const field of fields) {
    const own = stateOf(field, conditions, data);
    const parent = states.get(field.at);
    states.set(field.pointer, parent?.visible === false ? { ...own, visible: false, required: false } : own);
  }
  return states;
}

function stateOf({ pointer, at, required }: StatedField, conditions: readonly Condition[], data: Data): FieldState {
  const own = conditions.filter((condition) => join(condition.at, condition.field) === pointer);
  const object = valueAt(data, at) ?? {};
  const of = (effect: Condition['effect']) => own.filter((condition) => condition.effect === effect);
  const met = (condition: Condition) => holds(condition.when, object);
  const visible = of('visible').every(met);
  const narrowing = of('choices').filter(met);
  return {
    visible,
    required: visible && (required || of('required').some(met)),
    readOnly: of('readOnly').some(met),
    choices: narrowing.length === 0 ? undefined : narrowing.reduce(narrower, narrowing[0]?.choices ?? []),
  };
}

const narrower = (left: readonly Scalar[], { choices = [] }: Condition) =>
  left.filter((each) => choices.includes(each));

/** The data without what is hidden: nothing invisible is ever kept. Hiding one field may hide another, so it goes on. */
export function pruned(fields: readonly StatedField[], conditions: readonly Condition[], data: Data): Data {
  const hidden = [...statesOf(fields, conditions, data)]
    .filter(([pointer, state]) => !state.visible && valueAt(data, pointer) !== undefined)
    .map(([pointer]) => pointer);
  if (hidden.length === 0) return data;
  return pruned(
    fields,
    conditions,
    hidden.reduce((rest, pointer) => withValueAt(rest, pointer, undefined), data),
  );
}
