import { Evaluation } from '../evaluate';
import { EXPRESSION_LIMITS, type Expression } from '../expression';
import type { Environment } from '../types';
import type { CompiledTable } from './compiled';
import { type CellProblem, compileTable } from './compile';
import { rank } from './decide';
import { type Points, pointsOf } from './domain';
import type { DecisionTable } from './table.generated';

/** Something that is wrong with a table as a whole; `example` is one value for each input where it shows. */
export type TableFinding =
  | { readonly code: 'cell'; readonly at: CellProblem }
  | { readonly code: 'wrong-number-of-cells' | 'unreachable-rule' | 'empty-rule'; readonly rule: number }
  | { readonly code: 'overlap' | 'disagreement'; readonly rules: readonly [number, number]; readonly example: Example }
  | { readonly code: 'gap'; readonly example: Example }
  | { readonly code: 'choices-missing' | 'duplicate-column'; readonly column: string }
  | { readonly code: 'sum-of-no-number' | 'too-large-to-check' };
export type Example = readonly unknown[];

export interface Verified {
  readonly table?: CompiledTable;
  readonly findings: readonly TableFinding[];
}

/** How many branches are looked through for gaps before it is said that the table is too large. */
const MOST_BRANCHES = 100_000;
/** What the format allows; a file from elsewhere may hold more. */
const MOST_RULES = 500;
/** Nobody mends more than this at once. */
const MOST_FINDINGS = 100;

/** Whether a table may be published: cells that fit, no gap, no rule that never decides, and what its hit policy asks for. */
export function verifyTable(document: DecisionTable, environment?: Environment): Verified {
  if (document.rules.length > MOST_RULES) return { findings: [{ code: 'too-large-to-check' }] };
  const shape = shapeOf(document);
  if (shape.length > 0) return { findings: shape };
  const { table, problems } = compileTable(document, environment);
  if (!table) return { findings: problems.map((at) => ({ code: 'cell', at })) };
  const columns = document.inputs.map((input, index) => {
    const tests = table.rules.map(({ when }) => when[index] as Expression);
    const points = pointsOf(input, tests);
    return points && cover(points, tests);
  });
  if (!columns.every((column) => column !== undefined)) return { table, findings: [{ code: 'too-large-to-check' }] };
  return { table, findings: new Search(table, columns).findings().slice(0, MOST_FINDINGS) };
}

function shapeOf({ inputs, outputs, rules, hitPolicy }: DecisionTable): readonly TableFinding[] {
  const keys = [...inputs, ...outputs].map(({ key }) => key);
  const needChoices = [...inputs, ...outputs].filter(({ type }) => type === 'choice' || type === 'choices');
  const sums = ['C+', 'C<', 'C>'].includes(hitPolicy);
  const isNumber = outputs.length === 1 && ['number', 'money', 'rate'].includes(outputs[0]?.type ?? '');
  const unranked = hitPolicy === 'P' ? outputs.filter(({ choices }) => !choices) : [];
  return [
    ...keys
      .filter((key, index) => keys.indexOf(key) !== index)
      .map((column): TableFinding => ({ code: 'duplicate-column', column })),
    ...[...needChoices.filter(({ choices = [] }) => choices.length === 0), ...unranked].map(
      ({ key: column }): TableFinding => ({ code: 'choices-missing', column }),
    ),
    ...(sums && !isNumber ? [{ code: 'sum-of-no-number' } as const] : []),
    ...rules.flatMap(({ when, then }, rule): TableFinding[] =>
      when.length === inputs.length && then.length === outputs.length ? [] : [{ code: 'wrong-number-of-cells', rule }],
    ),
  ];
}

/** Of one input: examples that the rules tell apart, each with the rules whose cell holds there. */
type Column = readonly { readonly point: unknown; readonly rules: ReadonlySet<number> }[];

function cover(points: Points, tests: readonly Expression[]): Column {
  const known = new Map<string, Column[number]>();
  for (const point of points) {
    const holds = tests.flatMap((test, rule) => {
      const run = new Evaluation(EXPRESSION_LIMITS.steps);
      return run.of(test, { '?': point }) === true ? [rule] : [];
    });
    const signature = holds.join();
    if (!known.has(signature)) known.set(signature, { point, rules: new Set(holds) });
  }
  return [...known.values()];
}

class Search {
  private branches = 0;

  constructor(
    private readonly table: CompiledTable,
    private readonly columns: readonly Column[],
  ) {}

  findings(): readonly TableFinding[] {
    const rules = this.table.rules.map((_, rule) => rule);
    const empty = rules.filter((rule) => this.columns.some((column) => !column.some((each) => each.rules.has(rule))));
    const real = rules.filter((rule) => !empty.includes(rule));
    const found = [
      ...empty.map((rule): TableFinding => ({ code: 'empty-rule', rule })),
      ...this.overlaps(real),
      ...this.unreachable(real),
      ...this.gaps(rules),
    ];
    return this.branches > MOST_BRANCHES ? [...found, { code: 'too-large-to-check' }] : found;
  }

  /** Rules that hold for the same case: forbidden under U; under A unless they say the same. */
  private overlaps(rules: readonly number[]): readonly TableFinding[] {
    const { hitPolicy } = this.table;
    if (hitPolicy !== 'U' && hitPolicy !== 'A') return [];
    const code = hitPolicy === 'U' ? 'overlap' : 'disagreement';
    return rules.flatMap((second) =>
      rules.flatMap((first): TableFinding[] => {
        if (first >= second || (hitPolicy === 'A' && this.says(first) === this.says(second))) return [];
        const shared = this.columns.map((column) =>
          column.find((each) => each.rules.has(first) && each.rules.has(second)),
        );
        if (!shared.every((each) => each !== undefined)) return [];
        return [{ code, rules: [first, second], example: shared.map(({ point }) => point) }];
      }),
    );
  }

  private says = (rule: number): string => JSON.stringify(this.table.rules[rule]?.then);

  /** Rules that others always forestall: those before them under F, those of a higher output under P. */
  private unreachable(rules: readonly number[]): readonly TableFinding[] {
    const { hitPolicy } = this.table;
    if (hitPolicy !== 'F' && hitPolicy !== 'P') return [];
    const places = this.table.rules.map(
      ({ then }, rule) => (hitPolicy === 'P' ? rank(this.table, fixed(this.table, then)) * 1_000 : 0) + rule,
    );
    const before = (rule: number) => rules.filter((other) => (places[other] ?? 0) < (places[rule] ?? 0));
    return rules.flatMap((rule): TableFinding[] => {
      const others = new Set(before(rule));
      const free = this.uncovered(0, others, rule);
      return free || this.branches > MOST_BRANCHES ? [] : [{ code: 'unreachable-rule', rule }];
    });
  }

  /** Cases that no rule holds for. A table that collects may well find nothing. */
  private gaps(rules: readonly number[]): readonly TableFinding[] {
    if (this.table.hitPolicy.startsWith('C') || this.table.hitPolicy === 'R') return [];
    const example = this.uncovered(0, new Set(rules));
    return example ? [{ code: 'gap', example }] : [];
  }

  /** A case, from this column on, that none of the rules holds for; with `within`, one that this rule holds for. */
  private uncovered(index: number, rules: ReadonlySet<number>, within?: number): Example | undefined {
    this.branches += 1;
    if (this.branches > MOST_BRANCHES) return undefined;
    const rest = this.columns.slice(index);
    const own = (column: Column) => column.find((each) => within === undefined || each.rules.has(within));
    if (rules.size === 0) return rest.map((column) => own(column)?.point);
    for (const { point, rules: holding } of rest[0] ?? []) {
      if (within !== undefined && !holding.has(within)) continue;
      const left = new Set([...rules].filter((rule) => holding.has(rule)));
      const further = this.uncovered(index + 1, left, within);
      if (further) return [point, ...further];
    }
    return undefined;
  }
}

/** The outputs of a rule as far as they are fixed values, which is what priorities are stated for. */
function fixed({ outputs }: CompiledTable, then: readonly Expression[]): unknown {
  const values = then.map((each) => (each.op === 'literal' ? each.value : null));
  return values.length === 1 ? values[0] : Object.fromEntries(outputs.map(({ key }, index) => [key, values[index]]));
}
