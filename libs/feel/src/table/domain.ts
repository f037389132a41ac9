import type { Expression } from '../expression';
import type { TableInput } from './table.generated';

/** The cases of one input between which no cell of its column makes a difference: one example for each. */
export type Points = readonly unknown[];

/** More combinations of choices than this are not looked through. */
const MOST_CHOICES = 12;

/**
 * One example of everything that the cells of a column tell apart. Cells compare the input with fixed values only, so
 * that the values, what lies between them and what lies beyond them is all there is. Undefined: too many to look through.
 */
export function pointsOf(input: TableInput, tests: readonly Expression[]): Points | undefined {
  const fixed = [...new Set(tests.flatMap(valuesIn))];
  switch (input.type) {
    case 'boolean':
      return [true, false];
    case 'choice':
      return (input.choices ?? []).map(({ value }) => value);
    case 'choices':
      return subsets(fixed);
    case 'text':
      return [...fixed, `${fixed.map(String).join('')}…`];
    case 'date':
      return days(fixed.map(String).sort());
    case 'number':
      return numbers(fixed, input, 0.5);
    default:
      return numbers(fixed, input, 1);
  }
}

function valuesIn(test: unknown): readonly unknown[] {
  if (typeof test !== 'object' || test === null) return [];
  if ('op' in test && test.op === 'literal' && 'value' in test)
    return typeof test.value === 'boolean' ? [] : [test.value];
  return Object.values(test).flatMap(valuesIn);
}

function subsets(values: readonly unknown[]): Points | undefined {
  if (values.length > MOST_CHOICES) return undefined;
  return Array.from({ length: 2 ** values.length }, (_, set) => values.filter((_value, bit) => (set >> bit) & 1));
}

/** Each value, the middle between neighbours (the next whole one for amounts), and one beyond either end. */
function numbers(fixed: readonly unknown[], { minimum, maximum }: TableInput, step: 0.5 | 1): Points {
  const own = fixed.filter((value): value is number => typeof value === 'number');
  const bounds = [minimum, maximum].filter((bound) => bound !== undefined);
  const sorted = [...new Set([...own, ...bounds])].sort((a, b) => a - b);
  const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
  const between = sorted.slice(1).flatMap((high, index) => {
    const low = sorted[index] ?? high;
    const middle = step === 1 ? Math.floor((low + high) / 2) : (low + high) / 2;
    return middle > low && middle < high ? [middle] : [];
  });
  const all = sorted.length === 0 ? [0] : [first - 1, ...sorted, ...between, last + 1];
  return all.filter((value) => value >= (minimum ?? -Infinity) && value <= (maximum ?? Infinity)).sort((a, b) => a - b);
}

const DAY_MS = 86_400_000;

function days(sorted: readonly string[]): Points {
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined) return ['2026-01-01'];
  const between = sorted.slice(1).flatMap((high, index) => {
    const next = shifted(sorted[index] ?? high, 1);
    return next < high ? [next] : [];
  });
  return [shifted(first, -1), ...sorted, ...between, shifted(last, 1)].sort();
}

const shifted = (day: string, by: number) => new Date(Date.parse(day) + by * DAY_MS).toISOString().slice(0, 10);
