/**
 * Tries one way after another to get at a program. A way gives its path, or nothing where it does not apply, or fails.
 * @param {Record<string, () => Promise<string | undefined>>} ways by the name under which a failure is told
 * @param {AbortSignal} [signal]
 * @returns {Promise<{ found?: string, failures: string }>}
 */
export async function tryInTurn(ways, signal) {
  const failures = [];
  for (const [name, way] of Object.entries(ways)) {
    signal?.throwIfAborted();
    try {
      const found = await way();
      if (found) return { found, failures: '' };
    } catch (error) {
      failures.push(`${name}: ${/** @type {Error} */ (error).message}`);
    }
  }
  return { failures: failures.join(' ') };
}
