/**
 * Two things that are under way on one connection, waited for to their end: whoever goes on, or gives the connection back,
 * leaves nothing behind. Fails with the error of the first, else with that of the second.
 */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<readonly [A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}
