/** Asks until it is so, and answers with what was seen then; says what was seen last when it never is. */
export async function eventually<T>(see: () => Promise<T>, isSo: (seen: T) => boolean): Promise<T> {
  const until = Date.now() + 30_000;
  for (;;) {
    const seen = await see().catch((error: unknown) => error as T);
    if (!(seen instanceof Error) && isSo(seen)) return seen;
    if (Date.now() > until) throw new Error(`It never came to be: ${String(JSON.stringify(seen)).slice(0, 2_000)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
