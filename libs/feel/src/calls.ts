import type { FunctionName } from './expression';

/** Counts what an evaluation does; false once it has spent all that it may. */
export interface Meter {
  spend(steps: number): boolean;
}

const UNKNOWN = null;

/** What each function does; null where an argument is missing or of another kind. */
export const CALLS: Readonly<Record<FunctionName, (meter: Meter, ...values: unknown[]) => unknown>> = {
  sum: (meter, list) => numbers(meter, list)?.reduce((total, each) => total + each, 0) ?? UNKNOWN,
  count: (_, list) => (Array.isArray(list) ? list.length : UNKNOWN),
  min: (meter, list) => extreme(meter, list, (one, other) => (other < one ? other : one)),
  max: (meter, list) => extreme(meter, list, (one, other) => (other > one ? other : one)),
  not: (_, value) => (typeof value === 'boolean' ? !value : UNKNOWN),
  year: (_, date) => (isDate(date) ? Number(date.slice(0, 4)) : UNKNOWN),
  yearsBetween: (_, from, to) => (isDate(from) && isDate(to) ? wholeYears(from, to) : UNKNOWN),
  share: (_, amount, rate) => (isWhole(amount) && isWhole(rate) ? sharing(amount, rate) : UNKNOWN),
  ratio: (_, part, whole) =>
    isWhole(part) && isWhole(whole) && part >= 0 && whole > 0 ? ratioOf(part, whole) : UNKNOWN,
  round: (_, value, decimals) =>
    typeof value === 'number' && isWhole(decimals) && Math.abs(decimals) <= 15 ? rounded(value, decimals) : UNKNOWN,
  distinct: (meter, list) =>
    Array.isArray(list) && meter.spend(list.length) && !list.includes(UNKNOWN) ? [...new Set<unknown>(list)] : UNKNOWN,
  'list contains': (meter, list, item) =>
    Array.isArray(list) && item !== UNKNOWN && meter.spend(list.length) ? list.includes(item) : UNKNOWN,
};

/** The numbers of a list, or undefined where one is missing: a sum over a gap is no sum. */
function numbers(meter: Meter, list: unknown): readonly number[] | undefined {
  if (!Array.isArray(list) || !meter.spend(list.length)) return undefined;
  return list.every((item) => typeof item === 'number') ? list : undefined;
}

function extreme(meter: Meter, list: unknown, of: (one: number, other: number) => number): number | null {
  const values = numbers(meter, list);
  return values && values.length > 0 ? values.reduce(of) : UNKNOWN;
}

function wholeYears(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

/** In whole numbers: amounts reach 10^14 đồng, and their product with a rate would pass what a double holds exactly. */
function sharing(amount: number, rate: number): number {
  return Number((BigInt(amount) * BigInt(rate)) / 10_000n);
}

function ratioOf(part: number, whole: number): number {
  return Number((BigInt(part) * 20_000n + BigInt(whole)) / (BigInt(whole) * 2n));
}

/** 1.005 is stored as a little less than it says: the fifteen digits that a double really holds are what is rounded. */
function rounded(value: number, decimals: number): number {
  const scaled = Number((Math.abs(value) * 10 ** decimals).toPrecision(15));
  return (Math.sign(value) * Math.round(scaled)) / 10 ** decimals;
}

const isDate = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);
const isWhole = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value);
