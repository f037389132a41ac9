import { type Data, valueAt } from '@trinhduyet/form';
import type { LocalText } from './request-type.generated';
import type { PaperTemplate } from './paper.generated';

/** Who issues a paper, from where and when, and who signs: the parts that no template knows. */
export interface PaperStanding {
  /** As they stand on the paper, in capitals: the office, and the one above it. */
  readonly issuer: { readonly above?: string; readonly name: string };
  readonly place: string;
  /** The day of drawing up; of a paper that is numbered later its number's own day counts. */
  readonly on: string;
  readonly signature: {
    /** Above the name, one a line, as NĐ 30/2020/NĐ-CP has them: KT., TL., TUQ., then the post. */
    readonly lines: readonly string[];
    readonly name: string;
  };
  /** Of the one-stop shop's forms: which regulation they follow. */
  readonly regulation?: string;
  readonly code?: string;
  /** Where the dossier may be followed: an address with its look-up code and nothing personal. Release 0.1.0 kept none: ''. */
  readonly lookUp: string;
  readonly training: boolean;
}

export interface DrawnTable {
  /** After how many of the paragraphs it stands. */
  readonly after: number;
  readonly columns: readonly LocalText[];
  readonly rows: readonly (readonly LocalText[])[];
}

/** A paper as it was drawn up: its words with every value filled in, fixed for good. */
export interface DrawnPaper extends PaperStanding {
  readonly key: string;
  /** Of the form, not of the paper: `01`. */
  readonly number?: string;
  /** What follows the number that the archivist gives: `QĐ-UBND`. */
  readonly symbol?: string;
  readonly title: LocalText;
  readonly subject?: LocalText;
  /** Whose decision it is, above its grounds. */
  readonly authority?: LocalText;
  readonly grounds: readonly LocalText[];
  /** Between grounds and articles: “QUYẾT ĐỊNH:”. */
  readonly operative?: LocalText;
  /** To whom: “Kính gửi”. */
  readonly addressee?: LocalText;
  readonly paragraphs: readonly LocalText[];
  readonly table?: DrawnTable;
  readonly recipients: readonly LocalText[];
}

export type PaperValues = Readonly<Record<string, string | LocalText | undefined>>;

export interface Drawing {
  readonly values: PaperValues;
  /** The form that the template's own values point into. */
  readonly document: Data;
  readonly standing: PaperStanding;
  /** Rows of the template's table. */
  readonly rows?: DrawnTable['rows'];
}

/** Fills in a template. Logic-less: a name in double braces becomes its value, an unknown one an ellipsis to fill by hand. */
export function drawUp(template: PaperTemplate, { values, document, standing, rows = [] }: Drawing): DrawnPaper {
  const all = { ...valuesOf(template, document), ...values };
  const whole = ({ vi, en }: LocalText) => ({ vi: filled(vi, all, 'vi'), en: filled(en, all, 'en') });
  const { key, number, symbol, title, subject, authority, operative, addressee, table } = template;
  return {
    ...standing,
    key,
    number,
    symbol,
    title,
    subject: subject && whole(subject),
    authority: authority && whole(authority),
    grounds: (template.grounds ?? []).map(whole),
    operative,
    addressee: addressee && whole(addressee),
    paragraphs: template.body.map(whole),
    table: table && { ...table, rows },
    recipients: (template.recipients ?? []).map(whole),
    signature: signed(template, standing),
  };
}

/** On whose behalf comes first. A form of the one-stop shop says itself as whom it is signed. */
function signed({ signer, onBehalf }: PaperTemplate, { signature }: PaperStanding): PaperStanding['signature'] {
  const lines = signer ? [signer.vi] : signature.lines;
  return { ...signature, lines: onBehalf ? [onBehalf.vi, ...lines] : lines };
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
  /** Of our text of these forms. The first that was published does not say it. */
  readonly version?: number;
  readonly regulation: string;
  readonly validFrom: string;
  readonly papers: readonly PaperTemplate[];
}

/** The forms of the one-stop shop follow the day of reception: TT 01/2018/TT-VPCP, then TT 03/2025/TT-VPCP; of each our latest text. */
export function oneStopPapersOn(all: readonly OneStopPapers[], day: string): OneStopPapers | undefined {
  return [...all]
    .sort((a, b) => a.validFrom.localeCompare(b.validFrom) || (a.version ?? 1) - (b.version ?? 1))
    .filter(({ validFrom }) => validFrom <= day)
    .at(-1);
}

/** What a paper is headed with: which office speaks, by its unit. */
export function committeeOf(unit: string): string {
  return `ỦY BAN NHÂN DÂN ${unit}`.toLocaleUpperCase('vi');
}
