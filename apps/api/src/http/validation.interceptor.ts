import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { unwantedCharacters } from '@trinhduyet/form';
import { type Fault, Problem } from '@trinhduyet/problems';
import type { Observable } from 'rxjs';
import type { z } from 'zod';
import { OPERATION, type OperationSpec } from './operation';
import type { Request } from './requests';

/** Checks path, query and body against the operation's contract, and puts the checked values in their place. */
@Injectable()
export class ValidationInterceptor implements NestInterceptor {
  constructor(private readonly reflector: Reflector) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const spec = this.reflector.get<OperationSpec>(OPERATION, context.getHandler());
    const request = context.switchToHttp().getRequest<Request>();
    if (spec.params) Object.assign(request, { params: checked(spec.params, request.params, 'not-found') });
    if (spec.query) Object.assign(request, { query: checked(spec.query, request.query, 'invalid-request') });
    if (spec.body) Object.assign(request, { body: checked(spec.body, request.body, 'invalid-request') });
    return next.handle();
  }
}

function checked(schema: z.ZodType, value: unknown, code: 'not-found' | 'invalid-request'): unknown {
  const strange = unwantedCharacters(value ?? {});
  if (strange.length > 0) throw new Problem(code, { errors: strange.map((at) => fault(at, 'characters')) });
  const result = schema.safeParse(value ?? {});
  if (result.success) return result.data;
  if (code === 'not-found') throw new Problem('not-found');
  const faults = result.error.issues.map(({ path, code: kind, message }) => fault(`/${path.join('/')}`, kind, message));
  throw new Problem(code, { errors: faults });
}

function fault(at: string, code: string, message = 'There are characters that cannot be used.'): Fault {
  return { at, code, message: { vi: `Chưa đúng: ${at}`, en: message } };
}
