/** A sentence set into a text, with a space where it would touch another word, and the caret behind it. */
export function inserted(
  value: string,
  sentence: string,
  at: number,
): { readonly text: string; readonly caret: number } {
  const [before, after] = [value.slice(0, at), value.slice(at)];
  const lead = before === '' || /\s$/.test(before) ? '' : ' ';
  const tail = after === '' || /^\s/.test(after) ? '' : ' ';
  const begun = before + lead + sentence;
  return { text: begun + tail + after, caret: begun.length };
}
