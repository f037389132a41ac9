import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import { ConsoleLogger, type LogLevel } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Problem } from '@trinhduyet/problems';
import type { ApiSettings } from '@trinhduyet/settings';
import type { FastifyInstance } from 'fastify';
import { AppModule } from './app.module';
import { isCrossSite } from './http/cross-site';
import { contentSecurityPolicy, EVERYWHERE } from './http/headers';
import { RateLimit } from './http/rate-limit';
import { requireContracts } from './http/require-contracts';
import { serveDocumentation } from './openapi/documentation';
import { serveWeb } from './web/serve-web';

const BODY_BYTES = 256 * 1_024;
const REQUESTS_A_MINUTE = 1_200;
/** A photo of 10 MB over 256 kbit/s takes five and a half minutes; who sends a byte now and then is cut off. */
const REQUEST_MS = 10 * 60_000;

/** The HTTP server, ready to listen: every refusal of it, also Fastify's own, is problem details. */
export async function createServer(settings: ApiSettings): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    trustProxy: 'loopback',
    onProtoPoisoning: 'error',
    onConstructorPoisoning: 'error',
  });
  const levels: LogLevel[] = ['error', 'warn', 'log', 'debug'];
  const logger = new ConsoleLogger({ json: true, logLevels: levels.slice(0, levels.indexOf(settings.LOG_LEVEL) + 1) });
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(settings), adapter, {
    logger,
    bufferLogs: false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  await fastify.register(cookie);
  await fastify.register(multipart);
  guardEveryRequest(fastify, settings);
  app.setGlobalPrefix('api');
  requireContracts(app);
  serveDocumentation(app, fastify);
  serveWeb(fastify, settings);
  app.enableShutdownHooks();
  return app;
}

/** Before anything else is read: headers, the pace, and where the request comes from. */
function guardEveryRequest(fastify: FastifyInstance, { PUBLIC_URL }: ApiSettings): void {
  const limit = new RateLimit(REQUESTS_A_MINUTE);
  fastify.addHook('onRequest', async (request, reply) => {
    for (const [name, value] of Object.entries(EVERYWHERE)) void reply.header(name, value);
    void reply.header('content-security-policy', contentSecurityPolicy('none'));
    if (PUBLIC_URL.startsWith('https:'))
      void reply.header('strict-transport-security', 'max-age=31536000; includeSubDomains');
    if (!request.url.startsWith('/api/')) return;
    void reply.header('cache-control', 'no-store');
    const wait = limit.take(request.ip);
    if (wait > 0) throw new Problem('too-many-requests', { retryAfter: wait });
    if (isCrossSite(request, PUBLIC_URL)) throw new Problem('cross-site');
    const type = request.headers['content-type'];
    if (type !== undefined && !/^(application\/json|multipart\/form-data)\b/.test(type))
      throw new Problem('unsupported-content');
  });
}
