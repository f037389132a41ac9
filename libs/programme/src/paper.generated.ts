/**
 * Words of a paper with values in double braces; no logic. Official papers are Vietnamese; the English is for the reader on screen.
 */
export interface PaperTemplate {
  key: string;
  number?: string;
  symbol?: string;
  title: PaperText;
  subject?: PaperText;
  body: PaperText[];
  signer?: PaperText1;
  values?: {
    [k: string]: PaperValue;
  };
}
export interface PaperText {
  vi: string;
  en: string;
}
/**
 * As whom it is signed, above the place for the name.
 */
export interface PaperText1 {
  vi: string;
  en: string;
}
export interface PaperValue {
  pointer: string;
  choices?: {
    [k: string]: PaperText;
  };
}
