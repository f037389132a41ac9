import type { Expression } from '../expression';
import type { CompiledTable } from './compiled';

/** The expression with the tables that it asks put into it, so that it runs wherever it is sent. */
export function withTables(expression: Expression, tables: ReadonlyMap<string, CompiledTable>): Expression {
  const put = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(put);
    if (typeof value !== 'object' || value === null) return value;
    if ('op' in value && value.op === 'decide' && 'name' in value)
      return { ...value, table: tables.get(String(value.name)) };
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, put(inner)]));
  };
  return put(expression) as Expression;
}
