import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import { Problem, type ProblemCode } from '@trinhduyet/problems';
import type { FastifyReply } from 'fastify';
import { randomUUID } from 'node:crypto';
import { languageOf, type Request } from './requests';

/** Every error leaves as problem details; what nobody expected leaves as `internal`, with an instance that the log has too. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<Request>();
    const problem = problemOf(error);
    const instance = `urn:uuid:${randomUUID()}`;
    if (problem.status >= 500) log(error, instance, request);
    send(http.getResponse<FastifyReply>(), problem, languageOf(request), instance);
  }
}

export function send(reply: FastifyReply, problem: Problem, language: 'vi' | 'en', instance?: string): void {
  const details = problem.details(language, instance);
  if (details.retryAfter !== undefined) void reply.header('retry-after', String(details.retryAfter));
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store');
  void reply.send(JSON.stringify(details));
}

/** What Nest and Fastify refuse by themselves has our codes too. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = statusOf(error);
  const code = BY_STATUS[status];
  return new Problem(code ?? (status < 500 ? 'malformed-request' : 'internal'));
}

const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed-request',
  404: 'not-found',
  405: 'method-not-allowed',
  413: 'too-large',
  415: 'unsupported-content',
  429: 'too-many-requests',
  503: 'unavailable',
};

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status = typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

function framesOf({ stack = '' }: Error): string {
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 5).join('\n');
}

/** Name and stack, never the message: a database's message may quote what somebody typed. */
function log(error: unknown, instance: string, { method, routeOptions }: Request): void {
  const stack = error instanceof Error ? framesOf(error) : undefined;
  const name = error instanceof Error ? error.name : typeof error;
  Logger.error({ instance, error: name, route: `${method} ${routeOptions.url ?? ''}`, stack }, 'Api');
}
