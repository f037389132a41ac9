import { type Data, valueAt } from '@trinhduyet/form';
import type { LocalText } from './request-type.generated';
import type { PaperTemplate } from './paper.generated';

/** A paper as it was drawn up: its words with every value filled in, fixed for good. */
export interface DrawnPaper {
  readonly key: string;
  readonly number?: string;
  readonly symbol?: string;
  readonly title: LocalText;
  readonly subject?: LocalText;
  readonly signer?: LocalText;
  readonly paragraphs: readonly LocalText[];
}

export type PaperValues = Readonly<Record<string, string | LocalText | undefined>>;

/** Fills in a template. Logic-less: a name in double braces becomes its value, an unknown one an ellipsis to fill by hand. */
export function drawUp(template: PaperTemplate, values: PaperValues, document: Data): DrawnPaper {
  const all = { ...valuesOf(template, document), ...values };
  const { key, number, symbol, title, subject, signer } = template;
  const paragraphs = template.body.map(({ vi, en }) => ({ vi: filled(vi, all, 'vi'), en: filled(en, all, 'en') }));
  return { key, number, symbol, title, subject, signer, paragraphs };
}

function valuesOf({ values = {} }: PaperTemplate, document: Data): PaperValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, { pointer, choices }]) => {
      const value = valueAt(document, pointer);
      return [name, choices?.[String(value)] ?? (value === undefined ? undefined : String(value))];
    }),
  );
}

function filled(text: string, values: PaperValues, language: 'vi' | 'en'): string {
  return text.replace(/\{\{([a-zA-Z]+)\}\}/g, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) return '………';
    return typeof value === 'string' ? value : value[language];
  });
}

export interface OneStopPapers {
  readonly regulation: string;
  readonly validFrom: string;
  readonly papers: readonly PaperTemplate[];
}

/** The forms of the one-stop shop follow the day of reception: TT 01/2018/TT-VPCP, then TT 03/2025/TT-VPCP. */
export function oneStopPapersOn(all: readonly OneStopPapers[], day: string): OneStopPapers | undefined {
  return [...all]
    .sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1))
    .filter(({ validFrom }) => validFrom <= day)
    .at(-1);
}
