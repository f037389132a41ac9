/** What the driver sends: a statement with a name is planned once per connection and from then on only carried out. */
export interface Statement {
  readonly name?: string;
  readonly text: string;
  readonly values: unknown[];
}

/** Texts that are put together, such as a permission's, have a handful of shapes; a mistake there must not fill the server. */
const MOST_NAMED = 500;
const names = new Map<string, string>();

export function statement(text: string, parameters: readonly unknown[]): Statement {
  const values = [...parameters];
  const known = names.get(text);
  if (known === undefined && names.size >= MOST_NAMED) return { text, values };
  const name = known ?? `td${names.size}`;
  if (known === undefined) names.set(text, name);
  return { name, text, values };
}
