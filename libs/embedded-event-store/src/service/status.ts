import { Metadata, status } from '@grpc/grpc-js';
import { type InvalidAppend } from '../append/validate-append';
import { StreamDeleted } from '../read/errors';
import { type ExpectedRevision } from '../wire/append-requests';
import { BadRequest } from '../wire/identifiers';
import { MalformedMessage } from '../wire/proto-reader';

/** How a call ends that does not end well: gRPC status and the trailers the client decides by. */
export interface CallFailure {
  readonly code: status;
  readonly details: string;
  readonly metadata?: Metadata;
}

/** The node is going away, as servers from 24 on say it; the client drops its channel and dials again. */
export const STOPPING: CallFailure = { code: status.UNAVAILABLE, details: 'the node is stopping' };

/** Wrong credentials. */
export const UNAUTHENTICATED: CallFailure = {
  code: status.UNAUTHENTICATED,
  details: 'the user or the password is wrong',
};

/** A caller that may not do this. */
export function accessDenied(details: string): CallFailure {
  return {
    code: status.PERMISSION_DENIED,
    details,
    metadata: trailers({ exception: 'access-denied' }),
  };
}

export function failureOf(error: unknown): CallFailure {
  if (error instanceof StreamDeleted) return streamDeleted(error.stream);
  if (error instanceof BadRequest || error instanceof MalformedMessage) {
    return { code: status.INVALID_ARGUMENT, details: shown(error.message) };
  }
  return {
    code: status.UNAVAILABLE,
    details: shown(error instanceof Error ? error.message : String(error)),
  };
}

export function streamDeleted(stream: string): CallFailure {
  return {
    code: status.FAILED_PRECONDITION,
    details: `Event stream '${shown(stream)}' is deleted.`,
    metadata: trailers({ exception: 'stream-deleted', 'stream-name': stream }),
  };
}

/** Delete and Tombstone only: appends say this in their reply. */
export function wrongExpectedVersion(
  stream: string,
  expected: ExpectedRevision,
  current: number,
): CallFailure {
  const wanted = String(typeof expected === 'bigint' ? expected : WORDS[expected]);
  return {
    code: status.FAILED_PRECONDITION,
    details:
      'Delete failed due to WrongExpectedVersion. ' +
      `Stream: ${shown(stream)}, Expected version: ${wanted}, Actual version: ${current}`,
    metadata: trailers({
      exception: 'wrong-expected-version',
      'stream-name': stream,
      'expected-version': wanted,
      'actual-version': String(current),
    }),
  };
}

/** The numbers the protocol uses for the three words. */
const WORDS = { any: -2, no_stream: -1, stream_exists: -4 } as const;

export function invalidAppend(invalid: InvalidAppend): CallFailure {
  const code = status.INVALID_ARGUMENT;
  switch (invalid.kind) {
    case 'too-large':
      return {
        code,
        details: `Maximum Append Size of ${invalid.limit} Exceeded.`,
        metadata: trailers({
          exception: 'maximum-append-size-exceeded',
          'maximum-append-size': String(invalid.limit),
        }),
      };
    case 'missing-metadata':
      return {
        code,
        details: invalid.message,
        metadata: trailers({
          exception: 'missing-required-metadata-property',
          'required-metadata-properties': 'type,content-type',
        }),
      };
    case 'bad-request':
      return { code, details: invalid.message };
  }
}

/** HTTP/2 ends a connection over headers of more than 64 KiB, with every call on it. */
const LONGEST_TRAILER = 16_384;

/**
 * Trailers are ASCII, without blanks at their ends: the rest of a stream name is percent-encoded.
 * The end of a name that is too long is left out.
 */
function trailers(values: Readonly<Record<string, string>>): Metadata {
  const metadata = new Metadata();
  for (const [key, value] of Object.entries(values)) {
    const ascii = value.replace(/[^\x20-\x7e]+|^ +| +$/gu, (text) => encodeURIComponent(text));
    metadata.set(key, ascii.slice(0, LONGEST_TRAILER).replace(/ +$/u, ''));
  }
  return metadata;
}

/**
 * For people, who are told enough of a text by its beginning. A character that a cut has left in
 * half is replaced: the transport throws over it, outside of every call.
 */
const shown = (text: string): string => Buffer.from(text.slice(0, 1_000)).toString();
