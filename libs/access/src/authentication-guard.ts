import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { problem, PUBLIC_ROUTE } from '@jejak/http';
import type { FastifyRequest } from 'fastify';
import type { Principal } from './principal';
import type { TokenVerifier } from './token-verifier';

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the authentication guard; absent on public routes. */
    principal?: Principal;
  }
}

const BEARER = /^bearer +([\w~+/.-]+=*)$/i;

/**
 * Lets nobody past without a valid bearer token, except on routes marked `Public()`. Use it
 * globally: `app.useGlobalGuards(new AuthenticationGuard(verifier))`.
 */
export class AuthenticationGuard implements CanActivate {
  private readonly reflector = new Reflector();

  constructor(private readonly tokens: TokenVerifier) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC_ROUTE, places)) return true;
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    request.principal = await this.tokens.verify(bearerToken(request));
    return true;
  }
}

/** The principal of a request that passed the guard; throws `access.token-missing` otherwise. */
export function principalOf(request: { readonly principal?: Principal | undefined }): Principal {
  if (request.principal === undefined) throw tokenMissing();
  return request.principal;
}

function bearerToken(request: FastifyRequest): string {
  const token = BEARER.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw tokenMissing();
  return token;
}

function tokenMissing() {
  return problem('access.token-missing', {
    headers: { 'WWW-Authenticate': 'Bearer realm="jejak"' },
  });
}
