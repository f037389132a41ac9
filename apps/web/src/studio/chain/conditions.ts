import type { Schema } from '@trinhduyet/api-client';
import type { Chain, Step } from '@trinhduyet/approval';
import { describe } from '@trinhduyet/feel';
import { parse } from '@trinhduyet/feel/publish';
import type { ViewPlan } from '@trinhduyet/form';
import type { Language, Text } from '../../shared/language';
import { type Named, wordingOf } from '../tables/wording';
import { CHAIN_TEXTS } from './texts';

export type Names = ReadonlyMap<string, Named>;

/** What the conditions of a chain may name, with the titles that people know. */
export function namesOf(chain: Chain, plan: ViewPlan, forms: Schema<'StudioVersion'>['stepForms']): Names {
  const fields = plan.fields.flatMap((field): [string, Named][] =>
    field.widget === 'group' ? [] : [[nameOf(field.pointer), named(field)]],
  );
  const filledIn = chain.steps.flatMap((step) =>
    (forms.find(({ key }) => step.kind === 'review' && key === step.form)?.fields ?? []).map(
      (field): [string, Named] => {
        const title = joined(field.title, step.title);
        return [`step.${camel(step.key)}.${nameOf(field.pointer)}`, { ...named(field), title }];
      },
    ),
  );
  const outcomes = chain.steps.map((step): [string, Named] => [
    `outcome.${camel(step.key)}`,
    { title: outcomeOf(step.title), choices: step.kind === 'review' ? step.outcomes.map(choiceOf) : [] },
  ]);
  return new Map([...fields, ...filledIn, ...outcomes, ...GIVEN]);
}

const nameOf = (pointer: string) => pointer.slice(1).replaceAll('/', '.');
const camel = (key: string) => key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const choiceOf = ({ key, title }: { key: string; title: Text }) => ({ value: key, title });
const joined = (field: Text, step: Text): Text => ({ vi: `${field.vi} (${step.vi})`, en: `${field.en} (${step.en})` });
const outcomeOf = (step: Text): Text => ({ vi: `kết quả bước “${step.vi}”`, en: `the outcome of “${step.en}”` });

function named({ title, widget, choices }: { title: Text; widget: string; choices?: Named['choices'] }): Named {
  return { title, choices, ...(widget === 'money' ? { type: 'money' as const } : {}) };
}

const GIVEN: readonly [string, Named][] = [
  ['amount', { title: { vi: 'số tiền được duyệt', en: 'the amount approved' }, type: 'money' }],
  ['received', { title: { vi: 'ngày tiếp nhận', en: 'the day of reception' } }],
  ['submitted', { title: { vi: 'ngày nộp', en: 'the day of submission' } }],
];

/** A condition in words; as it is written where it cannot be read. */
export function inWords(text: string, names: Names, language: Language): string {
  const parsed = parse(text);
  return parsed.ok ? describe(parsed.expression, wordingOf(names, language)) : text;
}

/** What a chain hangs on, numbered as in its picture. */
export interface Hanging {
  readonly number: number;
  readonly step: string;
  /** Of a route: where it leads; an end is named by itself. */
  readonly to?: string;
  readonly words: string;
}

/** Every condition of a chain in words, in the order of its steps. */
export function hangingsOf(chain: Chain, names: Names, language: Language): readonly Hanging[] {
  const texts = CHAIN_TEXTS[language];
  const found = chain.steps.flatMap((step) => [
    ...(step.entry === undefined
      ? []
      : [{ step: step.key, words: texts.entered(step.title[language], inWords(step.entry, names, language)) }]),
    ...byExpression(step).map((text) => ({
      step: step.key,
      words: texts.timeBy(step.title[language], inWords(text, names, language)),
    })),
    ...step.routes.flatMap((route) => {
      if (route.when === undefined) return [];
      const to = 'to' in route ? route.to : undefined;
      const where = 'end' in route ? texts.ends[route.end] : titleOf(chain, to ?? '', language);
      return [
        { step: step.key, to, words: texts.goes(step.title[language], where, inWords(route.when, names, language)) },
      ];
    }),
  ]);
  return found.map((each, index) => ({ ...each, number: index + 1 }));
}

const byExpression = (step: Step): readonly string[] =>
  step.kind === 'review' && step.workingDaysBy !== undefined ? [step.workingDaysBy] : [];

const titleOf = ({ steps }: Chain, key: string, language: Language) =>
  steps.find((step) => step.key === key)?.title[language] ?? key;
