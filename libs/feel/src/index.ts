export { evaluate, evaluated, type Evaluated, type Fault, type Names } from './evaluate';
export { type Comparison, EXPRESSION_LIMITS, type Expression, type FunctionName } from './expression';
export type { CompiledTable } from './table/compiled';
export type { Ruling } from './table/decide';
export { ruling, rulingFor } from './table/ruling';
export type * from './table/table.generated';
export { describe, type Wording } from './words';
