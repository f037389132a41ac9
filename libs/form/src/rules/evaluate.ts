import { isObject, valueAt } from '../pointer';
import type { Comparison, Expression, FunctionName } from './expression';

/** Names that an expression may use: the form's fields, and what the caller adds (`today`, `received`, `rule`, `dossier`). */
export type Names = Readonly<Record<string, unknown>>;

/** FEEL's null: something is missing, so nothing can be said. */
const UNKNOWN = null;

/** Evaluates as FEEL does: a missing operand makes the result null, and `and`, `or` know three truths. Never throws. */
export function evaluate(expression: Expression, names: Names): unknown {
  switch (expression.op) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map((item) => evaluate(item, names));
    case 'name':
      return valueAt(names, `/${expression.name}`) ?? UNKNOWN;
    case 'path':
      return property(evaluate(expression.of, names), expression.property);
    case 'filter':
      return filtered(expression, names);
    case 'if':
      return evaluate(evaluate(expression.condition, names) === true ? expression.then : expression.otherwise, names);
    case 'and':
    case 'or':
      return joined(expression.op, evaluate(expression.left, names), evaluate(expression.right, names));
    case 'compare':
      return compared(expression.by, evaluate(expression.left, names), evaluate(expression.right, names));
    case 'arithmetic':
      return calculated(expression.by, evaluate(expression.left, names), evaluate(expression.right, names));
    case 'in':
      return contained(
        evaluate(expression.value, names),
        expression.list.map((item) => evaluate(item, names)),
      );
    case 'call':
      return CALLS[expression.function](...expression.arguments.map((argument) => evaluate(argument, names)));
  }
}

function property(value: unknown, key: string): unknown {
  if (Array.isArray(value)) return value.map((item) => property(item, key));
  return isObject(value) ? (valueAt(value, `/${key}`) ?? UNKNOWN) : UNKNOWN;
}

function filtered({ of, where }: Expression & { op: 'filter' }, names: Names): unknown {
  const list = evaluate(of, names);
  if (!Array.isArray(list)) return UNKNOWN;
  return list.filter((item: unknown) => evaluate(where, { ...names, item }) === true);
}

function joined(op: 'and' | 'or', left: unknown, right: unknown): boolean | null {
  const decisive = op === 'or';
  if (left === decisive || right === decisive) return decisive;
  return typeof left === 'boolean' && typeof right === 'boolean' ? !decisive : UNKNOWN;
}

function compared(by: Comparison, left: unknown, right: unknown): boolean | null {
  if (left === null || right === null || typeof left !== typeof right) return UNKNOWN;
  if (by === '=') return left === right;
  if (by === '!=') return left !== right;
  if (typeof left !== 'number' && typeof left !== 'string') return UNKNOWN;
  const order = left < (right as typeof left) ? -1 : left > (right as typeof left) ? 1 : 0;
  return { '<': order < 0, '<=': order <= 0, '>': order > 0, '>=': order >= 0 }[by];
}

function calculated(by: '+' | '-' | '*', left: unknown, right: unknown): number | null {
  if (typeof left !== 'number' || typeof right !== 'number') return UNKNOWN;
  const result = { '+': left + right, '-': left - right, '*': left * right }[by];
  return Number.isFinite(result) ? result : UNKNOWN;
}

/** As in FEEL, a list on the right counts by its items: `"POOR" in groups`. */
function contained(value: unknown, tests: readonly unknown[]): boolean | null {
  const list = tests.flat();
  if (value === UNKNOWN) return UNKNOWN;
  return list.includes(value) || (tests.includes(UNKNOWN) ? UNKNOWN : false);
}

/** The numbers of a list, or undefined where one is missing: a sum over a gap is no sum. */
function numbers(list: unknown): readonly number[] | undefined {
  return Array.isArray(list) && list.every((item) => typeof item === 'number') ? list : undefined;
}

const CALLS: Readonly<Record<FunctionName, (...values: unknown[]) => unknown>> = {
  sum: (list) => numbers(list)?.reduce((total, each) => total + each, 0) ?? UNKNOWN,
  count: (list) => (Array.isArray(list) ? list.length : UNKNOWN),
  min: (list) => extreme(list, Math.min),
  max: (list) => extreme(list, Math.max),
  not: (value) => (typeof value === 'boolean' ? !value : UNKNOWN),
  year: (date) => (isDate(date) ? Number(date.slice(0, 4)) : UNKNOWN),
  yearsBetween: (from, to) => (isDate(from) && isDate(to) ? wholeYears(from, to) : UNKNOWN),
  share: (amount, rate) => (isWhole(amount) && isWhole(rate) ? sharing(amount, rate) : UNKNOWN),
  ratio: (part, whole) => (isWhole(part) && isWhole(whole) && part >= 0 && whole > 0 ? ratioOf(part, whole) : UNKNOWN),
  round: (value, decimals) => (typeof value === 'number' && isWhole(decimals) ? rounded(value, decimals) : UNKNOWN),
  distinct: (list) => (Array.isArray(list) && !list.includes(UNKNOWN) ? [...new Set<unknown>(list)] : UNKNOWN),
};

function extreme(list: unknown, of: (...values: number[]) => number): number | null {
  const values = numbers(list);
  return values && values.length > 0 ? of(...values) : UNKNOWN;
}

function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** In whole numbers: amounts reach 10^14 đồng, and their product with a rate would pass what a double holds exactly. */
function sharing(amount: number, rate: number): number {
  return Number((BigInt(amount) * BigInt(rate)) / 10_000n);
}

function ratioOf(part: number, whole: number): number {
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n));
}

/** 1.005 is stored as a little less than it says: the fifteen digits that a double really holds are what is rounded. */
function rounded(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals;
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
