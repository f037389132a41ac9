import { type Expression, type FunctionName } from './expression';

/** What a name stands for. `any`: nothing is said about it, so everything fits. */
export type Type =
  | { readonly kind: 'boolean' | 'number' | 'money' | 'rate' | 'text' | 'date' | 'any' }
  | { readonly kind: 'choice'; readonly choices: readonly (string | number | boolean | null)[] }
  | { readonly kind: 'list'; readonly of: Type }
  | { readonly kind: 'record'; readonly fields: Environment; readonly open?: Type };

/** The names that an expression may use, and what they are: money in whole đồng, rates in basis points, dates as days. */
export type Environment = Readonly<Record<string, Type>>;

export const ANY: Type = { kind: 'any' };
export const BOOLEAN: Type = { kind: 'boolean' };
export const NUMBER: Type = { kind: 'number' };
export const MONEY: Type = { kind: 'money' };
export const RATE: Type = { kind: 'rate' };
export const TEXT: Type = { kind: 'text' };
export const DATE: Type = { kind: 'date' };
export const listOf = (of: Type): Type => ({ kind: 'list', of });
export const choiceOf = (choices: readonly (string | number | boolean | null)[]): Type => ({ kind: 'choice', choices });
export const recordOf = (fields: Environment, open?: Type): Type => ({ kind: 'record', fields, open });

const NUMERIC: ReadonlySet<Type['kind']> = new Set(['number', 'money', 'rate']);
const WORDS: ReadonlySet<Type['kind']> = new Set(['text', 'choice', 'date']);

export const isNumeric = ({ kind }: Type): boolean => kind === 'any' || NUMERIC.has(kind);
export const is = (type: Type, kind: Type['kind']): boolean => type.kind === 'any' || type.kind === kind;

/** Whether two values can be compared at all: numbers with numbers, words with words. */
export function comparable(one: Type, other: Type): boolean {
  if (one.kind === 'any' || other.kind === 'any') return true;
  if (one.kind === 'list' && other.kind === 'list') return comparable(one.of, other.of);
  if (NUMERIC.has(one.kind) && NUMERIC.has(other.kind)) return !isProductOfUnits(one, other);
  if (WORDS.has(one.kind) && WORDS.has(other.kind)) return true;
  return one.kind === other.kind;
}

/** Money is not compared with a rate, nor added to it; a bare number goes with either. */
export const isProductOfUnits = (one: Type, other: Type): boolean =>
  (one.kind === 'money' && other.kind === 'rate') || (one.kind === 'rate' && other.kind === 'money');

/** The type that both fit into: the one with a unit, or any. */
export function joint(one: Type, other: Type): Type {
  if (one.kind === other.kind && one.kind !== 'choice') return one;
  if (one.kind === 'choice' && other.kind === 'choice')
    return choiceOf([...new Set([...one.choices, ...other.choices])]);
  if (isNumeric(one) && isNumeric(other)) return one.kind === 'number' ? other : one;
  return WORDS.has(one.kind) && WORDS.has(other.kind) ? TEXT : ANY;
}

export function literalType({ value, date }: Expression & { op: 'literal' }): Type {
  if (value === null) return ANY;
  if (date) return DATE;
  if (typeof value === 'boolean') return BOOLEAN;
  return typeof value === 'number' ? NUMBER : choiceOf([value]);
}

/** What a function takes and gives. */
export const SIGNATURES: Readonly<Record<FunctionName, { readonly takes: readonly Type[]; readonly gives: Type }>> = {
  sum: { takes: [listOf(NUMBER)], gives: NUMBER },
  count: { takes: [listOf(ANY)], gives: NUMBER },
  min: { takes: [listOf(NUMBER)], gives: NUMBER },
  max: { takes: [listOf(NUMBER)], gives: NUMBER },
  not: { takes: [BOOLEAN], gives: BOOLEAN },
  year: { takes: [DATE], gives: NUMBER },
  yearsBetween: { takes: [DATE, DATE], gives: NUMBER },
  share: { takes: [MONEY, RATE], gives: MONEY },
  ratio: { takes: [NUMBER, NUMBER], gives: RATE },
  round: { takes: [NUMBER, NUMBER], gives: NUMBER },
  distinct: { takes: [listOf(ANY)], gives: listOf(ANY) },
  'list contains': { takes: [listOf(ANY), ANY], gives: BOOLEAN },
};

/** Functions whose result has the unit of what they were given. */
export const KEEPS_UNIT: ReadonlySet<FunctionName> = new Set<FunctionName>(['sum', 'min', 'max', 'round', 'distinct']);
