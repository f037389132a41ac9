import type { Expression } from './expression';
import type { Parsed, Places } from './parse';
import type { Problem, ProblemReason } from './problem';
import {
  ANY,
  BOOLEAN,
  comparable,
  type Environment,
  isNumeric,
  isProductOfUnits,
  joint,
  KEEPS_UNIT,
  listOf,
  literalType,
  SIGNATURES,
  type Type,
} from './types';

export interface Checked {
  readonly type: Type;
  readonly problems: readonly Problem[];
}

/** What decision tables give, by their key. */
export type TableTypes = Readonly<Record<string, Type>>;

/**
 * Types an expression against what there is to be read; `wanted` is what must come out. Every mismatch is named with its
 * place, and reading goes on after it, so that all of them are told at once.
 */
export function check(parsed: Parsed, environment: Environment, wanted: Type = ANY, tables: TableTypes = {}): Checked {
  if (!parsed.ok) return { type: ANY, problems: [parsed.problem] };
  const checker = new Checker(parsed.text, parsed.places, tables);
  const type = checker.typeOf(parsed.expression, environment);
  if (!fits(type, wanted)) checker.say(strangeChoice(type, wanted), parsed.expression);
  return { type, problems: checker.problems };
}

/** Whether what comes out can stand where `wanted` is asked for. */
export function fits(type: Type, wanted: Type): boolean {
  if (wanted.kind === 'any' || type.kind === 'any') return true;
  if (wanted.kind === 'choice')
    return type.kind === 'choice' ? type.choices.every((each) => wanted.choices.includes(each)) : type.kind === 'text';
  if (wanted.kind === 'list') return type.kind === 'list' && fits(type.of, wanted.of);
  if (wanted.kind === 'date') return type.kind === 'date' || type.kind === 'text' || isChoiceOfDays(type);
  if (wanted.kind === 'text') return ['text', 'choice', 'date'].includes(type.kind);
  if (isNumeric(wanted)) return isNumeric(type) && !isProductOfUnits(type, wanted);
  return type.kind === wanted.kind;
}

const isChoiceOfDays = (type: Type): boolean =>
  type.kind === 'choice' && type.choices.every((each) => /^\d{4}-\d{2}-\d{2}$/.test(String(each)));

const jointly = (types: readonly Type[]): Type => (types.length === 0 ? ANY : types.reduce(joint));

const strangeChoice = (type: Type, wanted: Type): ProblemReason =>
  type.kind === 'choice' && wanted.kind === 'choice' ? 'unknown-choice' : 'wrong-type';

class Checker {
  readonly problems: Problem[] = [];

  constructor(
    private readonly text: string,
    private readonly places: Places,
    private readonly tables: TableTypes,
  ) {}

  say(reason: ProblemReason, at: Expression): Type {
    const { from, to } = this.places.get(at) ?? { from: 0, to: this.text.length };
    this.problems.push({ reason, from, to, part: this.text.slice(from, to) });
    return ANY;
  }

  typeOf(expression: Expression, names: Environment): Type {
    switch (expression.op) {
      case 'literal':
        return literalType(expression);
      case 'list':
        return listOf(jointly(expression.items.map((item) => this.typeOf(item, names))));
      case 'name':
        return Object.hasOwn(names, expression.name)
          ? (names[expression.name] as Type)
          : this.say('unknown-name', expression);
      case 'path':
        return this.property(expression, this.typeOf(expression.of, names));
      case 'filter':
        return this.filter(expression, names);
      case 'if':
        this.wanted(expression.condition, names, BOOLEAN);
        return joint(this.typeOf(expression.then, names), this.typeOf(expression.otherwise, names));
      case 'and':
      case 'or':
        this.wanted(expression.left, names, BOOLEAN);
        this.wanted(expression.right, names, BOOLEAN);
        return BOOLEAN;
      case 'compare':
        return this.comparison(expression, names);
      case 'arithmetic':
        return this.arithmetic(expression, names);
      case 'in':
        return this.membership(expression, names);
      case 'call':
        return this.call(expression, names);
      case 'decide':
        return Object.hasOwn(this.tables, expression.name)
          ? (this.tables[expression.name] as Type)
          : this.say('unknown-table', expression);
    }
  }

  private wanted(expression: Expression, names: Environment, wanted: Type): Type {
    const type = this.typeOf(expression, names);
    return fits(type, wanted) ? type : this.say(strangeChoice(type, wanted), expression);
  }

  private property(expression: Expression & { op: 'path' }, of: Type): Type {
    if (of.kind === 'any') return ANY;
    if (of.kind === 'list') return listOf(this.property(expression, of.of));
    if (of.kind !== 'record') return this.say('wrong-type', expression);
    if (Object.hasOwn(of.fields, expression.property)) return of.fields[expression.property] as Type;
    return of.open ?? this.say('unknown-name', expression);
  }

  private filter({ of, where }: Expression & { op: 'filter' }, names: Environment): Type {
    const list = this.typeOf(of, names);
    if (list.kind !== 'list') return list.kind === 'any' ? ANY : this.say('wrong-type', of);
    this.wanted(where, { ...names, item: list.of }, BOOLEAN);
    return list;
  }

  private comparison(expression: Expression & { op: 'compare' }, names: Environment): Type {
    const [left, right] = [this.typeOf(expression.left, names), this.typeOf(expression.right, names)];
    if (!comparable(left, right)) return this.saying('wrong-type', expression);
    this.choices(expression.left, left, right);
    this.choices(expression.right, right, left);
    return BOOLEAN;
  }

  /** A text that stands for a choice must be one of them: anything else is a slip of the pen and never true. */
  private choices(at: Expression, written: Type, known: Type): void {
    if (at.op !== 'literal' || written.kind !== 'choice') return;
    if (!fits(written, known)) this.say(known.kind === 'choice' ? 'unknown-choice' : 'wrong-type', at);
  }

  private saying(reason: ProblemReason, at: Expression): Type {
    this.say(reason, at);
    return BOOLEAN;
  }

  private arithmetic(expression: Expression & { op: 'arithmetic' }, names: Environment): Type {
    const left = this.typeOf(expression.left, names);
    const right = this.typeOf(expression.right, names);
    if (!isNumeric(left)) return this.say('wrong-type', expression.left);
    if (!isNumeric(right)) return this.say('wrong-type', expression.right);
    const hasUnits = [left, right].every(({ kind }) => kind === 'money' || kind === 'rate');
    if (expression.by === '*' && hasUnits) return this.say('money-times-rate', expression);
    return isProductOfUnits(left, right) ? this.say('wrong-type', expression) : joint(left, right);
  }

  private membership(expression: Expression & { op: 'in' }, names: Environment): Type {
    const value = this.typeOf(expression.value, names);
    for (const item of expression.list) {
      const type = this.typeOf(item, names);
      const one = type.kind === 'list' ? type.of : type;
      if (!comparable(value, one)) this.say('wrong-type', item);
      this.choices(item, one, value);
      this.choices(expression.value, value, one);
    }
    return BOOLEAN;
  }

  private call(expression: Expression & { op: 'call' }, names: Environment): Type {
    const { takes, gives } = SIGNATURES[expression.function];
    const given = expression.arguments.map((argument, index) => this.wanted(argument, names, takes[index] ?? ANY));
    const [first = ANY, second] = given;
    if (expression.function === 'list contains' && first.kind === 'list' && second) {
      if (!comparable(first.of, second)) return this.saying('wrong-type', expression);
      this.choices(expression.arguments[1] as Expression, second, first.of);
    }
    if (!KEEPS_UNIT.has(expression.function)) return gives;
    return expression.function === 'round' || expression.function === 'distinct' || first.kind !== 'list'
      ? first
      : first.of;
  }
}
