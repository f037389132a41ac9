import { rulesToAST } from '@casl/ability/extra';
import type { Action, AppAbility } from './ability';

/** A permission as a small tree of comparisons: what SQL is made from. `never` permits nothing. */
export type Condition =
  | { readonly op: 'never' | 'always' }
  | { readonly op: 'and' | 'or'; readonly parts: readonly Condition[] }
  | { readonly op: 'not'; readonly part: Condition }
  | { readonly op: 'eq'; readonly field: string; readonly value: string | null }
  | { readonly op: 'in'; readonly field: string; readonly values: readonly string[] };

interface Node {
  readonly operator: string;
  readonly value: unknown;
  readonly field?: string;
}

/** Which dossiers an ability permits an action on, as a condition on their columns. Fails closed: an operator that is not known throws. */
export function conditionOn(ability: AppAbility, action: Action): Condition {
  const tree = rulesToAST(ability, action, 'Dossier') as Node | null;
  return tree === null ? { op: 'never' } : ofNode(tree);
}

function ofNode({ operator, field, value }: Node): Condition {
  switch (operator) {
    case 'and':
    case 'or': {
      const parts = (value as Node[]).map(ofNode);
      if (parts.length > 0) return { op: operator, parts };
      return { op: operator === 'and' ? 'always' : 'never' };
    }
    case 'not':
      return { op: 'not', part: { op: 'and', parts: (value as Node[]).map(ofNode) } };
    case 'eq':
      return { op: 'eq', field: field ?? '', value: value as string | null };
    case 'in':
      return { op: 'in', field: field ?? '', values: value as string[] };
    default:
      throw new Error(`No SQL for the ability's operator "${operator}".`);
  }
}
