import type { FastifyRequest } from 'fastify';

const READING = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Whether a request that changes something comes from another site. Browsers say where it comes from; a form of another
 * site can neither send JSON nor set our header.
 */
export function isCrossSite(
  { method, headers }: Pick<FastifyRequest, 'method' | 'headers'>,
  publicUrl: string,
): boolean {
  if (READING.has(method)) return false;
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return true;
  const { origin, host } = headers;
  if (origin !== undefined && origin !== new URL(publicUrl).origin && !isOwn(origin, host)) return true;
  return headers['x-trinhduyet'] !== '1';
}

/** Somebody may reach the same server under another name: what counts is that page and server have the same. */
function isOwn(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
