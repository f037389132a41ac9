import { tidy } from './fold';

const collator = new Intl.Collator('vi');

/** People are sorted by the last word (tên), then by the rest, as every class and voter list does. */
export function compareNames(a: string, b: string): number {
  return collator.compare(givenName(a), givenName(b)) || collator.compare(a, b);
}

export function compareText(a: string, b: string): number {
  return collator.compare(a, b);
}

/** Enough of a name to find a dossier in one's own list, too little to spread: `Trần Thị Bích` → `Trần T. B.` */
export function maskName(name: string): string {
  const [family = '', ...rest] = tidy(name).split(' ');
  return [family, ...rest.map((word) => `${word.charAt(0).toLocaleUpperCase('vi')}.`)].join(' ');
}

function givenName(name: string): string {
  return tidy(name).split(' ').at(-1) ?? '';
}
