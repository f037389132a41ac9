import { CALLS, type Meter } from './calls';
import { type Comparison, EXPRESSION_LIMITS, type Expression } from './expression';
import { decideBy } from './table/decide';

/** Names that an expression may use: the form's fields, and what the caller adds (`today`, `received`, `rule`, `dossier`). */
export type Names = Readonly<Record<string, unknown>>;

/** Why there is no value: something was missing or did not fit, or the evaluation took more steps than it may. */
export type Fault =
  | { readonly reason: 'missing'; readonly names: readonly string[] }
  | { readonly reason: 'not-applicable' }
  | { readonly reason: 'too-many-steps' };

export interface Evaluated {
  readonly value: unknown;
  /** Only where the value is null. */
  readonly fault?: Fault;
}

/** FEEL's null: something is missing, so nothing can be said. */
const UNKNOWN = null;

/** The value alone; null where nothing can be said. Never throws, never runs for ever. */
export function evaluate(expression: Expression, names: Names): unknown {
  return evaluated(expression, names).value;
}

/** Evaluates as FEEL does: a missing operand makes the result null, and `and`, `or` know three truths. Never throws. */
export function evaluated(expression: Expression, names: Names, steps: number = EXPRESSION_LIMITS.steps): Evaluated {
  const evaluation = new Evaluation(steps);
  const value = evaluation.of(expression, names);
  if (evaluation.left < 0) return { value: UNKNOWN, fault: { reason: 'too-many-steps' } };
  if (value !== UNKNOWN) return { value };
  const missing = [...evaluation.missing];
  return { value, fault: missing.length > 0 ? { reason: 'missing', names: missing } : { reason: 'not-applicable' } };
}

/** One run: counts its steps, and remembers which names had nothing. Past its budget everything is null, quickly. */
export class Evaluation implements Meter {
  readonly missing = new Set<string>();

  constructor(public left: number) {}

  spend(steps: number): boolean {
    this.left -= steps;
    return this.left >= 0;
  }

  of(expression: Expression, names: Names): unknown {
    if (!this.spend(1)) return UNKNOWN;
    switch (expression.op) {
      case 'literal':
        return expression.value;
      case 'list':
        return expression.items.map((item) => this.of(item, names));
      case 'name':
      case 'path':
        return this.read(expression, names);
      case 'filter':
        return this.filtered(expression, names);
      case 'if':
        return this.of(this.of(expression.condition, names) === true ? expression.then : expression.otherwise, names);
      case 'and':
      case 'or':
        return joined(expression.op, this.of(expression.left, names), this.of(expression.right, names));
      case 'compare':
        return compared(expression.by, this.of(expression.left, names), this.of(expression.right, names));
      case 'arithmetic':
        return calculated(expression.by, this.of(expression.left, names), this.of(expression.right, names));
      case 'in':
        return this.contained(expression, names);
      case 'call': {
        const values = expression.arguments.map((argument) => this.of(argument, names));
        return CALLS[expression.function](this, ...values);
      }
      case 'decide':
        return expression.table ? decideBy(this, expression.table, names).value : UNKNOWN;
    }
  }

  private read(expression: Expression & { op: 'name' | 'path' }, names: Names): unknown {
    const value =
      expression.op === 'name'
        ? (own(names, expression.name) ?? UNKNOWN)
        : this.property(this.of(expression.of, names), expression.property);
    if (value === UNKNOWN) this.missing.add(written(expression));
    return value;
  }

  private property(value: unknown, key: string): unknown {
    if (!Array.isArray(value)) return own(value, key) ?? UNKNOWN;
    return this.spend(value.length) ? value.map((item: unknown) => this.property(item, key)) : UNKNOWN;
  }

  private filtered({ of, where }: Expression & { op: 'filter' }, names: Names): unknown {
    const list = this.of(of, names);
    if (!Array.isArray(list)) return UNKNOWN;
    return list.filter((item: unknown) => this.left > 0 && this.of(where, { ...names, item }) === true);
  }

  /** As in FEEL, a list on the right counts by its items: `"POOR" in groups`. */
  private contained({ value: tested, list }: Expression & { op: 'in' }, names: Names): boolean | null {
    const value = this.of(tested, names);
    const tests = list.map((item) => this.of(item, names));
    const items = tests.flat();
    if (value === UNKNOWN || !this.spend(items.length)) return UNKNOWN;
    return items.includes(value) || (tests.includes(UNKNOWN) ? UNKNOWN : false);
  }
}

/** Own properties only: a name never reaches into the language. */
function own(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  return Object.hasOwn(value, key) && key !== '__proto__' ? (value as Names)[key] : undefined;
}

/** A name as people wrote it: `applicant.dateOfBirth`. */
export function written(expression: Expression): string {
  if (expression.op === 'name') return expression.name;
  if (expression.op === 'path') return `${written(expression.of)}.${expression.property}`;
  return expression.op === 'filter' ? `${written(expression.of)}[]` : '…';
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
