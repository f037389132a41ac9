import { DOMParser, type Element } from '@xmldom/xmldom';
import { parse } from '../parse';
import type { DecisionTable, TableChoice, TableInput, TableOutput, TableRule } from './table.generated';

/** DMN 1.5, and what we say beside it: titles in two languages, legal bases, kinds that FEEL has no name for. */
const DMN = 'https://www.omg.org/spec/DMN/20230324/MODEL/';
const OWN = 'https://trinhduyet.vn/schemas/dmn-1';
const MOST_CHARACTERS = 1_000_000;

type Policy = DecisionTable['hitPolicy'];
const POLICIES: Readonly<Record<Policy, readonly [policy: string, aggregation?: string]>> = {
  U: ['UNIQUE'],
  A: ['ANY'],
  P: ['PRIORITY'],
  F: ['FIRST'],
  R: ['RULE ORDER'],
  C: ['COLLECT'],
  'C+': ['COLLECT', 'SUM'],
  'C<': ['COLLECT', 'MIN'],
  'C>': ['COLLECT', 'MAX'],
  'C#': ['COLLECT', 'COUNT'],
};
const TYPES: Readonly<Record<TableInput['type'], string>> = {
  boolean: 'boolean',
  number: 'number',
  money: 'number',
  rate: 'number',
  text: 'string',
  date: 'date',
  choice: 'string',
  choices: 'Any',
};

/** Why a text is no table that can be taken over. */
export type DmnProblem =
  | 'too-large'
  | 'not-well-formed'
  | 'doctype'
  | 'not-dmn'
  | 'no-table'
  | 'several-tables'
  | 'hit-policy'
  | 'type'
  | 'input-without-expression';
export type Imported =
  | { readonly ok: true; readonly table: DecisionTable }
  | { readonly ok: false; readonly reason: DmnProblem; readonly part?: string };

/** One table as a DMN 1.5 document. Other tools read all of it but the second language, which they keep. */
export function toDmn(table: DecisionTable): string {
  const { key, title, hitPolicy, inputs, outputs, rules, legalBasis } = table;
  const [policy, aggregation] = POLICIES[hitPolicy];
  const own = { 'td:title-en': title.en, ...basis(legalBasis) };
  const columns = [
    ...inputs.map((input) => inputXml(key, input)),
    ...outputs.map((output) => outputXml(key, output, outputs.length > 1)),
    '      <annotation name="legalBasis"/>',
    ...rules.map((rule, index) => ruleXml(key, rule, index)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    open('definitions', { xmlns: DMN, 'xmlns:td': OWN, id: `definitions-${key}`, name: title.vi, namespace: OWN }),
    `  ${open('decision', { id: key, name: title.vi, ...own })}`,
    `    <variable name="${key}"/>`,
    `    ${open('decisionTable', { id: `${key}-table`, hitPolicy: policy, aggregation, outputLabel: title.vi })}`,
    ...columns,
    '    </decisionTable>\n  </decision>\n</definitions>\n',
  ].join('\n');
}

function inputXml(table: string, { key, label, expression, type, choices, minimum, maximum }: TableInput): string {
  const own = { 'td:label-en': label.en, 'td:type': type, 'td:minimum': minimum, 'td:maximum': maximum };
  return [
    `      ${open('input', { id: `${table}-in-${key}`, label: label.vi, 'td:key': key, ...own })}`,
    `        ${open('inputExpression', { id: `${table}-of-${key}`, typeRef: TYPES[type] })}${textXml(expression)}</inputExpression>`,
    ...(choices ? [`        ${open('inputValues', named(choices))}${textXml(values(choices))}</inputValues>`] : []),
    '      </input>',
  ].join('\n');
}

function outputXml(table: string, { key, label, type, choices }: TableOutput, isNamed: boolean): string {
  const own = { 'td:key': key, 'td:label-en': label.en, 'td:type': type };
  const name = isNamed ? key : undefined;
  return [
    `      ${open('output', { id: `${table}-out-${key}`, name, label: label.vi, typeRef: TYPES[type], ...own })}`,
    ...(choices ? [`        ${open('outputValues', named(choices))}${textXml(values(choices))}</outputValues>`] : []),
    '      </output>',
  ].join('\n');
}

function ruleXml(table: string, { when, then, legalBasis }: TableRule, index: number): string {
  const id = `${table}-rule-${index + 1}`;
  const cell = (tag: string, text: string, at: string) =>
    `        ${open(tag, { id: `${id}-${at}` })}${textXml(text)}</${tag}>`;
  return [
    `      ${open('rule', { id, 'td:basis-en': legalBasis?.en })}`,
    ...when.map((text, at) => cell('inputEntry', text, `when-${at + 1}`)),
    ...then.map((text, at) => cell('outputEntry', text, `then-${at + 1}`)),
    `        <annotationEntry>${textXml(legalBasis?.vi ?? '')}</annotationEntry>`,
    '      </rule>',
  ].join('\n');
}

const basis = (text: DecisionTable['legalBasis']) => ({ 'td:basis': text?.vi, 'td:basis-en': text?.en });
const values = (choices: readonly TableChoice[]) => choices.map(({ value }) => JSON.stringify(value)).join(', ');
const named = (choices: readonly TableChoice[]) => ({
  'td:titles': JSON.stringify(choices.map(({ title }) => [title.vi, title.en])),
});
const textXml = (text: string) => `<text>${escaped(text)}</text>`;

function open(tag: string, attributes: Readonly<Record<string, string | number | undefined>>): string {
  const stated = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<${[tag, ...stated.map(([name, value]) => `${name}="${escaped(String(value))}"`)].join(' ')}>`;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

class NotDmn extends Error {
  constructor(
    readonly reason: DmnProblem,
    readonly part?: string,
  ) {
    super(reason);
  }
}

/**
 * The one decision table of a DMN document, ours or another tool's: what has no English keeps the one text that it has.
 * Document types and entities are refused before anything is parsed. Never throws.
 */
export function fromDmn(text: string): Imported {
  try {
    return { ok: true, table: tableOf(rootOf(text)) };
  } catch (error) {
    if (!(error instanceof NotDmn)) throw error;
    return { ok: false, reason: error.reason, part: error.part };
  }
}

function rootOf(text: string): Element {
  if (text.length > MOST_CHARACTERS) throw new NotDmn('too-large');
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) throw new NotDmn('doctype');
  let broken: string | undefined;
  const parser = new DOMParser({ onError: (_level, message) => void (broken ??= message) });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(text, 'text/xml').documentElement;
  } catch (error) {
    broken ??= error instanceof Error ? error.message : '';
  }
  if (broken !== undefined || !root) throw new NotDmn('not-well-formed', broken?.split('\n')[0]);
  const isDmn =
    root.localName === 'definitions' && /^https?:\/\/www\.omg\.org\/spec\/DMN\//.test(root.namespaceURI ?? '');
  if (!isDmn) throw new NotDmn('not-dmn');
  return root;
}

function tableOf(root: Element): DecisionTable {
  const [found, second] = [...root.getElementsByTagNameNS('*', 'decisionTable')];
  if (!found) throw new NotDmn('no-table');
  if (second) throw new NotDmn('several-tables');
  const decision = found.parentNode as Element;
  const name = decision.getAttribute('name') ?? decision.getAttribute('id') ?? 'table';
  return {
    format: 1,
    key: keyOf(decision.getAttribute('id') ?? name),
    title: { vi: name, en: own(decision, 'title-en') ?? name },
    ...basisOf(own(decision, 'basis'), own(decision, 'basis-en')),
    hitPolicy: policyOf(found),
    inputs: children(found, 'input').map(inputOf),
    outputs: children(found, 'output').map(outputOf),
    rules: children(found, 'rule').map(ruleOf),
  };
}

function policyOf(table: Element): Policy {
  const wanted = [table.getAttribute('hitPolicy') || 'UNIQUE', table.getAttribute('aggregation') || undefined];
  const found = Object.entries(POLICIES).find(([, [policy, sum]]) => policy === wanted[0] && sum === wanted[1]);
  if (!found) throw new NotDmn('hit-policy', wanted.filter(Boolean).join(' '));
  return found[0] as Policy;
}

function inputOf(input: Element, index: number): TableInput {
  const [stated] = children(input, 'inputExpression');
  const expression = stated ? textOf(stated) : '';
  if (!stated || expression === '') throw new NotDmn('input-without-expression', String(index + 1));
  const choices = choicesOf(children(input, 'inputValues')[0]);
  const type = typeOf(own(input, 'type'), stated.getAttribute('typeRef'), choices);
  const label = input.getAttribute('label') || expression;
  return {
    key: own(input, 'key') ?? `input${index + 1}`,
    label: { vi: label, en: own(input, 'label-en') ?? label },
    expression,
    type,
    ...(choices ? { choices } : {}),
    ...bound('minimum', own(input, 'minimum')),
    ...bound('maximum', own(input, 'maximum')),
  };
}

const bound = (name: 'minimum' | 'maximum', text: string | undefined) =>
  text !== undefined && Number.isFinite(Number(text)) ? { [name]: Number(text) } : {};

function outputOf(output: Element, index: number): TableOutput {
  const choices = choicesOf(children(output, 'outputValues')[0]);
  const type = typeOf(own(output, 'type'), output.getAttribute('typeRef'), choices);
  const name = output.getAttribute('name') || `output${index + 1}`;
  const label = output.getAttribute('label') || name;
  return {
    key: own(output, 'key') ?? `output${index + 1}`,
    label: { vi: label, en: own(output, 'label-en') ?? label },
    type: type === 'choices' ? 'text' : type,
    ...(choices ? { choices } : {}),
  };
}

function typeOf(stated: string | undefined, typeRef: string | null, choices: unknown): TableInput['type'] {
  if (stated !== undefined && Object.hasOwn(TYPES, stated)) return stated as TableInput['type'];
  const ref = typeRef?.replace(/^.*:/, '') || 'string';
  if (ref === 'string') return choices ? 'choice' : 'text';
  if (ref === 'integer' || ref === 'long' || ref === 'double') return 'number';
  if (ref === 'number' || ref === 'boolean' || ref === 'date') return ref;
  throw new NotDmn('type', ref);
}

function choicesOf(element: Element | undefined): TableChoice[] | undefined {
  const parsed = element && parse(`[${textOf(element)}]`);
  if (!element || !parsed?.ok || parsed.expression.op !== 'list') return undefined;
  const titles = titlesOf(own(element, 'titles'));
  return parsed.expression.items.flatMap((item, index) => {
    if (item.op !== 'literal' || typeof item.value !== 'string') return [];
    const [vi = item.value, en = vi] = titles[index] ?? [];
    return [{ value: item.value, title: { vi, en } }];
  });
}

function titlesOf(text: string | undefined): readonly (readonly string[])[] {
  try {
    const titles: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(titles) ? titles.filter(isTexts) : [];
  } catch {
    return [];
  }
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string' && each !== '');

function ruleOf(rule: Element): TableRule {
  const [note] = children(rule, 'annotationEntry');
  const text = note ? textOf(note) : '';
  return {
    when: children(rule, 'inputEntry').map((entry) => textOf(entry) || '-'),
    then: children(rule, 'outputEntry').map(textOf),
    ...basisOf(text === '' ? undefined : text, own(rule, 'basis-en')),
  };
}

const basisOf = (vi: string | undefined, en: string | undefined) =>
  vi === undefined ? {} : { legalBasis: { vi, en: en ?? vi } };

const own = (element: Element, name: string): string | undefined => element.getAttributeNS(OWN, name) || undefined;

function children(element: Element, name: string): Element[] {
  return [...element.childNodes].filter((node): node is Element => (node as Element).localName === name);
}

function textOf(element: Element): string {
  return (children(element, 'text')[0]?.textContent ?? '').trim();
}

/** A name of another tool as one of our keys. */
function keyOf(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '');
  return plain || 'table';
}
