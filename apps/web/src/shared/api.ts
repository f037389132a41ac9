import { ApiProblem, type Api, createApi, dataOf, newKey, OFFLINE } from '@trinhduyet/api-client';
import { QueryClient } from '@tanstack/react-query';
import { storedLanguage } from './language';

export { ApiProblem, dataOf, newKey, OFFLINE };
export type * from '@trinhduyet/api-client';

export const api: Api = createApi({ language: storedLanguage });

const PASSING = new Set([0, 502, 503, 504]);
const FEW_TIMES = 2;

/** A fault that goes away by itself: no line, or something on the way is being restarted. */
export function isPassing(error: unknown): boolean {
  return error instanceof ApiProblem && PASSING.has(error.details.status);
}

export function isProblem(error: unknown, ...codes: readonly string[]): error is ApiProblem {
  return error instanceof ApiProblem && (codes.length === 0 || codes.includes(error.details.code));
}

/**
 * Reading is repeated while the fault passes by itself; what the API said plainly is said to the person at once. An act
 * without a line says so, too, instead of waiting silently.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { retry: (count, error) => isPassing(error) && count < FEW_TIMES, staleTime: 5_000 },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
