import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Account } from '@trinhduyet/identity';
import { Problem } from '@trinhduyet/problems';
import type { Language } from '@trinhduyet/text';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** What the guards have found out about a request. */
export interface Told {
  account?: Account;
  token?: string;
}
export type Request = FastifyRequest & { told?: Told };

const requestOf = (context: ExecutionContext) => context.switchToHttp().getRequest<Request>();

/** Who is signed in; only where the operation's policy asks for that. */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): Account => {
  const { told } = requestOf(context);
  if (!told?.account) throw new Problem('not-signed-in');
  return told.account;
});

/** The headers of a command: its key, what was seen, and how long to wait for the dossier to be carried on. */
export interface CommandHeaders {
  readonly key: string;
  readonly seen?: number;
  /** Seconds, 0 to 5. */
  readonly wait: number;
}

/** A command as it was asked: by whom, of which dossier, with which body and headers, and where the answer goes. */
export interface Asked<Body = unknown> {
  readonly me: Account;
  readonly dossier: string;
  readonly body: Body;
  readonly headers: CommandHeaders;
  readonly reply: FastifyReply;
}

export const TheCommand = createParamDecorator((_: unknown, context: ExecutionContext): Asked => {
  const { told, params, body, headers } = requestOf(context);
  if (!told?.account) throw new Problem('not-signed-in');
  const { dossier } = params as { dossier: string };
  const reply = context.switchToHttp().getResponse<FastifyReply>();
  return { me: told.account, dossier, body, headers: commandHeaders(headers), reply };
});

/** The headers of an answer to a command: where the dossier stands, and that the wait was granted. */
export function answerHeaders(reply: FastifyReply, sequence: number, { wait }: CommandHeaders): void {
  void reply.header('etag', `"${sequence}"`);
  if (wait > 0) void reply.header('preference-applied', `wait=${wait}`);
}

function commandHeaders(headers: FastifyRequest['headers']): CommandHeaders {
  return {
    key: keyOf(headers['idempotency-key']),
    seen: seenOf(headers['if-match']),
    wait: waitOf(headers['prefer']),
  };
}

const UUID_V7 = /^([0-9a-f]{8})-([0-9a-f]{4})-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const DAY_MS = 86_400_000;

/** Keys sort by time, so that answers can be kept by the day: one that is too old or from the future has no day here. */
function keyOf(header: unknown): string {
  if (typeof header !== 'string' || header === '') throw new Problem('key-required');
  requireUsableKey(header);
  return header;
}

export function requireUsableKey(key: string): void {
  const [, high, low] = UUID_V7.exec(key) ?? [];
  if (high === undefined || low === undefined) throw new Problem('key-unusable');
  const made = Number.parseInt(high + low, 16);
  const age = Date.now() - made;
  if (age > 30 * DAY_MS || age < -DAY_MS) throw new Problem('key-unusable');
}

function seenOf(header: unknown): number | undefined {
  if (header === undefined) return undefined;
  const [, sequence] = /^"?(\d{1,9})"?$/.exec(String(header)) ?? [];
  if (sequence === undefined) throw new Problem('malformed-request');
  return Number(sequence);
}

function waitOf(header: unknown): number {
  const [, seconds] = /(?:^|[,;\s])wait=(\d+)/.exec(String(header ?? '')) ?? [];
  return Math.min(Number(seconds ?? 0), 5);
}

/** The language that the reader prefers; Vietnamese unless English is asked for. */
export function languageOf({ headers }: Pick<FastifyRequest, 'headers'>): Language {
  return /^en\b/i.test(headers['accept-language'] ?? '') ? 'en' : 'vi';
}
