import { isPassing, newKey } from './api';

/**
 * Does one act of a person once. Its key is kept, over a reload too, until there is a final answer: repeated after a
 * broken line it is the same act. After a refusal the next try is a new act.
 */
export async function once<T>(name: string, act: (key: string) => Promise<T>): Promise<T> {
  const key = sessionStorage.getItem(name) ?? newKey();
  sessionStorage.setItem(name, key);
  try {
    const answer = await act(key);
    sessionStorage.removeItem(name);
    return answer;
  } catch (error) {
    if (!isPassing(error)) sessionStorage.removeItem(name);
    throw error;
  }
}
