import { parser } from 'lezer-feel';
import { LIMITS } from '../limits';
import { COMPARISONS, type Comparison, type Expression, type FunctionName, FUNCTIONS } from './expression';

type SyntaxNode = ReturnType<typeof parser.parse>['topNode'];

/** Why a text is no rule of ours, and where in it (UTF-16 units). */
export class NotARule extends Error {
  constructor(
    readonly reason: 'syntax' | 'not-allowed' | 'unknown-function' | 'wrong-arguments' | 'too-large',
    readonly from: number,
    readonly part: string,
  ) {
    super(`${reason} at ${from}: ${part}`);
  }
}

/** The names that an expression reads from outside, without `item`. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('op' in value && value.op === 'name' && 'name' in value) found.add(String(value.name));
    Object.values(value).forEach(walk);
  };
  walk(expression);
  found.delete('item');
  return found;
}

/** Turns narrowed FEEL into data. Everything that is not on the list is refused by name: no loops, no definitions. */
export function parseRule(text: string): Expression {
  const top = parser.parse(text).topNode.firstChild;
  if (!top) throw new NotARule('syntax', 0, text);
  return new Reader(text).read(top);
}

class Reader {
  private nodes = 0;

  constructor(private readonly text: string) {}

  read(node: SyntaxNode): Expression {
    this.nodes += 1;
    if (this.nodes > LIMITS.ruleNodes) throw new NotARule('too-large', node.from, this.of(node));
    if (node.type.isError) throw new NotARule('syntax', node.from, this.of(node));
    const read = READERS[node.name];
    if (!read) throw new NotARule('not-allowed', node.from, this.of(node));
    return read(this, node);
  }

  of({ from, to }: SyntaxNode): string {
    return this.text.slice(from, to);
  }

  /** The named children of a node without punctuation and keywords. */
  parts(node: SyntaxNode): SyntaxNode[] {
    const found: SyntaxNode[] = [];
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (child.type.isError) throw new NotARule('syntax', child.from, this.of(node));
      if (/^[A-Z]/.test(child.name) || child.name === 'null') found.push(child);
    }
    return found;
  }

  part(node: SyntaxNode, index: number): SyntaxNode {
    const found = this.parts(node)[index];
    if (!found) throw new NotARule('syntax', node.from, this.of(node));
    return found;
  }
}

type Read = (reader: Reader, node: SyntaxNode) => Expression;

const inner: Read = (reader, node) => reader.read(reader.part(node, 0));

const arithmetic: Read = (reader, node) => {
  const [left, operator, right] = reader.parts(node);
  if (!left || !operator || !right) throw new NotARule('syntax', node.from, reader.of(node));
  const by = reader.of(operator);
  if (by !== '+' && by !== '-' && by !== '*') throw new NotARule('not-allowed', operator.from, by);
  return { op: 'arithmetic', by, left: reader.read(left), right: reader.read(right) };
};

const junction =
  (op: 'and' | 'or'): Read =>
  (reader, node) => ({ op, left: reader.read(reader.part(node, 0)), right: reader.read(reader.part(node, 1)) });

const comparison: Read = (reader, node) => {
  const [left, operator, ...rest] = reader.parts(node);
  const right = rest[0];
  if (left && operator?.name.startsWith('PositiveUnaryTest')) return inList(reader, left, operator);
  if (!left || !operator || !right) throw new NotARule('syntax', node.from, reader.of(node));
  const by = reader.of(operator);
  if (!COMPARISONS.includes(by)) throw new NotARule('not-allowed', operator.from, by);
  return { op: 'compare', by: by as Comparison, left: reader.read(left), right: reader.read(right) };
};

/** `value in ("A", "B")`, or in brackets. */
function inList(reader: Reader, value: SyntaxNode, tests: SyntaxNode): Expression {
  const list = reader.parts(tests).map((test) => reader.read(test));
  // FEEL reads `a in list and b` as `a in (list and b)`, which nobody means: brackets say what is meant.
  if (list.some(({ op }) => op === 'and' || op === 'or'))
    throw new NotARule('not-allowed', tests.from, reader.of(tests));
  const items = list.flatMap((item) => (item.op === 'list' ? item.items : [item]));
  return { op: 'in', value: reader.read(value), list: items };
}

const call: Read = (reader, node) => {
  const name = reader.of(reader.part(node, 0));
  if (!Object.hasOwn(FUNCTIONS, name)) throw new NotARule('unknown-function', node.from, name);
  const given = reader.parts(reader.part(node, 1)).map((argument) => reader.read(argument));
  if (given.length !== FUNCTIONS[name as FunctionName]) throw new NotARule('wrong-arguments', node.from, name);
  return { op: 'call', function: name as FunctionName, arguments: given };
};

function stringOf(reader: Reader, node: SyntaxNode): string {
  try {
    return JSON.parse(reader.of(node)) as string;
  } catch {
    throw new NotARule('syntax', node.from, reader.of(node));
  }
}

const READERS: Readonly<Record<string, Read>> = {
  NumericLiteral: (reader, node) => ({ op: 'literal', value: Number(reader.of(node)) }),
  StringLiteral: (reader, node) => ({ op: 'literal', value: stringOf(reader, node) }),
  BooleanLiteral: (reader, node) => ({ op: 'literal', value: reader.of(node) === 'true' }),
  null: () => ({ op: 'literal', value: null }),
  VariableName: (reader, node) => ({ op: 'name', name: reader.of(node) }),
  List: (reader, node) => ({ op: 'list', items: reader.parts(node).map((item) => reader.read(item)) }),
  ParenthesizedExpression: inner,
  PositiveUnaryTest: inner,
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
