import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problem, problemBody, Problem } from './problem';
import type { EdgeCode } from './problem-catalogue';
import { problemOfStoreError } from './refusals';
import { pathOf } from './request-identity';

const BY_STATUS: Readonly<Record<number, EdgeCode>> = {
  401: 'access.token-missing',
  403: 'access.not-permitted',
  404: 'request.not-found',
  405: 'request.method-not-allowed',
  408: 'request.timeout',
  413: 'request.too-large',
  415: 'request.unsupported-media-type',
  503: 'server.unavailable',
};

/** Statuses whose title says it all; the message of Nest or Fastify would add only jargon. */
const SAYS_ENOUGH: ReadonlySet<number> = new Set([401, 403, 405, 413, 415, 503]);

/** The problem an error stands for that this library knows nothing of; null: none that is known. */
export type ExplainError = (error: unknown) => Problem | null;

const unexplained: ExplainError = () => null;

/**
 * Turns whatever was thrown into one anatomy: `application/problem+json`. What neither this library
 * nor `explain` foresaw is answered with `server.unexpected` and nothing else; the log has the error
 * and the correlation id.
 */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('http');

  constructor(private readonly explain: ExplainError = unexplained) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const answer = problemFrom(exception, request, this.explain);
    if (answer.status >= 500) this.log(answer, exception, request);
    if (reply.sent) return;
    sendProblem(reply, answer, request);
  }

  private log(answer: Problem, exception: unknown, request: FastifyRequest): void {
    const entry = {
      message: `${request.method} ${pathOf(request)} was answered with ${answer.code}`,
      code: answer.code,
      correlationId: request.id,
      // A problem of our own making is explained by its code; a stack would only hide the others.
      ...(exception instanceof Problem && exception.cause === undefined
        ? {}
        : { err: exception instanceof Problem ? exception.cause : exception }),
    };
    if (answer.status === 503) this.logger.warn(entry);
    else this.logger.error(entry);
  }
}

/** Writes a problem out, whoever found it. */
export function sendProblem(reply: FastifyReply, answer: Problem, request: FastifyRequest): void {
  const body = problemBody(answer, { correlationId: request.id, path: pathOf(request) });
  void reply
    .code(answer.status)
    .headers(answer.headers)
    .type('application/problem+json')
    .send(JSON.stringify(body));
}

/** The problem that answers any thrown value. */
export function problemFrom(
  exception: unknown,
  request: { readonly method: string; readonly url: string },
  explain: ExplainError,
): Problem {
  if (exception instanceof Problem) return exception;
  const known = problemOfStoreError(exception) ?? explain(exception);
  if (known !== null) return known;
  if (exception instanceof HttpException) {
    return problemOfStatus(exception.getStatus(), exception.message, exception, request);
  }
  if (isHttpError(exception)) {
    if (exception.code === 'ECONNRESET') {
      return problem('request.aborted', { cause: exception });
    }
    return problemOfStatus(exception.statusCode, exception.message, exception, request);
  }
  return problem('server.unexpected', { cause: exception });
}

function problemOfStatus(
  status: number,
  message: string,
  cause: unknown,
  request: { readonly method: string; readonly url: string },
): Problem {
  const code = BY_STATUS[status];
  if (status === 404) {
    const detail = `There is no ${request.method} ${pathOf(request)} here.`;
    return problem('request.not-found', { detail, cause });
  }
  if (code !== undefined) {
    return problem(code, { cause, ...(SAYS_ENOUGH.has(status) ? {} : { detail: message }) });
  }
  if (status >= 400 && status < 500) return problem('request.invalid', { detail: message, cause });
  return problem('server.unexpected', { cause });
}

/** What Fastify and its plugins throw. */
function isHttpError(
  exception: unknown,
): exception is { readonly statusCode: number; readonly message: string; readonly code?: unknown } {
  if (typeof exception !== 'object' || exception === null) return false;
  const { statusCode, message } = exception as Record<string, unknown>;
  return typeof statusCode === 'number' && typeof message === 'string';
}
