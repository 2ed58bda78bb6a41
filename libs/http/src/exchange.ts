import { type ExecutionContext, createParamDecorator } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A request and the reply it will get, whose headers the outcome may set. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Parameter of a route: the exchange it answers in. */
export const InExchange = createParamDecorator(
  (_: unknown, context: ExecutionContext): Exchange => {
    const http = context.switchToHttp();
    return {
      request: http.getRequest<FastifyRequest>(),
      reply: http.getResponse<FastifyReply>(),
    };
  },
);
