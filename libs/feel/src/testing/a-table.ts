import type { DecisionTable, TableInput, TableOutput, TableText } from '../table/table.generated';

export const text = (words: string): TableText => ({ vi: words, en: words });

interface Stated {
  readonly hitPolicy?: DecisionTable['hitPolicy'];
  readonly inputs?: TableInput[];
  readonly output?: Partial<TableOutput>;
  /** A line for each rule: its tests, then its output. */
  readonly rules: readonly (readonly string[])[];
}

/** A table over an age and whether somebody is a member, unless a test says otherwise. */
export function aTable({ hitPolicy = 'F', inputs = INPUTS, output = {}, rules }: Stated): DecisionTable {
  return {
    format: 1,
    key: 'table',
    title: text('table'),
    hitPolicy,
    inputs,
    outputs: [{ key: 'result', label: text('result'), type: 'number', ...output }],
    rules: rules.map((cells) => ({ when: cells.slice(0, -1), then: cells.slice(-1) })),
  };
}

const INPUTS: TableInput[] = [
  { key: 'age', label: text('age'), expression: 'age', type: 'number' },
  { key: 'member', label: text('member'), expression: 'member', type: 'boolean' },
];
