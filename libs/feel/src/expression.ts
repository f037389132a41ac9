import type { CompiledTable } from './table/compiled';

/**
 * Narrowed FEEL as data: what the publisher makes of a text, and all that runs. No loops, no definitions, no regular
 * expressions, no clock; dates and rule parameters come in as named values.
 */
export type Expression =
  /** `date`: a day as yyyy-MM-dd, written `date("2026-01-01")`. */
  | { readonly op: 'literal'; readonly value: string | number | boolean | null; readonly date?: true }
  | { readonly op: 'list'; readonly items: readonly Expression[] }
  /** `?` is the value of the input that a cell of a table tests. */
  | { readonly op: 'name'; readonly name: string }
  /** Of a list: the list of that property of its items. */
  | { readonly op: 'path'; readonly of: Expression; readonly property: string }
  /** The items for which `where` is true; `item` names the item. */
  | { readonly op: 'filter'; readonly of: Expression; readonly where: Expression }
  | { readonly op: 'if'; readonly condition: Expression; readonly then: Expression; readonly otherwise: Expression }
  | { readonly op: 'and' | 'or'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'compare'; readonly by: Comparison; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'arithmetic'; readonly by: '+' | '-' | '*'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'in'; readonly value: Expression; readonly list: readonly Expression[] }
  | { readonly op: 'call'; readonly function: FunctionName; readonly arguments: readonly Expression[] }
  /** `decide("tuition-cap")`: what a decision table of the request type says; the table is put in at publish. */
  | { readonly op: 'decide'; readonly name: string; readonly table?: CompiledTable };

export type Comparison = '=' | '!=' | '<' | '<=' | '>' | '>=';
export const COMPARISONS: readonly string[] = ['=', '!=', '<', '<=', '>', '>='] satisfies Comparison[];

/** Every function that there is, and how many arguments it takes. */
export const FUNCTIONS = {
  sum: 1,
  count: 1,
  min: 1,
  max: 1,
  not: 1,
  /** Of a date: its year. */
  year: 1,
  /** Whole years from one date to another. */
  yearsBetween: 2,
  /** `share(amount, rate)`: whole đồng, rate in basis points, rounded down; the one product of money and a rate. */
  share: 2,
  /** `ratio(part, whole)`: what `share` takes as its rate, in basis points, rounded to the nearest. */
  ratio: 2,
  /** `round(value, decimals)`: to so many decimals, halves away from nought. */
  round: 2,
  /** Of a list: its items without repetitions. */
  distinct: 1,
  'list contains': 2,
} as const;
export type FunctionName = keyof typeof FUNCTIONS;

/** What an expression may be at most. One place, because designer, publisher and server must agree. */
export const EXPRESSION_LIMITS = {
  characters: 4_000,
  nodes: 200,
  /** Steps of one evaluation; a rule over a table of a thousand rows takes some ten thousand. */
  steps: 200_000,
} as const;
