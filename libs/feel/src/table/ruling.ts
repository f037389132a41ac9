import { Evaluation, type Names } from '../evaluate';
import { EXPRESSION_LIMITS } from '../expression';
import type { CompiledTable } from './compiled';
import { decideBy, type Ruling } from './decide';

/** What a table says of a case, with which rules hit and why the others did not. Never throws. */
export function ruling(table: CompiledTable, names: Names): Ruling {
  return decideBy(new Evaluation(EXPRESSION_LIMITS.steps), table, names);
}

/** The same where the inputs are given as they are, as in the row that tries a table. */
export function rulingFor(table: CompiledTable, inputs: readonly unknown[]): Ruling {
  const given = table.inputs.map((_, index) => ({ op: 'name', name: `input${index}` }) as const);
  const names = Object.fromEntries(inputs.map((value, index) => [`input${index}`, value]));
  return ruling({ ...table, inputs: given }, names);
}
