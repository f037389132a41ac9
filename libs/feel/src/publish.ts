/** What reads and judges texts; it carries the parser, so that pages which only run expressions do not load it. */
export { check, type Checked, fits, type TableTypes } from './check';
export { namesIn, parse, type Parsed, parseRule, parseTest } from './parse';
export { NotARule, type Problem, type ProblemReason } from './problem';
export { type Cell, type CellProblem, compileTable, typeOfColumn, typeOfTable } from './table/compile';
export { type Example, type TableFinding, type Verified, verifyTable } from './table/verify';
export { fromJson } from './table/json';
export { withTables } from './table/with-tables';
export * from './types';
