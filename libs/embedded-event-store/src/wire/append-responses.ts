import { type ExpectedRevision } from './append-requests';
import { encodeStreamIdentifier, encodeUuid } from './identifiers';
import { ProtoWriter } from './proto-writer';

/** What an append that was accepted answers; -1 stands for a stream without events. */
export interface AppendSuccess {
  readonly revision: number;
  /** Position of the last event; absent when nothing was written. */
  readonly position?: number;
}

/** `BatchAppendResp.error` carries one of these, packed in an `Any`. */
export type BatchFailure =
  | { readonly kind: 'wrong'; readonly current: number; readonly expected: ExpectedRevision }
  | { readonly kind: 'deleted'; readonly stream: string }
  | { readonly kind: 'timeout' }
  | { readonly kind: 'too-large'; readonly limit: number }
  | { readonly kind: 'bad-request'; readonly message: string }
  | { readonly kind: 'disk-full'; readonly message: string };

/** `google.rpc.Code` of each failure. */
const CODES = {
  wrong: 6,
  deleted: 9,
  timeout: 4,
  'too-large': 3,
  'bad-request': 3,
  'disk-full': 8,
} as const satisfies Record<BatchFailure['kind'], number>;

const TYPES = {
  wrong: 'event_store.client.WrongExpectedVersion',
  deleted: 'event_store.client.StreamDeleted',
  timeout: 'event_store.client.Timeout',
  'too-large': 'event_store.client.MaximumAppendSizeExceeded',
  'bad-request': 'event_store.client.BadRequest',
  // The protocol has no type for it, and the client shows the message of a type it does not know.
  'disk-full': 'google.protobuf.Empty',
} as const satisfies Record<BatchFailure['kind'], string>;

export interface BatchReply {
  readonly correlationId: string;
  readonly stream: string;
  readonly expected: ExpectedRevision;
}

export function encodeBatchSuccess(reply: BatchReply, success: AppendSuccess): Buffer {
  const writer = new ProtoWriter();
  encodeUuid(writer, 1, reply.correlationId);
  writer.message(3, (message) => {
    encodeSuccess(message, success);
  });
  return encodeEcho(writer, reply).finish();
}

export function encodeBatchFailure(reply: BatchReply, failure: BatchFailure): Buffer {
  const writer = new ProtoWriter();
  encodeUuid(writer, 1, reply.correlationId);
  writer.message(2, (status) => {
    status.uint(1, CODES[failure.kind]).string(2, messageOf(failure));
    status.message(3, (any) => {
      any.string(1, `type.googleapis.com/${TYPES[failure.kind]}`);
      any.bytes(2, encodeFailure(failure));
    });
  });
  return encodeEcho(writer, reply).finish();
}

/** `DISK_FULL` is what a caller may look for: such an append was not written. */
function messageOf(failure: BatchFailure): string {
  if (failure.kind === 'disk-full') return `DISK_FULL: ${failure.message}`;
  return TYPES[failure.kind].replace(/^.*\./u, '');
}

function encodeFailure(failure: BatchFailure): Buffer {
  const writer = new ProtoWriter();
  switch (failure.kind) {
    case 'wrong':
      encodeCurrent(writer, 1, failure.current);
      encodeExpected(writer, failure.expected, { revision: 3, any: 4, exists: 5, none: 6 });
      break;
    case 'deleted':
      encodeStreamIdentifier(writer, 1, failure.stream);
      break;
    case 'too-large':
      writer.uint(1, failure.limit);
      break;
    case 'bad-request':
      writer.string(1, failure.message);
      break;
    case 'timeout':
    case 'disk-full':
      break;
  }
  return writer.finish();
}

/** The reply repeats what was asked for: stream and expected revision. */
function encodeEcho(writer: ProtoWriter, { stream, expected }: BatchReply): ProtoWriter {
  encodeStreamIdentifier(writer, 4, stream);
  encodeExpected(writer, expected, { revision: 5, none: 6, any: 7, exists: 8 });
  return writer;
}

export function encodeAppendSuccess(success: AppendSuccess): Buffer {
  return new ProtoWriter()
    .message(1, (message) => {
      encodeSuccess(message, success);
    })
    .finish();
}

/** The unary form. Fields 1 to 5 are the pre-20.6.1 layout and are left to the servers of that age. */
export function encodeAppendWrongExpectedVersion(
  current: number,
  expected: ExpectedRevision,
): Buffer {
  return new ProtoWriter()
    .message(2, (message) => {
      encodeCurrent(message, 6, current);
      encodeExpected(message, expected, { revision: 8, any: 9, exists: 10, none: 11 });
    })
    .finish();
}

/** `DeleteResp` and `TombstoneResp`. */
export function encodeDeleteSuccess(position: number): Buffer {
  return new ProtoWriter()
    .message(1, (message) => message.uint(1, position).uint(2, position))
    .finish();
}

function encodeSuccess(writer: ProtoWriter, { revision, position }: AppendSuccess): void {
  encodeCurrent(writer, 1, revision);
  if (position === undefined) writer.empty(4);
  else writer.message(3, (message) => message.uint(1, position).uint(2, position));
}

function encodeCurrent(writer: ProtoWriter, field: number, revision: number): void {
  if (revision < 0) writer.empty(field + 1);
  else writer.uint(field, revision);
}

function encodeExpected(
  writer: ProtoWriter,
  expected: ExpectedRevision,
  fields: { revision: number; any: number; exists: number; none: number },
): void {
  if (typeof expected === 'bigint') writer.uint(fields.revision, expected);
  else if (expected === 'any') writer.empty(fields.any);
  else if (expected === 'stream_exists') writer.empty(fields.exists);
  else writer.empty(fields.none);
}
