/**
 * The form under which a text is searched: no tone or vowel marks, đ as d, lower case, plain apostrophes, single spaces.
 * Both ways to place a tone (Hoà, Hòa) fold to the same text, and so do NFC and NFD.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .replace(/[’ʼ‘`]/g, "'")
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** What is stored of a typed text: NFC, one space between words, none around. The spelling stays the person's own. */
export function tidy(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
