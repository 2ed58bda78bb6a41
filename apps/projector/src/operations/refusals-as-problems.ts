import { asSentence, problem } from '@jejak/http';
import { OperationRefused } from '@jejak/projection';
import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import { type Observable, catchError, throwError } from 'rxjs';

/** What an operator is told of a refusal; anything else is left as it is. */
export const asProblem = (error: unknown): unknown =>
  error instanceof OperationRefused
    ? problem(error.code, { detail: asSentence(error.message) })
    : error;

/** Every refusal of a route here is a problem of the catalogue under the refusal's own code. */
export class RefusalsAsProblems implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(catchError((error: unknown) => throwError(() => asProblem(error))));
  }
}
