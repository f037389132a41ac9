import type { Evaluation, Names } from '../evaluate';
import type { CompiledTable } from './compiled';

/** What a table says of a case: the value, which rules hit, and for every other rule the first input that did not fit. */
export interface Ruling {
  /** One output: its value; several: a record of them; collected without a sum: a list of either. Null: no answer. */
  readonly value: unknown;
  /** What each input was. */
  readonly inputs: readonly unknown[];
  /** The rules that held, in the order of the table, before the hit policy chose among them. */
  readonly hits: readonly number[];
  /** The rules that the answer comes from. */
  readonly chosen: readonly number[];
  /** Of each rule: the first input whose test did not hold, or undefined for a rule that hit. */
  readonly failed: readonly (number | undefined)[];
  readonly fault?: 'no-rule' | 'several-rules' | 'rules-disagree';
}

type Value = unknown;

/** Decides one case. Never throws: what the hit policy forbids is a fault, and no answer. */
export function decideBy(run: Evaluation, table: CompiledTable, names: Names): Ruling {
  const inputs = table.inputs.map((input) => run.of(input, names));
  const failed = table.rules.map(({ when }) => {
    const at = when.findIndex((test, index) => run.of(test, { '?': inputs[index] ?? null }) !== true);
    return at < 0 ? undefined : at;
  });
  const hits = failed.flatMap((at, rule) => (at === undefined ? [rule] : []));
  const outputOf = (rule: number): Value => outputs(run, table, rule, names);
  return { inputs, hits, failed, ...chosen(table, hits, outputOf) };
}

function outputs(run: Evaluation, table: CompiledTable, rule: number, names: Names): Value {
  const values = table.rules[rule]?.then.map((then) => run.of(then, names)) ?? [];
  if (values.length === 1) return values[0];
  return Object.fromEntries(table.outputs.map(({ key }, index) => [key, values[index] ?? null]));
}

type Chosen = Pick<Ruling, 'value' | 'chosen' | 'fault'>;

function chosen(table: CompiledTable, hits: readonly number[], outputOf: (rule: number) => Value): Chosen {
  const { hitPolicy } = table;
  const [first] = hits;
  if (hitPolicy.startsWith('C') || hitPolicy === 'R') return collected(hitPolicy, hits, hits.map(outputOf));
  if (first === undefined) return { value: null, chosen: [], fault: 'no-rule' };
  switch (hitPolicy) {
    case 'U':
      return hits.length === 1 ? one(first, outputOf) : { value: null, chosen: [], fault: 'several-rules' };
    case 'A': {
      const agree = new Set(hits.map((rule) => JSON.stringify(outputOf(rule)))).size === 1;
      return agree ? { ...one(first, outputOf), chosen: hits } : { value: null, chosen: [], fault: 'rules-disagree' };
    }
    case 'P':
      return one(
        [...hits].sort((a, b) => rank(table, outputOf(a)) - rank(table, outputOf(b)) || a - b)[0] ?? first,
        outputOf,
      );
    default:
      return one(first, outputOf);
  }
}

const one = (rule: number, outputOf: (rule: number) => Value): Chosen => ({ value: outputOf(rule), chosen: [rule] });

/** Place of an output in the list of its values; what is not listed goes last. Further outputs break ties. */
export function rank({ outputs: columns }: Pick<CompiledTable, 'outputs'>, value: Value): number {
  return columns.reduce((sum, { key, priority = [] }) => {
    const own = columns.length === 1 ? value : (value as Names)[key];
    const place = priority.indexOf(String(own));
    return sum * (priority.length + 1) + (place < 0 ? priority.length : place);
  }, 0);
}

function collected(hitPolicy: string, hits: readonly number[], values: readonly Value[]): Chosen {
  if (hitPolicy === 'C#') return { value: values.length, chosen: hits };
  if (hitPolicy === 'R' || hitPolicy === 'C') return { value: values, chosen: hits };
  if (hits.length === 0) return { value: null, chosen: [], fault: 'no-rule' };
  if (!values.every((value) => typeof value === 'number')) return { value: null, chosen: hits };
  if (hitPolicy === 'C+') return { value: values.reduce((sum, each) => sum + each, 0), chosen: hits };
  const value = values.reduce((best, each) => (hitPolicy === 'C<' ? Math.min(best, each) : Math.max(best, each)));
  return { value, chosen: hits.filter((_, index) => values[index] === value) };
}
