import '@fastify/cookie';
import type { ApiSettings } from '@trinhduyet/settings';
import type { FastifyReply } from 'fastify';
import type { Request } from './requests';

/** `__Host-` and Secure where the public address is https; plain http://localhost could not keep such a cookie everywhere. */
export interface CookieRules {
  readonly secure: boolean;
}

export function cookieRules({ PUBLIC_URL }: Pick<ApiSettings, 'PUBLIC_URL'>): CookieRules {
  return { secure: PUBLIC_URL.startsWith('https:') };
}

const NAMES = { secure: '__Host-session', plain: 'session' } as const;
const TWELVE_HOURS_SECONDS = 12 * 3_600;

/** Under https only the cookie that no other host could have planted. */
export function sessionToken({ cookies }: Request, { secure }: CookieRules): string | undefined {
  return cookies[secure ? NAMES.secure : NAMES.plain];
}

export function giveSession(reply: FastifyReply, token: string, { secure }: CookieRules): void {
  void reply.setCookie(secure ? NAMES.secure : NAMES.plain, token, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    maxAge: TWELVE_HOURS_SECONDS,
  });
}

export function takeSession(reply: FastifyReply, { secure }: CookieRules): void {
  void reply.clearCookie(secure ? NAMES.secure : NAMES.plain, { path: '/', httpOnly: true, sameSite: 'lax', secure });
}
