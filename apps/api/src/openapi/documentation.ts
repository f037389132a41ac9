import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { contentSecurityPolicy } from '../http/headers';

/** OpenAPI 3.1, made from the operations' contracts; its schemas are JSON Schema 2020-12 as zod writes them. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Trình Duyệt')
    .setDescription(
      'Requests, dossiers and decisions. Errors are problem details (RFC 9457); commands need an Idempotency-Key. Requests that change something need the header `X-TrinhDuyet: 1`.',
    )
    .setVersion('0.1.0')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth('session')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (_, method) => method,
    autoTagControllers: false,
  });
  const { schemas } = z.toJSONSchema(z.globalRegistry, {
    uri: (id) => `#/components/schemas/${id}`,
    io: 'input',
    unrepresentable: 'any',
  });
  const named = Object.entries(schemas).map(([name, { $schema: _, $id: __, id: ___, ...schema }]) => [name, schema]);
  document.components = { ...document.components, schemas: Object.fromEntries(named) as never };
  return document;
}

const SWAGGER = dirname(require.resolve('swagger-ui-dist/package.json'));
const ASSETS: Readonly<Record<string, string>> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};
const PAGE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Trình Duyệt API</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><main id="ui"></main><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>`;
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#ui', deepLinking: true,
  requestInterceptor: (request) => { request.headers['X-TrinhDuyet'] = '1'; return request; } });`;

/** The document at /api/openapi.json, to browse at /api/docs; without a script in the page, as everywhere. */
export function serveDocumentation(app: INestApplication, fastify: FastifyInstance): void {
  let document: OpenAPIObject | undefined;
  fastify.get('/api/openapi.json', () => (document ??= openApiDocument(app)));
  fastify.get('/api/docs', (_, reply) =>
    reply.header('content-security-policy', contentSecurityPolicy('desk')).type('text/html; charset=utf-8').send(PAGE),
  );
  fastify.get('/api/docs/start.js', (_, reply) => reply.type('text/javascript; charset=utf-8').send(START));
  for (const [name, type] of Object.entries(ASSETS)) {
    fastify.get(`/api/docs/${name}`, (_, reply) => reply.type(type).send(readFileSync(join(SWAGGER, name))));
  }
}
