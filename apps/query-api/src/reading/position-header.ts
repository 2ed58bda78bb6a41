import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

import type { Positioned } from './replies';

/** Says the position of a reply in its `Jejak-Position` header too. */
@Injectable()
export class PositionHeader implements NestInterceptor<Positioned, Positioned> {
  intercept(context: ExecutionContext, next: CallHandler<Positioned>): Observable<Positioned> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        if (body.position !== null) reply.header('Jejak-Position', body.position);
        return body;
      }),
    );
  }
}
