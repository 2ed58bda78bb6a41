import {
  status,
  type ServerReadableStream,
  type ServerUnaryCall,
  type sendUnaryData,
} from '@grpc/grpc-js';
import {
  appendSize,
  MAX_APPEND_BYTES,
  validateAppend,
  validateEvent,
  validateTarget,
} from '../append/validate-append';
import { type WriteOutcome } from '../append/write-request';
import { type Writer } from '../append/writer';
import {
  decodeAppend,
  decodeDelete,
  type AppendTarget,
  type ProposedEvent,
} from '../wire/append-requests';
import {
  encodeAppendSuccess,
  encodeAppendWrongExpectedVersion,
  encodeDeleteSuccess,
} from '../wire/append-responses';
import { BadRequest } from '../wire/identifiers';
import {
  failureOf,
  invalidAppend,
  streamDeleted,
  wrongExpectedVersion,
  type CallFailure,
} from './status';

type Answer = Buffer | CallFailure;
type Callback = sendUnaryData<Buffer>;

/** The status the client reads as its `TimeoutError`. */
const TIMED_OUT: CallFailure = {
  code: status.ABORTED,
  details: 'the deadline passed before the write',
};

/**
 * Streams.Append: one append per call, the path of appends with credentials of their own. What can
 * only be refused is refused at once; the client may have much more to send.
 */
export function appendHandler(
  writer: Writer,
): (call: ServerReadableStream<Buffer, Buffer>, callback: Callback) => void {
  return (call, callback) => {
    let target: AppendTarget | undefined;
    let size = 0;
    const events: ProposedEvent[] = [];
    let answered = false;
    const answer = (promise: Promise<Answer>): void => {
      answered = true;
      settle(promise, callback);
    };
    call.on('data', (message: Buffer) => {
      if (answered) return;
      try {
        const request = decodeAppend(message);
        let isInvalid = false;
        if (request.kind === 'target') target = request.target;
        else {
          events.push(request.event);
          size += appendSize(request.event);
          isInvalid = validateEvent(request.event) !== undefined;
        }
        if (size > MAX_APPEND_BYTES || isInvalid) answer(append(writer, target, events));
      } catch (error) {
        answer(Promise.reject(failed(error)));
      }
    });
    call.on('end', () => {
      if (!call.cancelled && !answered) answer(append(writer, target, events));
    });
  };
}

async function append(
  writer: Writer,
  target: AppendTarget | undefined,
  events: readonly ProposedEvent[],
): Promise<Answer> {
  if (target === undefined) throw new BadRequest('the append does not say where to');
  const invalid = validateAppend(target, events);
  if (invalid !== undefined) return invalidAppend(invalid);
  const outcome = await writer.submit({ kind: 'append', target, events });
  if (outcome.kind === 'success') return encodeAppendSuccess(outcome);
  if (outcome.kind === 'wrong')
    return encodeAppendWrongExpectedVersion(outcome.current, outcome.expected);
  return refusal(outcome, target);
}

/** Streams.Delete (soft) and Streams.Tombstone (for ever). */
export function deleteHandler(
  writer: Writer,
  kind: 'delete' | 'tombstone',
): (call: ServerUnaryCall<Buffer, Buffer>, callback: Callback) => void {
  return (call, callback) => {
    settle(deleteStream(writer, kind, call.request), callback);
  };
}

async function deleteStream(
  writer: Writer,
  kind: 'delete' | 'tombstone',
  message: Buffer,
): Promise<Answer> {
  const target = decodeDelete(message);
  const invalid = validateTarget(target);
  if (invalid !== undefined) return invalidAppend(invalid);
  const outcome = await writer.submit({ kind, target });
  if (outcome.kind === 'success') return encodeDeleteSuccess(outcome.position ?? 0);
  return refusal(outcome, target);
}

function refusal(
  outcome: Exclude<WriteOutcome, { kind: 'success' }>,
  target: AppendTarget,
): CallFailure {
  switch (outcome.kind) {
    case 'wrong':
      return wrongExpectedVersion(target.stream, outcome.expected, outcome.current);
    case 'deleted':
      return streamDeleted(outcome.stream);
    case 'timeout':
      return TIMED_OUT;
    case 'disk-full':
      return { code: status.RESOURCE_EXHAUSTED, details: outcome.message };
  }
}

function failed(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function settle(answer: Promise<Answer>, callback: Callback): void {
  answer.then(
    (value) => {
      if (Buffer.isBuffer(value)) callback(null, value);
      else callback(value);
    },
    (error: unknown) => {
      callback(failureOf(error));
    },
  );
}
