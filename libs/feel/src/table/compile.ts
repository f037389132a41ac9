import { check } from '../check';
import { EXPRESSION_LIMITS, type Expression } from '../expression';
import { parse, type Parsed, parseTest } from '../parse';
import type { Problem } from '../problem';
import { BOOLEAN, choiceOf, type Environment, listOf, recordOf, type Type } from '../types';
import type { CompiledTable } from './compiled';
import type { DecisionTable, TableInput, TableOutput } from './table.generated';

/** Where in a table: the head of a column, or the cell where a rule meets it. Counted from nought. */
export interface Cell {
  readonly column: { readonly kind: 'input' | 'output'; readonly index: number };
  /** Missing: the head of the column. */
  readonly rule?: number;
}
export interface CellProblem {
  readonly cell: Cell;
  readonly problem: Problem;
}

export interface Compiled {
  /** Only where nothing is wrong. */
  readonly table?: CompiledTable;
  readonly problems: readonly CellProblem[];
}

/** Parses and types every cell; `environment` is what the inputs may read, everything when it is left out. */
export function compileTable(table: DecisionTable, environment?: Environment): Compiled {
  const problems: CellProblem[] = [];
  const keep = (cell: Cell, parsed: Parsed, found: readonly Problem[]): Expression => {
    problems.push(...found.map((problem) => ({ cell, problem })));
    return parsed.ok ? parsed.expression : NOTHING;
  };
  const inputs = table.inputs.map((input, index) => {
    const parsed = parse(input.expression);
    const found = environment || !parsed.ok ? check(parsed, environment ?? {}, typeOfColumn(input)).problems : [];
    return keep({ column: { kind: 'input', index } }, parsed, [...found, ...nested(parsed)]);
  });
  const rules = table.rules.map(({ when, then }, rule) => ({
    when: table.inputs.map((input, index) => {
      const parsed = parseTest(when[index] ?? '');
      return keep({ column: { kind: 'input', index }, rule }, parsed, testProblems(parsed, input));
    }),
    then: table.outputs.map((output, index) => {
      const parsed = parse(then[index] ?? '');
      const found = isSpoken(parsed, environment)
        ? check(parsed, environment ?? {}, typeOfColumn(output)).problems
        : [];
      return keep({ column: { kind: 'output', index }, rule }, parsed, [...found, ...nested(parsed)]);
    }),
  }));
  if (problems.length > 0) return { problems };
  const { key, hitPolicy } = table;
  const outputs = table.outputs.map((output) => ({ key: output.key, ...priorityOf(hitPolicy, output) }));
  return { table: { key, hitPolicy, inputs, outputs, rules }, problems };
}

const NOTHING: Expression = { op: 'literal', value: null };

/** Without an environment an output that reads names cannot be typed; one that reads none can. */
function isSpoken(parsed: Parsed, environment: Environment | undefined): boolean {
  return environment !== undefined || !parsed.ok || !JSON.stringify(parsed.expression).includes('"op":"name"');
}

const priorityOf = (hitPolicy: string, { choices }: TableOutput) =>
  hitPolicy === 'P' && choices ? { priority: choices.map(({ value }) => value) } : {};

/** What stands in a column: of an input what is tested, of an output what comes out. */
export function typeOfColumn({ type, choices = [] }: Pick<TableInput | TableOutput, 'type' | 'choices'>): Type {
  const values = choices.map(({ value }) => value);
  if (type === 'choice') return choiceOf(values);
  return type === 'choices' ? listOf(choiceOf(values)) : { kind: type };
}

/** What `decide` gives: the one output, or a record of several; a list of them where rules are collected as they are. */
export function typeOfTable({ hitPolicy, outputs }: DecisionTable): Type {
  if (hitPolicy === 'C#') return { kind: 'number' };
  const [first] = outputs;
  const one: Type =
    outputs.length === 1 && first
      ? typeOfColumn(first)
      : recordOf(Object.fromEntries(outputs.map((output) => [output.key, typeOfColumn(output)])));
  return hitPolicy === 'C' || hitPolicy === 'R' ? listOf(one) : one;
}

/** A cell speaks of its input alone and of fixed values: only then can gaps and overlaps be found for certain. */
function testProblems(parsed: Parsed, input: TableInput): readonly Problem[] {
  const { problems } = check(parsed, { '?': typeOfColumn(input) }, BOOLEAN);
  if (problems.length > 0 || !parsed.ok) return problems;
  if (isDecidable(parsed.expression)) return [];
  const part = parsed.text.slice(0, EXPRESSION_LIMITS.characters);
  return [{ reason: 'not-decidable', from: 0, to: part.length, part }];
}

const isInput = (expression: Expression | undefined): boolean => expression?.op === 'name' && expression.name === '?';
const isFixed = (expression: Expression | undefined): boolean => expression?.op === 'literal';

function isDecidable(test: Expression): boolean {
  switch (test.op) {
    case 'literal':
      return typeof test.value === 'boolean';
    case 'name':
      return isInput(test);
    case 'and':
    case 'or':
      return isDecidable(test.left) && isDecidable(test.right);
    case 'compare':
      return (isInput(test.left) && isFixed(test.right)) || (isFixed(test.left) && isInput(test.right));
    case 'in':
      return isInput(test.value) ? test.list.every(isFixed) : isFixed(test.value) && test.list.every(isInput);
    case 'call':
      if (test.function === 'not') return isDecidable(test.arguments[0] ?? NOTHING);
      return test.function === 'list contains' && isInput(test.arguments[0]) && isFixed(test.arguments[1]);
    default:
      return false;
  }
}

/** A table that asks a table could ask itself: what builds on a table says so where it is used. */
function nested(parsed: Parsed): readonly Problem[] {
  if (!parsed.ok) return [];
  return [...parsed.places].flatMap(([{ op }, { from, to }]): Problem[] =>
    op === 'decide' ? [{ reason: 'not-allowed', from, to, part: parsed.text.slice(from, to) }] : [],
  );
}
