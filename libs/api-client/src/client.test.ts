import { ApiProblem, createApi, dataOf, newKey } from './index';

const answering = (status: number, body: unknown, type = 'application/json') => {
  const asked: Request[] = [];
  const fetching = (request: Request) => {
    asked.push(request);
    return Promise.resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': type } }));
  };
  return { asked, api: createApi({ language: () => 'vi', fetch: fetching as typeof fetch }) };
};

// openapi-fetch makes absolute addresses in a browser; here the base is made up.
globalThis.Request = class extends Request {
  constructor(input: RequestInfo | URL, init?: RequestInit) {
    super(typeof input === 'string' ? new URL(input, 'http://here') : input, init);
  }
};

it('sends what the API asks for and gives back what it answers', async () => {
  const { api, asked } = answering(200, { status: 'ok' });

  expect(dataOf(await api.GET('/api/health/live'))).toEqual({ status: 'ok' });
  expect(asked[0]?.headers.get('x-trinhduyet')).toBe('1');
  expect(asked[0]?.headers.get('accept-language')).toBe('vi');
});

it('throws the problem that the API states', async () => {
  const { api } = answering(
    409,
    { status: 409, code: 'stale', title: 'x', detail: 'y' },
    'application/problem+json; charset=utf-8',
  );

  await expect(api.GET('/api/health/live')).rejects.toMatchObject({ details: { code: 'stale', status: 409 } });
});

it('takes a page of something in between for no answer', async () => {
  const { api } = answering(502, '<html>', 'text/html');

  await expect(api.GET('/api/health/live')).rejects.toMatchObject({ details: { code: 'unavailable' } });
});

it('says so when there is no line', async () => {
  const api = createApi({ language: () => 'vi', fetch: () => Promise.reject(new TypeError('no line')) });

  await expect(api.GET('/api/health/live')).rejects.toBeInstanceOf(ApiProblem);
  await expect(api.GET('/api/health/live')).rejects.toMatchObject({ details: { code: 'offline' } });
});

it('makes keys that sort by time', () => {
  const [first, second] = [newKey(), newKey()];

  expect(first < second).toBe(true);
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
});
