import type { Socket } from 'node:net';
import { randomUUID } from 'node:crypto';
import { problem, problemBody } from './problem';
import type { EdgeCode } from './problem-catalogue';

const BY_NODE_CODE: Readonly<Record<string, EdgeCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'request.timeout',
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
};

/**
 * Answers what is not even a request (bad HTTP, headers or body that never end) and closes the
 * connection. There is no path to name and no hook runs, so the reply is written by hand.
 */
export function answerClientError(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable || socket.destroyed) {
    socket.destroy();
    return;
  }
  const answer = problem(BY_NODE_CODE[error.code ?? ''] ?? 'request.malformed-http');
  const correlationId = randomUUID();
  const body = JSON.stringify(problemBody(answer, { correlationId, path: '' }));
  socket.end(
    [
      `HTTP/1.1 ${answer.status} ${answer.title}`,
      'Content-Type: application/problem+json',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Correlation-Id: ${correlationId}`,
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
