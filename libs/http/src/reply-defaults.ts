import type { FastifyReply } from 'fastify';

/** What every reply carries unless its route said otherwise. */
const DEFAULT_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cache-Control': 'no-store',
};

export function addReplyDefaults(reply: FastifyReply, correlationId: string): void {
  reply.header('X-Correlation-Id', correlationId);
  for (const [name, value] of Object.entries(DEFAULT_HEADERS)) {
    if (!reply.hasHeader(name)) reply.header(name, value);
  }
}
