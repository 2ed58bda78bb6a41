import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

declare module 'fastify' {
  interface FastifyRequest {
    /** What this request and everything following from it is found by; also on the reply. */
    readonly correlationId: string;
    /** W3C trace context of the caller, when it is well formed. */
    readonly traceparent: string | undefined;
  }
}

const CORRELATION_ID = /^[A-Za-z0-9._-]{8,128}$/;

/** Version, trace id, parent id, flags; `ff` and all-zero ids are invalid (W3C Trace Context 3.2.2). */
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The caller's `X-Correlation-Id` where it is usable, otherwise a fresh UUID. */
export function correlationIdOf(headers: IncomingHttpHeaders): string {
  const sent = headers['x-correlation-id'];
  return typeof sent === 'string' && CORRELATION_ID.test(sent) ? sent : randomUUID();
}

export function traceparentOf(headers: IncomingHttpHeaders): string | undefined {
  const sent = headers['traceparent'];
  return typeof sent === 'string' && TRACEPARENT.test(sent) ? sent : undefined;
}

/** Path of a request without its query, which may carry what no log should. */
export function pathOf({ url }: { readonly url: string }): string {
  return url.split('?', 1)[0] ?? url;
}
