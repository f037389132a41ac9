import createClient, { type Client } from 'openapi-fetch';
import { v7 } from 'uuid';
import type { paths } from './schema.generated';

export type { components, paths } from './schema.generated';

/** Problem details as the API sends them. */
export interface ProblemDetails {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly instance?: string;
  readonly errors?: readonly { readonly at: string; readonly code: string; readonly message: string }[];
  readonly from?: string;
  readonly retryAfter?: number;
}

/** What the API refused, or that it could not be reached at all. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(readonly details: ProblemDetails) {
    super(details.code);
  }
}

/** No answer: the line is cut, or the server is not there. */
export const OFFLINE = 'offline';

export interface ClientOptions {
  readonly language: () => 'vi' | 'en';
  readonly fetch?: typeof fetch;
}

export type Api = Client<paths>;

/** The API's client, made from its OpenAPI document. Every answer that is no success throws an `ApiProblem`. */
export function createApi({ language, fetch: fetching = (request) => fetch(request) }: ClientOptions): Api {
  const api = createClient<paths>({ baseUrl: '/', fetch: (request) => fetching(request).catch(unreachable) });
  api.use({
    onRequest({ request }) {
      request.headers.set('X-TrinhDuyet', '1');
      request.headers.set('Accept-Language', language());
      return request;
    },
    async onResponse({ response }) {
      if (!response.ok) throw new ApiProblem(await problemOf(response));
    },
  });
  return api;
}

/** A key for one act: made when the act is begun, kept for its repetitions. */
export function newKey(): string {
  return v7();
}

/** The data of an answer that is known to have some. */
export function dataOf<T>({ data }: { readonly data?: T }): T {
  if (data === undefined) throw new ApiProblem(unreadable(502));
  return data;
}

async function problemOf(response: Response): Promise<ProblemDetails> {
  const type = response.headers.get('content-type') ?? '';
  if (!type.startsWith('application/problem+json')) return unreadable(response.status);
  return (await response.json()) as ProblemDetails;
}

function unreachable(): never {
  throw new ApiProblem({ status: 0, code: OFFLINE, title: '', detail: '' });
}

/** Something between us and the API answered in its place: as good as no answer. */
function unreadable(status: number): ProblemDetails {
  return { status, code: 'unavailable', title: '', detail: '' };
}
