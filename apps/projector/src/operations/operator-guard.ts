import { principalOf, requirePermission } from '@jejak/access';
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/**
 * Lets maintainers past, whatever they ask: to look is to learn which documents exist. Throws
 * `access.token-missing` where nobody has verified a token, so that an application without an
 * authentication guard is closed, not open.
 */
export class OperatorGuard implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    requirePermission(principalOf(request), 'projection.operate', null);
    return true;
  }
}
