import { Validator } from '@seriousme/openapi-schema-validator';
import Ajv2020 from 'ajv/dist/2020';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CATALOGUE } from '@trinhduyet/problems';
import { v7 } from 'uuid';
import { ApiWorld } from '../testing/api-world';

const STORED = join(__dirname, '../../../../libs/api-client/openapi.json');

interface Answer {
  readonly description?: string;
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: object;
  }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  };
  readonly responses: Readonly<Record<string, Answer>>;
}
interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, { readonly example?: unknown }>> };
}

let api: ApiWorld;
let document: Document;
beforeAll(async () => {
  api = await ApiWorld.create();
  document = (await api.send('GET', '/openapi.json')).json<Document>();
}, 60_000);
afterAll(() => api.end());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, ...operation })),
  );

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    expect(document.openapi).toBe('3.1.0');
    expect(await new Validator().validate(structuredClone(document) as never)).toEqual({ valid: true });
  });

  it('is what the web’s client was generated from (`npm run generate` makes it anew)', () => {
    if (process.env['UPDATE_OPENAPI'] === '1' || !existsSync(STORED))
      writeFileSync(STORED, `${JSON.stringify(document, null, 2)}\n`);

    expect(JSON.parse(readFileSync(STORED, 'utf8'))).toEqual(document);
  });

  it('names every endpoint once, and every body by name', () => {
    const ids = operations().map(({ operationId }) => operationId);
    const bodies = operations().flatMap(({ operationId, requestBody }) =>
      requestBody?.content['application/json']
        ? [{ operationId, ...requestBody.content['application/json'].schema }]
        : [],
    );

    expect(new Set(ids).size).toBe(ids.length);
    expect(bodies.filter(({ $ref }) => $ref === undefined)).toEqual([]);
  });

  it('gives an example with every body, and every example is valid', () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', components: document.components });
    const bodies = operations().flatMap(
      ({ requestBody }) => requestBody?.content['application/json']?.schema.$ref ?? [],
    );

    for (const reference of new Set(bodies)) {
      const name = reference.split('/').at(-1) ?? '';
      const validate = ajv.compile({ $ref: `openapi${reference}` });
      expect({
        name,
        example: document.components.schemas[name]?.example,
        valid: validate(document.components.schemas[name]?.example),
      }).toMatchObject({ name, valid: true });
    }
  });

  it('states the problems of every endpoint, all of them in the catalogue', () => {
    const codes = operations().flatMap(({ responses }) =>
      Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([, { description }]) => (description ?? '').split(', ')),
    );

    expect([...new Set(codes)].filter((code) => !(code in CATALOGUE))).toEqual([]);
  });
});

/** What ends the session, and what does not end. */
const LASTING = new Set(['signOut', 'events']);

describe('the API, driven from its own document', () => {
  /** Each operation asked with its example about a dossier and a draft that are there: whatever it answers, it has said that it might. */
  it('answers every operation with a status and a body that the document states, and every reading to somebody', async () => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    ajv.addSchema({ $id: 'openapi', components: document.components });
    const known = await realIds();
    const read = new Set<string>();

    for (const operation of operations().filter(({ operationId }) => !LASTING.has(operationId))) {
      const { path, method, operationId, responses } = operation;
      for (const who of ['applicant', 'clerk', 'head', 'administrator'] as const) {
        const answer = await api.as(who, method.toUpperCase() as 'GET', addressOf(operation, known), callOf(operation));

        const stated = responses[String(answer.statusCode)];
        expect({ operationId, who, status: answer.statusCode, isStated: stated !== undefined }).toEqual({
          operationId,
          who,
          status: answer.statusCode,
          isStated: true,
        });
        if (method === 'get' && answer.statusCode === 200) read.add(path);
        const type = String(answer.headers['content-type']).split(';')[0] ?? '';
        const schema = stated?.content?.[type]?.schema;
        if (!schema || !type.endsWith('json')) continue;
        const validate = ajv.compile(
          JSON.parse(JSON.stringify(schema).replaceAll('#/components', 'openapi#/components')) as object,
        );
        const isValid = validate(answer.json());
        expect({ operationId, who, errors: isValid ? [] : validate.errors }).toEqual({ operationId, who, errors: [] });
      }
    }

    const readings = operations().filter(({ method }) => method === 'get');
    expect(readings.map(({ path }) => path).filter((path) => !read.has(path))).toEqual([
      '/api/session/demo',
      '/api/events',
    ]);
  });

  /** Of a dossier that was received, of a draft, and of what the programme publishes. */
  async function realIds(): Promise<Readonly<Record<string, string>>> {
    const dossier = await api.submitted();
    await api.command('clerk', dossier, 'reception', { task: 'reception.1.1' });
    await api.world.carry(dossier);
    const { files, papers } = (await api.as('clerk', 'GET', `/dossiers/${dossier}`)).json<{
      files: { id: string }[];
      papers: { id: string }[];
    }>();
    const [form] = await api.world.database.query<{ checks_sha256: string }>(
      `SELECT sha256 AS checks_sha256 FROM publication WHERE kind = 'checks' LIMIT 1`,
    );
    return {
      dossier,
      draft: (await api.draft()).id,
      file: files[0]?.id ?? '',
      paper: papers[0]?.id ?? '',
      key: 'housing',
      unit: '31567@2025-07-01',
      list: 'ethnic-groups',
      version: '4',
      q: 'my tu',
      task: 'meeting.1.1',
      field: '/photos',
      sha256: form?.checks_sha256 ?? '',
    };
  }

  function addressOf(
    { path, parameters = [] }: ReturnType<typeof operations>[number],
    known: Readonly<Record<string, string>>,
  ) {
    const value = (name: string) =>
      known[name === 'dossier' && path.startsWith('/api/drafts') ? 'draft' : name] ?? v7();
    const query = parameters
      .filter((each) => each.in === 'query' && each.required)
      .map(({ name }) => `${name}=${encodeURIComponent(value(name))}`);
    const address = path
      .replace('/api', '')
      .replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(value(name)));
    return query.length > 0 ? `${address}?${query.join('&')}` : address;
  }

  function callOf({ operationId, parameters = [], requestBody }: ReturnType<typeof operations>[number]) {
    const reference = requestBody?.content['application/json']?.schema.$ref?.split('/').at(-1);
    return {
      body: reference === undefined ? undefined : document.components.schemas[reference]?.example,
      ...(parameters.some(({ name }) => name === 'Idempotency-Key') ? { key: v7() } : {}),
      ...(operationId === 'saveDraft' ? { seen: 1 } : {}),
    };
  }

  it('is to be browsed, without a script in the page', async () => {
    const page = await api.send('GET', '/docs');

    expect(page.body).toContain('swagger-ui-bundle.js');
    expect(page.body).not.toMatch(/<script>[^<]/);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
  });
});
