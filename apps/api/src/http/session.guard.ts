import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { abilityFor } from '@trinhduyet/access';
import { Identity } from '@trinhduyet/identity';
import { Problem } from '@trinhduyet/problems';
import type { ApiSettings } from '@trinhduyet/settings';
import { cookieRules, sessionToken } from './cookies';
import { OPERATION, type OperationSpec } from './operation';
import { SETTINGS } from '../tokens';
import type { Request } from './requests';

/** Who asks, and whether they may at all. Courtesy: what decides about a dossier is read again in its own transaction. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly identity: Identity,
    @Inject(SETTINGS) private readonly settings: ApiSettings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { policy } = this.reflector.get<OperationSpec>(OPERATION, context.getHandler());
    if (policy === 'public') return true;
    const request = context.switchToHttp().getRequest<Request>();
    const token = sessionToken(request, cookieRules(this.settings));
    const isPermission = typeof policy === 'object';
    const session = token === undefined ? undefined : await this.identity.sessionOf(token, { posts: isPermission });
    if (!session) throw new Problem('not-signed-in');
    const { posts, ...account } = session;
    request.told = { account, token };
    if (!isPermission) return true;
    const ability = abilityFor({ account: account.id, posts });
    if (ability.cannot(policy.action, policy.subject)) throw new Problem('forbidden');
    return true;
  }
}
