import { parser } from 'lezer-feel';
import { EXPRESSION_LIMITS, type Expression } from './expression';
import { NotARule, type Problem } from './problem';
import { Reader, type SyntaxNode } from './reader';

/** Where each part of an expression stands in its text, in UTF-16 units. */
export type Places = ReadonlyMap<Expression, { readonly from: number; readonly to: number }>;

export type Parsed =
  | { readonly ok: true; readonly text: string; readonly expression: Expression; readonly places: Places }
  | { readonly ok: false; readonly problem: Problem };

const testParser = parser.configure({ top: 'UnaryTests' });

/** Turns narrowed FEEL into data. Everything that is not on the list is refused by name and place. Never throws. */
export function parse(text: string): Parsed {
  return guarded(text, (reader) => reader.only(parser.parse(text).topNode));
}

/**
 * The cell of a decision table as an expression over `?`: `< 5` is `? < 5`, `"A", "B"` is either of them, `-` is always
 * true, and what names `?` itself is taken as it stands. Never throws.
 */
export function parseTest(text: string): Parsed {
  return guarded(text, (reader) => testOf(reader, testParser.parse(text).topNode));
}

/** For a text that has been published and so was parsed before: anything else throws `NotARule`. */
export function parseRule(text: string): Expression {
  const parsed = parse(text);
  if (!parsed.ok) throw new NotARule(parsed.problem);
  return parsed.expression;
}

/** The names that an expression reads from outside, without `item`; a table's own inputs included. */
export function namesIn(expression: Expression): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    if ('op' in value && value.op === 'name' && 'name' in value) found.add(String(value.name));
    Object.values(value).forEach(walk);
  };
  walk(expression);
  ['item', '?'].forEach((own) => found.delete(own));
  return found;
}

function guarded(text: string, read: (reader: Reader) => Expression): Parsed {
  const reader = new Reader(text);
  try {
    if (text.length > EXPRESSION_LIMITS.characters) throw reader.refusal('too-large', { from: 0, to: text.length });
    const expression = read(reader);
    return { ok: true, text, expression, places: reader.places };
  } catch (error) {
    if (!(error instanceof NotARule)) throw error;
    return { ok: false, problem: error.problem };
  }
}

function testOf(reader: Reader, top: SyntaxNode): Expression {
  const isNegated = top.firstChild?.name === 'not';
  const [tests, more] = reader.parts(top);
  if (!tests || more) throw reader.refusal('syntax', top);
  if (tests.name === 'Wildcard') return reader.placed(tests, { op: 'literal', value: true });
  const test = reader.read(tests);
  return isNegated ? reader.placed(top, { op: 'call', function: 'not', arguments: [test] }) : test;
}
