import { type CommandError, ErrorType, isCommandError } from '@eventstore/db-client';

import { StoreUnavailable, UnencodableEvent, UnknownOutcome, WrongRevision } from '../store-errors';

/** What a failed append means, and whether the connection it went through can still be trusted. */
export interface AppendFailure {
  readonly error: Error;
  /** The server answered this very append; its stream of answers is therefore alive. */
  readonly isAnswer: boolean;
}

/**
 * The client makes every failure that follows the sending of an append a `CommandError`, and gives
 * it a gRPC `code` only when the whole stream of appends broke. So:
 * no `CommandError`: connecting failed, nothing was sent;
 * a `CommandError` with a code: the stream broke under the append, its outcome is unknown;
 * one without a code: the server's answer to this append.
 */
export function appendFailure(stream: string, error: unknown): AppendFailure {
  if (!(error instanceof Error) || !isCommandError(error)) {
    return { error: new StoreUnavailable(error), isAnswer: false };
  }
  if (error.type === ErrorType.WRONG_EXPECTED_VERSION) {
    return { error: new WrongRevision(stream), isAnswer: true };
  }
  if (error.code !== undefined) {
    return { error: new UnknownOutcome(stream, error), isAnswer: false };
  }
  return { error: meaningOf(stream, error), isAnswer: true };
}

/** Answers after which nothing of the append was written. */
const refusals: ReadonlySet<ErrorType> = new Set([
  ErrorType.ACCESS_DENIED,
  ErrorType.STREAM_DELETED,
  ErrorType.NOT_LEADER,
  ErrorType.INVALID_ARGUMENT,
  ErrorType.MISSING_REQUIRED_METADATA_PROPERTY,
]);

/** The embedded event store's word for an append it had no room for, and did not write. */
const diskFull = 'DISK_FULL';

function meaningOf(stream: string, answer: CommandError): Error {
  if (refusals.has(answer.type)) return new StoreUnavailable(answer);
  if (answer.message.includes(diskFull)) return new StoreUnavailable(answer);
  if (answer.type === ErrorType.MAXIMUM_APPEND_SIZE_EXCEEDED) {
    return new UnencodableEvent(stream, `the append exceeds ${answer.maxAppendSize} bytes`);
  }
  // A time-out inside the server among them: its own write may still succeed.
  return new UnknownOutcome(stream, answer);
}
