import type { DecisionTable } from './table.generated';

const POLICIES = ['U', 'A', 'P', 'F', 'R', 'C', 'C+', 'C<', 'C>', 'C#'];
const TYPES = ['boolean', 'number', 'money', 'rate', 'text', 'date', 'choice', 'choices'];
const MOST_CHARACTERS = 1_000_000;

/** A table from the text of our own format, or undefined where its shape is another; what it says is for the verifier. */
export function fromJson(text: string): DecisionTable | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isTable(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): boolean =>
  isFields(value) && typeof value.vi === 'string' && typeof value.en === 'string';
const isOptional = (value: unknown, is: (value: unknown) => boolean): boolean => value === undefined || is(value);
const listOf = (value: unknown, is: (item: unknown) => boolean, most: number): boolean =>
  Array.isArray(value) && value.length > 0 && value.length <= most && value.every(is);

function isTable(value: unknown): value is DecisionTable {
  return (
    isFields(value) &&
    value.format === 1 &&
    typeof value.key === 'string' &&
    isText(value.title) &&
    isOptional(value.legalBasis, isText) &&
    POLICIES.includes(String(value.hitPolicy)) &&
    listOf(value.inputs, (input) => isColumn(input) && typeof (input as Fields).expression === 'string', 20) &&
    listOf(value.outputs, isColumn, 10) &&
    listOf(value.rules, isRule, 500)
  );
}

function isColumn(value: unknown): boolean {
  return (
    isFields(value) &&
    typeof value.key === 'string' &&
    isText(value.label) &&
    TYPES.includes(String(value.type)) &&
    isOptional(value.choices, (choices) => listOf(choices, isChoice, 500))
  );
}

const isChoice = (value: unknown): boolean => isFields(value) && typeof value.value === 'string' && isText(value.title);

function isRule(value: unknown): boolean {
  if (!isFields(value)) return false;
  const cells = [value.when, value.then];
  const isCell = (cell: unknown) => typeof cell === 'string';
  return cells.every((each) => Array.isArray(each) && each.every(isCell)) && isOptional(value.legalBasis, isText);
}
