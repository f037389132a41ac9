/** Stands for the Markdown library that rjsf would show descriptions with: 25 kB for something that our frames do themselves. */
export function Markdown(): never {
  throw new Error('Descriptions are shown by FieldFrame.');
}
