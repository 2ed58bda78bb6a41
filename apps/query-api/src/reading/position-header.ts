import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
  type StreamableFile,
} from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, type Observable } from 'rxjs';

import type { Positioned } from './replies';

/** A file says its position in its headers alone, and has done so already. */
type Answered = Positioned | StreamableFile;

/** Says the position of a reply in its `Jejak-Position` header too. */
@Injectable()
export class PositionHeader implements NestInterceptor<Answered, Answered> {
  intercept(context: ExecutionContext, next: CallHandler<Answered>): Observable<Answered> {
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    return next.handle().pipe(
      map((body) => {
        if ('position' in body && body.position !== null)
          reply.header('Jejak-Position', body.position);
        return body;
      }),
    );
  }
}
