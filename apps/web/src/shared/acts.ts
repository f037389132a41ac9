import { dataOf, isPassing, newKey } from './api';

/**
 * Does one act of a person once. Its key is kept, over a reload too, until there is a final answer: repeated after a
 * broken line it is the same act. After a refusal the next try is a new act. The name says what the act is, with
 * everything that goes along.
 */
export async function once<T>(name: string, act: (key: string) => Promise<T>): Promise<T> {
  const place = `act:${digestOf(name)}`;
  const key = sessionStorage.getItem(place) ?? newKey();
  sessionStorage.setItem(place, key);
  try {
    const answer = await act(key);
    sessionStorage.removeItem(place);
    return answer;
  } catch (error) {
    if (!isPassing(error)) sessionStorage.removeItem(place);
    throw error;
  }
}

/** Sends a command once: another content is another act. */
export function sendOnce<T>(
  name: string,
  body: unknown,
  send: (key: string) => Promise<{ readonly data?: T }>,
): Promise<T> {
  return once(`${name} ${JSON.stringify(body)}`, async (key) => dataOf(await send(key)));
}

/** Of a command. The answer waits a moment for the dossier to arrive at its next step, so that the page can show it. */
export const commandHeader = (key: string) => ({ 'Idempotency-Key': key, Prefer: 'wait=2' });

/** What goes along with an act may be personal, and must not stand in the name of what is kept. 64 bits tell acts apart. */
function digestOf(text: string): string {
  let [one, other] = [0x811c9dc5, 0x9e3779b9];
  for (let at = 0; at < text.length; at += 1) {
    one = Math.imul(one ^ text.charCodeAt(at), 0x01000193);
    other = Math.imul((other << 5) ^ (other >>> 27) ^ text.charCodeAt(at), 0x85ebca6b);
  }
  return [one, other].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
