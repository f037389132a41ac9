import type { TableInput, TableOutput, Wording } from '@trinhduyet/feel';
import { formatDay, formatMoney, formatNumber } from '@trinhduyet/text';
import { defineTexts, type Language, type Text } from '../../shared/language';

/** The language of rules in people's words. */
export const WORDS = defineTexts(
  {
    and: 'và',
    or: 'hoặc',
    is: 'là',
    isNot: 'khác',
    before: 'trước',
    after: 'sau',
    until: 'đến hết',
    since: 'từ',
    yes: 'có',
    no: 'không',
    always: 'mọi trường hợp',
    not: (inner: string) => `không phải (${inner})`,
    when: (condition: string, then: string, otherwise: string) => `${then} nếu ${condition}, còn lại ${otherwise}`,
    oneOf: (values: string) => `là một trong: ${values}`,
    contains: (list: string, value: string) => (list === '' ? `có ${value}` : `${list} có ${value}`),
    decided: (table: string) => `theo bảng ${table}`,
    calls: {
      sum: 'tổng',
      count: 'số lượng',
      min: 'nhỏ nhất của',
      max: 'lớn nhất của',
      year: 'năm của',
      yearsBetween: 'số năm giữa',
      share: 'phần theo tỷ lệ của',
      ratio: 'tỷ lệ của',
      round: 'làm tròn',
      distinct: 'các giá trị khác nhau của',
    },
  },
  {
    and: 'and',
    or: 'or',
    is: 'is',
    isNot: 'is not',
    before: 'before',
    after: 'after',
    until: 'until',
    since: 'from',
    yes: 'yes',
    no: 'no',
    always: 'always',
    not: (inner) => `not (${inner})`,
    when: (condition, then, otherwise) => `${then} if ${condition}, otherwise ${otherwise}`,
    oneOf: (values) => `is one of: ${values}`,
    contains: (list, value) => (list === '' ? `has ${value}` : `${list} has ${value}`),
    decided: (table) => `by the table ${table}`,
    calls: {
      sum: 'the sum of',
      count: 'the number of',
      min: 'the least of',
      max: 'the greatest of',
      year: 'the year of',
      yearsBetween: 'years between',
      share: 'the share of',
      ratio: 'the ratio of',
      round: 'rounded',
      distinct: 'different ones of',
    },
  },
);

/** What a name stands for, as far as words need it. */
export interface Named {
  readonly title: Text;
  readonly type?: TableInput['type'];
  readonly choices?: readonly { readonly value: unknown; readonly title: Text }[];
}

type Scalar = string | number | boolean | null;

export function valueInWords(value: unknown, { type, choices }: Partial<Named>, language: Language): string {
  const words = WORDS[language];
  const choice = choices?.find((each) => each.value === value);
  if (choice) return choice.title[language];
  if (Array.isArray(value)) return value.map((each) => valueInWords(each, { choices }, language)).join(', ');
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)) return formatDay(value);
  if (typeof value === 'number') return figure(value, type);
  return value === null || value === undefined ? '–' : String(value as Scalar);
}

function figure(value: number, type: TableInput['type'] | undefined): string {
  if (type === 'money') return formatMoney(value);
  return type === 'rate' ? `${formatNumber(value / 100)}%` : formatNumber(value);
}

/** Words for an expression over these names; what has no title keeps its name. */
export function wordingOf(names: ReadonlyMap<string, Named>, language: Language): Wording {
  const { calls, ...words } = WORDS[language];
  return {
    ...words,
    name: (name) => names.get(name)?.title[language] ?? name,
    value: (value, of) => valueInWords(value, (of !== undefined && names.get(of)) || {}, language),
    call: (name, values) => `${calls[name as keyof typeof calls] ?? name} (${values.join('; ')})`,
  };
}

/** Words for the cells of one column, whose input goes without saying. */
export function cellWording({ label, type, choices }: TableInput | TableOutput, language: Language): Wording {
  const words = WORDS[language];
  const own = { title: label, type, choices };
  const wording = wordingOf(new Map(), language);
  return {
    ...wording,
    is: '',
    name: (name) => (name === '?' ? '' : name),
    value: (value) => valueInWords(value, own, language),
    isNot: words.isNot,
  };
}

const SINCE = [
  ['≥ ', 'since'],
  ['< ', 'before'],
  ['≤ ', 'until'],
  ['> ', 'after'],
] as const;

/** Of days one says before and from, not less and greater. */
export function daysInWords(text: string, language: Language): string {
  return SINCE.reduce((said, [sign, word]) => said.replaceAll(sign, `${WORDS[language][word]} `), text);
}
