import type { IncomingHttpHeaders } from 'node:http';
import type { JsonLimits } from './json-limits';
import { readJson } from './json-reader';
import { problem } from './problem';

/** Drops a byte order mark, as RFC 8259 allows; throws on bytes that are not UTF-8. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The JSON value of a request body; throws a `Problem`. */
export function jsonBody(
  bytes: Uint8Array,
  headers: IncomingHttpHeaders,
  limits: JsonLimits,
): unknown {
  const encoding = headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') {
    const detail = `Bodies in Content-Encoding ${JSON.stringify(encoding)} are not unpacked.`;
    throw problem('request.unsupported-media-type', { detail });
  }
  if (bytes.length === 0) {
    throw problem('request.malformed-json', { detail: 'The body is empty.' });
  }
  return readJson(decoded(bytes), limits);
}

function decoded(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch (cause) {
    throw problem('request.malformed-json', { detail: 'The body is not UTF-8.', cause });
  }
}
