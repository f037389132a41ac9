import send from '@fastify/send';
import { Problem } from '@trinhduyet/problems';
import type { ApiSettings } from '@trinhduyet/settings';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { contentSecurityPolicy } from '../http/headers';
import { send as sendProblem } from '../http/problem.filter';
import { languageOf } from '../http/requests';

const BUILT_WEB = join(__dirname, '../../../web/dist');

/** The built web on the same origin: hashed assets for ever, each page's HTML never from a cache. */
export function serveWeb(fastify: FastifyInstance, { WEB_DIR = BUILT_WEB }: ApiSettings): void {
  fastify.get('/*', async (request, reply) => {
    if (request.url.startsWith('/api') || !existsSync(WEB_DIR)) return notFound(request, reply);
    const path = new URL(request.url, 'http://here').pathname;
    if (path.startsWith('/assets/') || path.includes('.')) return file(request, reply, WEB_DIR, path);
    return page(request, reply, WEB_DIR, path);
  });
}

/** Two entries of one app: the desk with the studio, and the portal for everything else. */
async function page(request: FastifyRequest, reply: FastifyReply, folder: string, path: string): Promise<FastifyReply> {
  const isDesk = /^\/(desk|studio)(\/|$)/.test(path);
  void reply.header('content-security-policy', contentSecurityPolicy(isDesk ? 'desk' : 'portal'));
  void reply.header('cache-control', 'no-cache');
  return file(request, reply, folder, isDesk ? '/desk.html' : '/index.html');
}

async function file(request: FastifyRequest, reply: FastifyReply, folder: string, path: string): Promise<FastifyReply> {
  const isHashed = path.startsWith('/assets/');
  const found = await send(request.raw, path, { root: folder, cacheControl: false });
  if (found.type !== 'file') return notFound(request, reply);
  if (isHashed) void reply.header('cache-control', 'public, max-age=31536000, immutable');
  return reply
    .code(found.statusCode)
    .headers(found.headers as Record<string, string>)
    .send(found.stream);
}

function notFound(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  sendProblem(reply, new Problem('not-found'), languageOf(request));
  return reply;
}
