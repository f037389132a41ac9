import type { DecisionTable, TableRule } from '@trinhduyet/feel';

/** Where the cursor of the grid stands; outputs come after inputs. */
export interface At {
  readonly rule: number;
  readonly column: number;
}

export function textAt({ rules, inputs }: DecisionTable, { rule, column }: At): string {
  const found = rules[rule];
  return (column < inputs.length ? found?.when[column] : found?.then[column - inputs.length]) ?? '';
}

export function withTextAt(table: DecisionTable, { rule, column }: At, text: string): DecisionTable {
  const put = (cells: readonly string[], at: number) => cells.map((cell, index) => (index === at ? text : cell));
  const change = (found: TableRule): TableRule => ({
    ...found,
    when: put(found.when, column),
    then: put(found.then, column - table.inputs.length),
  });
  return { ...table, rules: table.rules.map((found, index) => (index === rule ? change(found) : found)) };
}

export function withRule(table: DecisionTable): DecisionTable {
  const added = { when: table.inputs.map(() => '-'), then: table.outputs.map(() => '') };
  return { ...table, rules: [...table.rules, added] };
}

export function withoutRule(table: DecisionTable, rule: number): DecisionTable {
  return { ...table, rules: table.rules.filter((_, index) => index !== rule) };
}

/** Where an arrow leads; the edges of the grid stop it. */
export function moved({ rule, column }: At, key: string, ctrl: boolean, last: At): At | undefined {
  const within = (at: At): At => ({
    rule: Math.min(last.rule, Math.max(0, at.rule)),
    column: Math.min(last.column, Math.max(0, at.column)),
  });
  switch (key) {
    case 'ArrowUp':
      return within({ rule: ctrl ? 0 : rule - 1, column });
    case 'ArrowDown':
      return within({ rule: ctrl ? last.rule : rule + 1, column });
    case 'ArrowLeft':
      return within({ rule, column: ctrl ? 0 : column - 1 });
    case 'ArrowRight':
      return within({ rule, column: ctrl ? last.column : column + 1 });
    case 'Home':
      return { rule: ctrl ? 0 : rule, column: 0 };
    case 'End':
      return { rule: ctrl ? last.rule : rule, column: last.column };
    default:
      return undefined;
  }
}
