import fc from 'fast-check';
import { evaluate, evaluated, type Expression } from './index';
import { check, choiceOf, DATE, listOf, MONEY, NUMBER, parse, parseTest, RATE, recordOf, TEXT } from './publish';
import { naive } from './testing/naive';

const value = (text: string, names = {}) => {
  const parsed = parse(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return evaluate(parsed.expression, names);
};
const holds = (cell: string, input: unknown) => {
  const parsed = parseTest(cell);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problem));
  return evaluate(parsed.expression, { '?': input });
};

describe('what the DMN standard says of FEEL, where we speak it', () => {
  // DMN 1.5, table 50: conjunction and disjunction of three truths.
  it.each([
    ['true and true', true],
    ['true and false', false],
    ['true and null', null],
    ['false and null', false],
    ['null and null', null],
    ['true or null', true],
    ['false or null', null],
    ['false or false', false],
    ['not(null)', null],
    ['true and "otherwise"', null],
    ['false and "otherwise"', false],
  ])('%s is %s', (text, expected) => expect(value(text)).toBe(expected));

  // DMN 1.5, 10.3.2: arithmetic, comparison, if, filter, path, membership.
  it.each([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['10 - 4 - 3', 3],
    ['-5 + 2', -3],
    ['.5 + 1', 1.5],
    ['1 /* one */ + 1 // two', 2],
    ['5 in (5, 6)', true],
    ['"a" < "b"', true],
    ['"a" = 1', null],
    ['if null then 1 else 2', 2],
    ['[1, 2, 3][item >= 2]', [2, 3]],
    ['[{a: 1}]', 'no-definition'],
    ['sum([1, 2, 3])', 6],
    ['list contains([1, 2, 3], 2)', true],
    ['date("2012-12-25") < date("2012-12-26")', true],
    ['@"2012-12-25" = date("2012-12-25")', true],
  ])('%s is %j', (text, expected) => {
    const parsed = parse(text);
    expect(parsed.ok ? evaluate(parsed.expression, {}) : parsed.problem.reason).toEqual(expected);
  });

  // DMN 1.5, table 42 and 10.3.2.8: unary tests.
  it.each<[string, unknown, unknown]>([
    ['-', null, true],
    ['< 10', 9, true],
    ['<= 10', 10, true],
    ['(5..10)', 5, false],
    ['[5..10]', 5, true],
    ['[5..10)', 10, false],
    [']5..10[', 10, false],
    ['"a", "b"', 'b', true],
    ['not("a", "b")', 'b', false],
    ['not(< 3)', 3, true],
    ['< 3, > 7', 5, false],
    ['< 3, > 7', 8, true],
    ['true', false, false],
    ['5', 5, true],
    ['? > 3 and ? < 5', 4, true],
    ['list contains(?, "POOR")', ['POOR', 'DISABLED'], true],
    ['not(list contains(?, "POOR"))', ['DISABLED'], true],
    ['>= date("2026-01-01")', '2025-12-31', false],
    ['[@"2025-01-01"..@"2026-01-01")', '2025-12-31', true],
    ['< 10', null, null],
  ])('the cell %s says of %j: %j', (cell, input, expected) => expect(holds(cell, input)).toBe(expected));
});

describe('an expression that something is wrong with', () => {
  const deep = (open: string, close: string) => `${open.repeat(10_000)}1${close.repeat(10_000)}`;
  it.each([
    ['brackets in brackets', deep('(', ')'), 'too-large'],
    ['lists in lists', deep('[', ']'), 'too-large'],
    ['brackets just below the length', `${'('.repeat(1_900)}1${')'.repeat(1_900)}`, 'too-large'],
    ['unclosed brackets', '('.repeat(3_900), 'syntax'],
    ['conditions in conditions', `${'if true then 1 else '.repeat(190)}1`, 'too-large'],
    ['conditions without an end', 'if true then '.repeat(300), 'syntax'],
    ['a megabyte', 'a'.repeat(1_000_000), 'too-large'],
    ['a megabyte of sum', `1${' + 1'.repeat(250_000)}`, 'too-large'],
    ['nothing', '', 'syntax'],
    ['blanks', '   ', 'syntax'],
    ['a nul', 'a \0 b', 'syntax'],
    ['half a character', '"\uD800', 'syntax'],
    ['a backtick', '`rm -rf`', 'syntax'],
    ['an import', 'import("fs")', 'unknown-function'],
  ])('is refused by name: %s', (_, text, reason) => {
    const parsed = parse(text);

    expect(parsed.ok ? 'read' : parsed.problem.reason).toBe(reason);
  });

  it('says where', () => {
    const parsed = parse('amount > 3 and today() < received');

    expect(parsed).toEqual({ ok: false, problem: { reason: 'no-clock', from: 15, to: 20, part: 'today' } });
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a.__proto__', 'a.constructor.name', 'a.length'])(
    'never reaches into the language: %s',
    (text) => expect(value(text, { a: { b: 1 } })).toBeNull(),
  );

  it('ends, however much there is to do, and says why it gave up', () => {
    const list = Array.from({ length: 2_000 }, (_, item) => item);
    const text = 'count(list[count(list[count(list[item > 0]) > item]) > item])';
    const parsed = parse(text);
    if (!parsed.ok) throw new Error(text);

    expect(evaluated(parsed.expression, { list })).toEqual({ value: null, fault: { reason: 'too-many-steps' } });
  });

  it('says what was missing', () => {
    const parsed = parse('step.survey.amount > limit');
    if (!parsed.ok) throw new Error('unread');

    expect(evaluated(parsed.expression, { limit: 3 })).toEqual({
      value: null,
      fault: { reason: 'missing', names: ['step', 'step.survey', 'step.survey.amount'] },
    });
  });
});

describe('an expression typed against what there is', () => {
  const environment = {
    amount: MONEY,
    quantity: NUMBER,
    rate: RATE,
    kind: choiceOf(['REPAIR', 'NEW_BUILD']),
    groups: listOf(choiceOf(['POOR', 'NEAR_POOR'])),
    received: DATE,
    name: TEXT,
    members: listOf(recordOf({ age: NUMBER, share: MONEY })),
    rule: recordOf({}, NUMBER),
  };
  const reasons = (text: string) =>
    check(parse(text), environment).problems.map(({ reason, part }) => `${reason} ${part}`);

  it.each([
    'amount <= 60000000',
    'share(amount, rate) < amount',
    'amount * quantity > 3',
    'kind in ("REPAIR", "NEW_BUILD")',
    '"POOR" in groups',
    'list contains(groups, "POOR")',
    'received < date("2026-01-01")',
    'received < "2026-01-01"',
    'sum(members[item.age > 15].share) <= rule.most',
    'if kind = "REPAIR" then amount else rule.newBuild',
  ])('fits: %s', (text) => expect(reasons(text)).toEqual([]));

  it.each([
    ['amuont > 3', ['unknown-name amuont']],
    ['members.agee', ['unknown-name members.agee']],
    ['kind = "REPIAR"', ['unknown-choice "REPIAR"']],
    ['kind in ("REPAIR", "REPIAR")', ['unknown-choice "REPIAR"']],
    ['list contains(groups, "RICH")', ['unknown-choice "RICH"']],
    ['amount > name', ['wrong-type amount > name']],
    ['amount * rate', ['money-times-rate amount * rate']],
    ['amount * amount', ['money-times-rate amount * amount']],
    ['amount + rate', ['wrong-type amount + rate']],
    ['amount and kind = "REPAIR"', ['wrong-type amount']],
    ['name + 1', ['wrong-type name']],
    ['quantity[item > 1]', ['wrong-type quantity']],
    ['year(amount)', ['wrong-type amount']],
    ['received < "tomorrow"', ['wrong-type "tomorrow"']],
    ['decide("nothing")', ['unknown-table decide("nothing")']],
    ['constructor', ['unknown-name constructor']],
    ['a > b', ['unknown-name a', 'unknown-name b']],
  ])('does not fit: %s', (text, expected) => expect(reasons(text)).toEqual(expected));

  it('gives what is asked for', () => {
    expect(check(parse('amount'), environment, NUMBER).problems).toEqual([]);
    expect(check(parse('kind'), environment, NUMBER).problems).toMatchObject([{ reason: 'wrong-type' }]);
    expect(check(parse('"C"'), environment, choiceOf(['A', 'B'])).problems).toMatchObject([
      { reason: 'unknown-choice' },
    ]);
  });
});

describe('any expression', () => {
  const literal = fc.oneof(
    fc.integer({ min: -5, max: 5 }).map(String),
    fc.constantFrom('true', 'false', 'null', '"a"', '"b"', 'x', 'y', 'list', 'rows.n', 'gone', '[1, 2]', '[]'),
  );
  const text = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4, withCrossShrink: true },
      literal,
      fc
        .tuple(tie('any'), fc.constantFrom('+', '-', '*', '=', '!=', '<', '<=', '>', '>=', 'and', 'or'), tie('any'))
        .map(([left, by, right]) => `(${left}) ${by} (${right})`),
      fc.tuple(tie('any'), tie('any'), tie('any')).map(([c, t, o]) => `if (${c}) then (${t}) else (${o})`),
      fc
        .tuple(fc.constantFrom('sum', 'count', 'min', 'max', 'not', 'distinct'), tie('any'))
        .map(([name, inner]) => `${name}(${inner})`),
      fc.tuple(tie('any'), tie('any')).map(([a, b]) => `list contains(${a}, ${b})`),
      fc.tuple(tie('any'), tie('any')).map(([a, b]) => `(${a}) in ((${b}))`),
      tie('any').map((where) => `list[(${where})]`),
    ),
  })).any;
  const names = { x: 3, y: 'a', list: [1, 2, 3], rows: [{ n: 1 }, { n: 2 }, {}] };

  it('gives what a second, naive reading of the standard gives', () => {
    fc.assert(
      fc.property(text, (written) => {
        const parsed = parse(written);
        fc.pre(parsed.ok);
        if (parsed.ok) expect(evaluate(parsed.expression, names)).toEqual(naive(parsed.expression, names));
      }),
      { numRuns: 2_000 },
    );
  });

  it('is read or refused, whatever it is, and never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (written) => {
        const [whole, cell] = [parse(written), parseTest(written)];
        for (const each of [whole, cell]) if (each.ok) evaluate(each.expression as Expression, names);
      }),
      { numRuns: 2_000 },
    );
  });
});
