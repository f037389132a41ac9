import type { Expression } from '../expression';

/**
 * A second evaluator to compare the first with: written from the tables of the standard, by enumeration where the first one
 * reasons, without any thought for speed or budget.
 */
export function naive(expression: Expression, names: Readonly<Record<string, unknown>>): unknown {
  const of = (inner: Expression) => naive(inner, names);
  switch (expression.op) {
    case 'literal':
      return expression.value;
    case 'list':
      return expression.items.map(of);
    case 'name':
      return new Map(Object.entries(names)).get(expression.name) ?? null;
    case 'path': {
      const whole = of(expression.of);
      const one = (each: unknown) =>
        typeof each === 'object' && each !== null && !Array.isArray(each)
          ? (new Map(Object.entries(each)).get(expression.property) ?? null)
          : null;
      return Array.isArray(whole) ? whole.map(one) : one(whole);
    }
    case 'filter': {
      const list = of(expression.of);
      if (!Array.isArray(list)) return null;
      const kept: unknown[] = [];
      for (const item of list as unknown[]) if (naive(expression.where, { ...names, item }) === true) kept.push(item);
      return kept;
    }
    case 'if':
      return of(expression.condition) === true ? of(expression.then) : of(expression.otherwise);
    case 'and':
    case 'or': {
      const truth = (side: unknown) => (side === true ? 'T' : side === false ? 'F' : 'N');
      const table = expression.op === 'and' ? AND : OR;
      return table[`${truth(of(expression.left))}${truth(of(expression.right))}` as keyof typeof table];
    }
    case 'compare': {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (left === null || right === null || typeof left !== typeof right) return null;
      if (expression.by === '=') return left === right;
      if (expression.by === '!=') return left !== right;
      if (typeof left === 'object' || typeof left === 'boolean') return null;
      const order = (left as number) < (right as number) ? '<' : (left as number) > (right as number) ? '>' : '=';
      return expression.by.includes(order);
    }
    case 'arithmetic': {
      const [left, right] = [of(expression.left), of(expression.right)];
      if (typeof left !== 'number' || typeof right !== 'number') return null;
      if (expression.by === '+') return left + right;
      return expression.by === '-' ? left - right : left * right;
    }
    case 'in': {
      const value = of(expression.value);
      if (value === null) return null;
      const tests = expression.list.map(of);
      for (const test of tests) if (Array.isArray(test) ? test.includes(value) : test === value) return true;
      return tests.some((test) => test === null) ? null : false;
    }
    case 'call':
      return called(expression.function, expression.arguments.map(of));
    case 'decide':
      return null;
  }
}

const AND = { TT: true, TF: false, TN: null, FT: false, FF: false, FN: false, NT: null, NF: false, NN: null };
const OR = { TT: true, TF: true, TN: true, FT: true, FF: false, FN: null, NT: true, NF: null, NN: null };

function called(name: string, [first, second]: readonly unknown[]): unknown {
  if (name === 'not') return first === true ? false : first === false ? true : null;
  if (!Array.isArray(first)) return null;
  const list = first as unknown[];
  if (name === 'count') return list.length;
  if (name === 'list contains') return second === null ? null : list.some((item) => item === second);
  if (name === 'distinct') {
    return list.includes(null) ? null : list.filter((item, index) => list.indexOf(item) === index);
  }
  let result: number | null = name === 'sum' ? 0 : null;
  for (const item of list) {
    if (typeof item !== 'number') return null;
    if (name === 'sum') result = (result ?? 0) + item;
    if (name === 'min' && (result === null || item < result)) result = item;
    if (name === 'max' && (result === null || item > result)) result = item;
  }
  return result;
}
