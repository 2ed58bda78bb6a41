import type { IncomingHttpHeaders } from 'node:http';
import { v5 as uuidOf, validate as isUuid } from 'uuid';
import { problem } from './problem';

/** Fixed for ever: another namespace would make every repeated command a new one. */
const COMMANDS = 'b1d9c0de-6b7e-5c0f-9a43-36a1e5f0c3d2';

const KEY = /^[\x21-\x7e]{1,255}$/;

/**
 * The identity of a command: UUIDv5 of the caller and the key the caller chose, as the
 * `Idempotency-Key` header or as `commandId` in the body. The same key of two callers gives two
 * commands; a UUID means the same in the header, in the body and in either case.
 */
export function commandIdOf(
  request: { readonly headers: IncomingHttpHeaders },
  body: unknown,
  principal: { readonly id: string },
): string {
  const inHeader = keyInHeader(request.headers['idempotency-key']);
  const inBody = keyInBody(body);
  if (inHeader !== undefined && inBody !== undefined && inHeader !== inBody) {
    const detail = 'The Idempotency-Key header and commandId in the body differ.';
    throw problem('idempotency.invalid-key', { detail, field: 'commandId' });
  }
  const key = inHeader ?? inBody;
  if (key === undefined) throw problem('idempotency.missing-key');
  return uuidOf(`${principal.id}\n${key}`, COMMANDS);
}

function keyInHeader(sent: string | string[] | undefined): string | undefined {
  if (sent === undefined) return undefined;
  // The draft writes the key as a quoted string; most clients send it bare.
  const key = typeof sent === 'string' ? sent.replace(/^"(.*)"$/, '$1') : '';
  if (!KEY.test(key)) {
    const detail = 'The Idempotency-Key header is not 1 to 255 visible ASCII characters.';
    throw problem('idempotency.invalid-key', { detail });
  }
  return isUuid(key) ? key.toLowerCase() : key;
}

function keyInBody(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('commandId' in body)) return undefined;
  const { commandId } = body;
  if (commandId === undefined) return undefined;
  if (typeof commandId === 'string' && isUuid(commandId)) return commandId.toLowerCase();
  const detail = 'commandId in the body is not a UUID.';
  throw problem('idempotency.invalid-key', { detail, field: 'commandId' });
}
