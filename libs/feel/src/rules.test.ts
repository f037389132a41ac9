import { evaluate } from './evaluate';
import { parseRule } from './parse';
import { NotARule } from './problem';

const names = {
  amount: 60,
  cost: 95,
  kind: 'NEW_BUILD',
  start: '2026-03-01',
  finish: '2026-06-30',
  solid: [true, false, false],
  plan: [
    { source: 'STATE', amount: 60 },
    { source: 'CREDIT', amount: 25 },
    { source: 'FAMILY', amount: 10 },
  ],
};
const value = (text: string) => evaluate(parseRule(text), names);

describe('a rule', () => {
  it.each<[string, unknown]>([
    ['sum(plan.amount) = cost', true],
    ['sum(plan[item.source = "STATE"].amount) <= (if kind = "REPAIR" then 30 else 60)', true],
    ['sum(plan[item.source = "STATE" or item.source = "CREDIT"].amount)', 85],
    ['count(solid[item = false]) >= 2', true],
    ['finish > start', true],
    ['kind in ("REPAIR", "NEW_BUILD")', true],
    ['kind in ["REPAIR"]', false],
    ['amount * 2 - 20 >= cost', true],
    ['year(start) = 2026 and yearsBetween(start, "2029-02-28") = 2', true],
    ['"CREDIT" in plan.source', true],
    ['"STATE" in ["CREDIT"]', false],
    ['ratio(7, 12)', 5833],
    ['round(1.005 * 100000, 0)', 100_500],
    ['round(2.675 * 100, 0)', 268],
    ['round(8.75, 1)', 8.8],
    ['round(0 - 2.5, 0)', -3],
    ['count(distinct(["a", "b", "a"]))', 2],
    ['share(88271000000, 7000)', 61_789_700_000],
    ['share(100000000000000, 9999)', 99_990_000_000_000],
    ['min([3, 1, 2]) = 1 and max([3, 1, 2]) = 3', true],
    ['not(amount > cost)', true],
  ])('%s gives %s', (text, expected) => {
    expect(value(text)).toBe(expected);
  });

  it.each([
    'missing > 1',
    'amount > missing',
    'sum(missing.amount) = cost',
    'amount > kind',
    'year(kind)',
    'missing in ("A")',
    '"A" in missing',
    'ratio(1, 0)',
    'round(missing, 1)',
    'distinct(missing)',
    'not(missing)',
    'share(1.5, 10)',
    'max([])',
    'amount + missing',
  ])('says nothing where something is missing: %s', (text) => {
    expect(value(text)).toBeNull();
  });

  it('knows three truths, as FEEL does', () => {
    expect([value('missing > 1 or true'), value('missing > 1 and false')]).toEqual([true, false]);
    expect([value('missing > 1 or false'), value('missing > 1 and true')]).toEqual([null, null]);
  });

  it('reads what a person typed and nothing behind it', () => {
    expect([value('constructor'), value('plan.constructor'), value('kind.length')]).toEqual([
      null,
      [null, null, null],
      null,
    ]);
  });

  it.each([
    ['for x in plan return x', 'no-loop'],
    ['function(x) x', 'no-definition'],
    ['every x in plan satisfies x', 'no-quantifier'],
    ['amount ** 2', 'not-allowed'],
    ['amount / 2', 'not-allowed'],
    ['amount in [1..10]', 'no-range'],
    ['kind in plan and amount > 1', 'not-allowed'],
    ['today()', 'no-clock'],
    ['now()', 'no-clock'],
    ['matches(kind, "a+")', 'no-regular-expression'],
    ['constructor(kind)', 'unknown-function'],
    ['__proto__()', 'unknown-function'],
    ['1 .. 2', 'syntax'],
    ['amount) + (kind', 'syntax'],
    ['date("2026-02-30") < finish', 'not-allowed'],
    ['{ kind: 1 }.kind', 'no-definition'],
    ['amount instance of number', 'not-allowed'],
    ['decide(kind)', 'wrong-arguments'],
    ['sum(1, 2)', 'wrong-arguments'],
    ['amount >', 'syntax'],
    ['', 'syntax'],
    ['"unclosed', 'syntax'],
  ])('is refused by name: %s (%s)', (text, reason) => {
    expect(() => parseRule(text)).toThrow(NotARule);
    expect(() => parseRule(text)).toThrow(reason);
  });

  it('is refused when it is too large to be read by anybody', () => {
    expect(() => parseRule(Array.from({ length: 300 }, () => 'amount').join(' + '))).toThrow('too-large');
  });
});
