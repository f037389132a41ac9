import type { parser } from 'lezer-feel';
import {
  COMPARISONS,
  type Comparison,
  EXPRESSION_LIMITS,
  type Expression,
  type FunctionName,
  FUNCTIONS,
} from './expression';
import { NotARule, type ProblemReason } from './problem';

export type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];
type Span = Pick<SyntaxNode, 'from' | 'to'>;

const COMMENTS: ReadonlySet<string> = new Set(['LineComment', 'BlockComment']);
const PUNCTUATION = /^[^A-Z?]/;

/** Reads the parser's tree as our own, and remembers where each part stood. */
export class Reader {
  private nodes = 0;
  readonly places = new Map<Expression, { readonly from: number; readonly to: number }>();

  constructor(private readonly text: string) {}

  /** What stands at the top, alone: a text with a tail that nobody reads is no expression. */
  only(top: SyntaxNode): Expression {
    const [first, second] = this.parts(top);
    if (!first || second) throw this.refusal('syntax', second ?? top);
    return this.read(first);
  }

  read(node: SyntaxNode): Expression {
    this.nodes += 1;
    if (this.nodes > EXPRESSION_LIMITS.nodes) throw this.refusal('too-large', node);
    if (node.type.isError) throw this.refusal('syntax', node);
    const read = Object.hasOwn(READERS, node.name) ? READERS[node.name] : undefined;
    if (!read) throw this.refusal(REASONS[node.name] ?? 'not-allowed', node);
    return this.placed(node, read(this, node));
  }

  placed({ from, to }: Span, expression: Expression): Expression {
    if (!this.places.has(expression)) this.places.set(expression, { from, to });
    return expression;
  }

  of({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  /** The named children of a node without punctuation, keywords and comments. */
  parts(node: SyntaxNode): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.type.isError) throw this.refusal('syntax', child.to > child.from ? child : node);
      const isNamed = child.name === 'null' || !PUNCTUATION.test(child.name);
      if (isNamed && !COMMENTS.has(child.name)) found.push(child);
    }
    return found;
  }

  part(node: SyntaxNode, index: number): SyntaxNode {
    const found = this.parts(node)[index];
    if (!found) throw this.refusal('syntax', node);
    return found;
  }

  refusal(reason: ProblemReason, { from, to }: Span): NotARule {
    return new NotARule({ reason, from, to, part: this.of({ from, to }) });
  }
}

/** What FEEL has and we do not, by the reason that people are told. */
const REASONS: Readonly<Record<string, ProblemReason>> = {
  ForExpression: 'no-loop',
  QuantifiedExpression: 'no-quantifier',
  FunctionDefinition: 'no-definition',
  Context: 'no-definition',
  Interval: 'no-range',
  SimplePositiveUnaryTest: 'no-range',
};
const REFUSED_FUNCTIONS: Readonly<Record<string, ProblemReason>> = {
  today: 'no-clock',
  now: 'no-clock',
  matches: 'no-regular-expression',
  replace: 'no-regular-expression',
  split: 'no-regular-expression',
  extract: 'no-regular-expression',
};

type Read = (reader: Reader, node: SyntaxNode) => Expression;

const inner: Read = (reader, node) => reader.read(reader.part(node, 0));

const arithmetic: Read = (reader, node) => {
  const [left, operator, right] = reader.parts(node);
  if (!left || !operator || !right) throw reader.refusal('not-allowed', node);
  const by = reader.of(operator);
  if (by !== '+' && by !== '-' && by !== '*') throw reader.refusal('not-allowed', operator);
  return { op: 'arithmetic', by, left: reader.read(left), right: reader.read(right) };
};

const junction =
  (op: 'and' | 'or'): Read =>
  (reader, node) => ({ op, left: reader.read(reader.part(node, 0)), right: reader.read(reader.part(node, 1)) });

const comparison: Read = (reader, node) => {
  const [left, operator, right] = reader.parts(node);
  if (left && operator?.name.startsWith('PositiveUnaryTest')) return inList(reader, left, operator);
  if (!left || !operator || !right || operator.name !== 'CompareOp') throw reader.refusal('not-allowed', node);
  const by = reader.of(operator);
  if (!COMPARISONS.includes(by)) throw reader.refusal('not-allowed', operator);
  return { op: 'compare', by: by as Comparison, left: reader.read(left), right: reader.read(right) };
};

/** `value in ("A", "B")`, or in brackets. */
function inList(reader: Reader, value: SyntaxNode, tests: SyntaxNode): Expression {
  const items = tests.name === 'PositiveUnaryTests' ? reader.parts(tests) : [tests];
  const list = items.map((test) => reader.read(reader.part(test, 0)));
  // FEEL reads `a in list and b` as `a in (list and b)`, which nobody means: brackets say what is meant.
  if (list.some(({ op }) => op === 'and' || op === 'or')) throw reader.refusal('not-allowed', tests);
  return {
    op: 'in',
    value: reader.read(value),
    list: list.flatMap((item) => (item.op === 'list' ? item.items : [item])),
  };
}

/** Several tests of a cell: one of them holds. */
const anyOf: Read = (reader, node) =>
  reader
    .parts(node)
    .map((test) => reader.read(test))
    .reduce((left, right) => reader.placed(node, { op: 'or', left, right }));

/** One test of a cell: a comparison or a range, a value that the input must have, or a condition that names `?`. */
const oneTest: Read = (reader, node) => {
  const test = reader.part(node, 0);
  if (test.name === 'SimplePositiveUnaryTest') return reader.placed(node, bounds(reader, test));
  const expression = reader.read(test);
  return readsInput(expression) ? expression : compared(reader, test, '=', expression);
};

function bounds(reader: Reader, test: SyntaxNode): Expression {
  const [operator, value] = reader.parts(test);
  if (operator?.name === 'Interval') return interval(reader, operator);
  const by = operator ? reader.of(operator) : '';
  if (!operator || !value || !COMPARISONS.includes(by)) throw reader.refusal('not-allowed', test);
  return compared(reader, test, by as Comparison, reader.read(value));
}

function interval(reader: Reader, node: SyntaxNode): Expression {
  const text = reader.of(node).trim();
  const [low, high] = [reader.read(reader.part(node, 0)), reader.read(reader.part(node, 1))];
  const left = compared(reader, node, text.startsWith('[') ? '>=' : '>', low);
  return { op: 'and', left, right: compared(reader, node, text.endsWith(']') ? '<=' : '<', high) };
}

function compared(reader: Reader, at: SyntaxNode, by: Comparison, right: Expression): Expression {
  const left = reader.placed(at, { op: 'name', name: '?' });
  return reader.placed(at, { op: 'compare', by, left, right });
}

function readsInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if ('op' in value && value.op === 'name' && 'name' in value && value.name === '?') return true;
  return Object.values(value).some(readsInput);
}

const call: Read = (reader, node) => {
  const named = reader.part(node, 0);
  const name = reader.of(named).replace(/\s+/g, ' ');
  const given = reader.part(node, 1);
  if (name === 'decide') return decision(reader, node, given);
  if (!Object.hasOwn(FUNCTIONS, name)) {
    const reason = Object.hasOwn(REFUSED_FUNCTIONS, name) ? REFUSED_FUNCTIONS[name] : undefined;
    throw reader.refusal(reason ?? 'unknown-function', named);
  }
  if (given.name !== 'PositionalParameters') throw reader.refusal('not-allowed', given);
  const values = reader.parts(given).map((argument) => reader.read(argument));
  if (values.length !== FUNCTIONS[name as FunctionName]) throw reader.refusal('wrong-arguments', node);
  return { op: 'call', function: name as FunctionName, arguments: values };
};

/** The table is named by a text, so that what is decided by what stands there to be read. */
function decision(reader: Reader, node: SyntaxNode, given: SyntaxNode): Expression {
  const [name, more] = reader.parts(given);
  if (name?.name !== 'StringLiteral' || more) throw reader.refusal('wrong-arguments', node);
  return { op: 'decide', name: stringOf(reader, name) };
}

function stringOf(reader: Reader, node: SyntaxNode): string {
  try {
    return JSON.parse(reader.of(node)) as string;
  } catch {
    throw reader.refusal('syntax', node);
  }
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** `date("2026-01-01")` or `@"2026-01-01"`: a day that there is. Times and durations are not spoken of. */
const dateLiteral: Read = (reader, node) => {
  const written = /^(?:@|date\s*\(\s*)("[^"]*")\s*\)?$/.exec(reader.of(node))?.[1];
  const day = written === undefined ? '' : written.slice(1, -1);
  if (!isDay(day)) throw reader.refusal('not-allowed', node);
  return { op: 'literal', value: day, date: true };
};

function isDay(text: string): boolean {
  const [, year, month, day] = DAY.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** FEEL's names may hold blanks and almost any sign; those of our forms do not. */
const NAME = /^[\p{L}_][\p{L}\p{N}_]*$/u;

const READERS: Readonly<Record<string, Read>> = {
  NumericLiteral: (reader, node) => {
    const value = Number(reader.of(node).replace(/\s+/g, ''));
    if (!Number.isFinite(value)) throw reader.refusal('syntax', node);
    return { op: 'literal', value };
  },
  StringLiteral: (reader, node) => ({ op: 'literal', value: stringOf(reader, node) }),
  BooleanLiteral: (reader, node) => ({ op: 'literal', value: reader.of(node) === 'true' }),
  DateTimeLiteral: dateLiteral,
  null: () => ({ op: 'literal', value: null }),
  VariableName: (reader, node) => {
    const name = reader.of(node);
    if (!NAME.test(name)) throw reader.refusal('syntax', node);
    return { op: 'name', name };
  },
  '?': () => ({ op: 'name', name: '?' }),
  List: (reader, node) => ({ op: 'list', items: reader.parts(node).map((item) => reader.read(item)) }),
  ParenthesizedExpression: inner,
  PositiveUnaryTest: oneTest,
  PositiveUnaryTests: anyOf,
  PathExpression: (reader, node) => ({
    op: 'path',
    of: reader.read(reader.part(node, 0)),
    property: reader.of(reader.part(node, 1)),
  }),
  FilterExpression: (reader, node) => ({
    op: 'filter',
    of: reader.read(reader.part(node, 0)),
    where: reader.read(reader.part(node, 1)),
  }),
  IfExpression: (reader, node) => ({
    op: 'if',
    condition: reader.read(reader.part(node, 0)),
    then: reader.read(reader.part(node, 1)),
    otherwise: reader.read(reader.part(node, 2)),
  }),
  Conjunction: junction('and'),
  Disjunction: junction('or'),
  Comparison: comparison,
  ArithmeticExpression: arithmetic,
  FunctionInvocation: call,
};
