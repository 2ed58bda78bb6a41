import {
  UseInterceptors,
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
import { problemOfFields, unknownField } from './validation-problem';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** A body of no bytes is read as none, also where a content type is named. */
    readonly takesNoBody?: boolean;
  }
}

/** A route that takes no body: none and an empty one are fine, any field is refused by its name. */
export const TakesNoBody = (): MethodDecorator =>
  applyDecorators(RouteConfig({ takesNoBody: true }), UseInterceptors(RefuseFields));

class RefuseFields implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    assertNoFields(context.switchToHttp().getRequest<FastifyRequest>().body);
    return next.handle();
  }
}

/** Throws `request.unknown-field` for any field, `request.invalid` for what is no object. */
export function assertNoFields(body: unknown): void {
  if (body === undefined) return;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw problemOfFields([{ field: '', message: 'the body must be an object' }]);
  }
  const fields = Object.keys(body);
  if (fields.length > 0) throw problemOfFields(fields.map((name) => unknownField(name, name, [])));
}
