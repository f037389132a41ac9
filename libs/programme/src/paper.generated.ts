/**
 * Words of a paper with values in double braces; no logic. Official papers are Vietnamese; the English is for the reader on screen.
 */
export interface PaperTemplate {
  key: string;
  number?: string;
  symbol?: string;
  title: PaperText;
  subject?: PaperText;
  authority?: PaperText1;
  /**
   * What it is based on (căn cứ), each in italics.
   */
  grounds?: PaperText[];
  operative?: PaperText2;
  addressee?: PaperText3;
  body: PaperText[];
  table?: PaperTable;
  /**
   * Nơi nhận, one a line.
   */
  recipients?: PaperText[];
  signer?: PaperText4;
  onBehalf?: PaperText5;
  values?: {
    [k: string]: PaperValue;
  };
}
export interface PaperText {
  vi: string;
  en: string;
}
/**
 * Whose decision it is, above its grounds.
 */
export interface PaperText1 {
  vi: string;
  en: string;
}
/**
 * Between grounds and articles.
 */
export interface PaperText2 {
  vi: string;
  en: string;
}
/**
 * To whom it goes (Kính gửi).
 */
export interface PaperText3 {
  vi: string;
  en: string;
}
/**
 * A table whose rows are filled in with the paper, after so many paragraphs of the body.
 */
export interface PaperTable {
  after: number;
  /**
   * @minItems 2
   * @maxItems 6
   */
  columns: PaperText[];
}
/**
 * As whom it is signed, where the form says so; else as the post of whoever signs has it.
 */
export interface PaperText4 {
  vi: string;
  en: string;
}
/**
 * Above as whom it is signed: on whose behalf (TM.).
 */
export interface PaperText5 {
  vi: string;
  en: string;
}
export interface PaperValue {
  pointer: string;
  choices?: {
    [k: string]: PaperText;
  };
}
