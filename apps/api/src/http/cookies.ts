import '@fastify/cookie';
import type { FastifyReply } from 'fastify';
import type { Request } from './requests';

/** `__Host-` and Secure where the public address is https; plain http://localhost could not keep such a cookie everywhere. */
export interface CookieRules {
  readonly secure: boolean;
}

const NAMES = { secure: '__Host-session', plain: 'session' } as const;
const TWELVE_HOURS_SECONDS = 12 * 3_600;

export function sessionToken({ cookies }: Request): string | undefined {
  return cookies[NAMES.secure] ?? cookies[NAMES.plain];
}

export function giveSession(reply: FastifyReply, token: string, { secure }: CookieRules): void {
  void reply.setCookie(secure ? NAMES.secure : NAMES.plain, token, {
    ...{ path: '/', httpOnly: true, sameSite: 'lax', secure },
    maxAge: TWELVE_HOURS_SECONDS,
  });
}

export function takeSession(reply: FastifyReply, { secure }: CookieRules): void {
  void reply.clearCookie(secure ? NAMES.secure : NAMES.plain, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
