import type { Expression } from './expression';
import { written } from './evaluate';

/** How a language says what an expression says. Names and values are told by who knows their titles. */
export interface Wording {
  readonly name: (name: string) => string;
  readonly value: (value: string | number | boolean | null, of: string | undefined, isDate: boolean) => string;
  readonly and: string;
  readonly or: string;
  readonly not: (inner: string) => string;
  readonly when: (condition: string, then: string, otherwise: string) => string;
  readonly is: string;
  readonly isNot: string;
  readonly oneOf: (values: string) => string;
  readonly contains: (list: string, value: string) => string;
  readonly call: (name: string, values: readonly string[]) => string;
  readonly decided: (table: string) => string;
}

const SIGNS: Readonly<Record<string, string>> = {
  '<=': '≤',
  '>=': '≥',
  '<': '<',
  '>': '>',
  '+': '+',
  '-': '−',
  '*': '×',
};

/** An expression in words, for people who do not read FEEL. */
export function describe(expression: Expression, wording: Wording): string {
  const say = (inner: Expression, beside?: Expression): string =>
    inner.op === 'literal'
      ? wording.value(inner.value, beside && nameOf(beside), inner.date === true)
      : describe(inner, wording);
  switch (expression.op) {
    case 'literal':
      return say(expression);
    case 'name':
    case 'path':
      return wording.name(written(expression));
    case 'filter':
      return `${describe(expression.of, wording)} [${describe(expression.where, wording)}]`;
    case 'list':
      return expression.items.map((item) => say(item)).join(', ');
    case 'and':
    case 'or':
      return [expression.left, expression.right]
        .map((side) => grouped(side, expression.op, wording))
        .join(` ${wording[expression.op]} `);
    case 'compare': {
      const { left, right, by } = expression;
      const sign = by === '=' ? wording.is : by === '!=' ? wording.isNot : SIGNS[by];
      return `${say(left, right)} ${sign} ${say(right, left)}`;
    }
    case 'arithmetic':
      return `${grouped(expression.left, '*', wording)} ${SIGNS[expression.by]} ${grouped(expression.right, '*', wording)}`;
    case 'in':
      return inWords(expression, wording, say);
    default:
      return furtherWords(expression, wording, say);
  }
}

type Say = (inner: Expression, beside?: Expression) => string;

function inWords({ value, list }: Expression & { op: 'in' }, wording: Wording, say: Say): string {
  const [first] = list;
  if (list.length === 1 && first && first.op !== 'literal') return wording.contains(say(first), say(value, first));
  return `${say(value)} ${wording.oneOf(list.map((item) => say(item, value)).join(', '))}`;
}

function furtherWords(expression: Expression & { op: 'if' | 'call' | 'decide' }, wording: Wording, say: Say): string {
  if (expression.op === 'if')
    return wording.when(say(expression.condition), say(expression.then), say(expression.otherwise));
  if (expression.op === 'decide') return wording.decided(expression.name);
  const [first, second] = expression.arguments;
  if (expression.function === 'not' && first) return wording.not(say(first));
  if (expression.function === 'list contains' && first && second)
    return wording.contains(say(first), say(second, first));
  return wording.call(
    expression.function,
    expression.arguments.map((argument) => say(argument)),
  );
}

/** The name beside a value says which list of choices or which unit it is of. */
function nameOf(expression: Expression): string | undefined {
  return expression.op === 'name' || expression.op === 'path' ? written(expression) : undefined;
}

function grouped(side: Expression, within: string, wording: Wording): string {
  const text = describe(side, wording);
  const isLoose = side.op === 'or' || side.op === 'and' || side.op === 'arithmetic' || side.op === 'if';
  return isLoose && side.op !== within ? `(${text})` : text;
}
