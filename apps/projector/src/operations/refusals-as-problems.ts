import { asSentence, problem } from '@jejak/http';
import { OperationRefused } from '@jejak/projection';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { type Observable, catchError, throwError, timeout } from 'rxjs';

/** Milliseconds in which a question is answered; what changes something may take longer. */
const patience = 5_000;

/** What an operator is told of a refusal; anything else is left as it is. */
export const asProblem = (error: unknown): unknown =>
  error instanceof OperationRefused
    ? problem(error.code, { detail: asSentence(error.message) })
    : error;

const tooLate = () =>
  throwError(() =>
    problem('read-store.unavailable', { detail: `No answer within ${patience / 1_000} s.` }),
  );

/**
 * Every refusal of a route here is a problem of the catalogue under the refusal's own code, and no
 * question waits for a read store that is silent.
 */
export class RefusalsAsProblems implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { method } = context.switchToHttp().getRequest<FastifyRequest>();
    const answer = next.handle();
    const inTime =
      method === 'GET' ? answer.pipe(timeout({ each: patience, with: tooLate })) : answer;
    return inTime.pipe(catchError((error: unknown) => throwError(() => asProblem(error))));
  }
}
