import { BadRequest, decodeStreamIdentifier, decodeUuid } from './identifiers';
import { eachField, type ProtoReader } from './proto-reader';

/** What the writer believes about the stream: a revision, or one of the protocol's three words. */
export type ExpectedRevision = bigint | 'any' | 'no_stream' | 'stream_exists';

const NO_REVISION = 2n ** 64n - 1n;

/** An event as the client proposes it, before it has a revision or a position. */
export interface ProposedEvent {
  readonly id: string;
  /** `type` and `content-type`; both are required by the protocol. */
  readonly type: string;
  readonly contentType: string;
  readonly data: Buffer;
  readonly metadata: Buffer;
}

export interface AppendTarget {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Milliseconds since the Unix epoch, after which the append must not be written any more. */
  readonly deadline?: number;
}

export interface BatchAppendRequest {
  readonly correlationId: string;
  /** Only in the first request of a correlation. */
  readonly target?: AppendTarget;
  readonly events: readonly ProposedEvent[];
  readonly isFinal: boolean;
  /** Why an event cannot be taken; the other appends of the call are none the worse for it. */
  readonly problem?: string;
}

export type AppendRequest =
  | { readonly kind: 'target'; readonly target: AppendTarget }
  | { readonly kind: 'event'; readonly event: ProposedEvent };

export function decodeBatchAppend(message: Buffer, now: number): BatchAppendRequest {
  let correlationId = '';
  let target: AppendTarget | undefined;
  const events: ProposedEvent[] = [];
  let isFinal = false;
  let problem: string | undefined;
  const addEvent = (event: Buffer): void => {
    try {
      events.push(decodeProposedEvent(event));
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      problem ??= error.message;
    }
  };
  eachField(message, (reader) => {
    if (reader.field === 1) correlationId = decodeUuid(reader.bytes());
    else if (reader.field === 2) target = decodeTarget(reader.bytes(), now);
    else if (reader.field === 3) addEvent(reader.bytes());
    else if (reader.field === 4) isFinal = reader.bool();
    else reader.skip();
  });
  return {
    correlationId,
    events,
    isFinal,
    ...(target === undefined ? {} : { target }),
    ...(problem === undefined ? {} : { problem }),
  };
}

export function decodeAppend(message: Buffer): AppendRequest {
  let request: AppendRequest | undefined;
  eachField(message, (reader) => {
    if (reader.field === 1) request = { kind: 'target', target: decodeTarget(reader.bytes(), 0) };
    else if (reader.field === 2)
      request = { kind: 'event', event: decodeProposedEvent(reader.bytes()) };
    else reader.skip();
  });
  return request ?? { kind: 'target', target: { stream: '', expected: 'any' } };
}

/** `DeleteReq` and `TombstoneReq`: the same options, in field 1. */
export function decodeDelete(message: Buffer): AppendTarget {
  const request = decodeAppend(message);
  return request.kind === 'target' ? request.target : { stream: '', expected: 'any' };
}

/** The options of Append, BatchAppend, Delete and Tombstone agree on fields 1 to 5. */
function decodeTarget(message: Buffer, now: number): AppendTarget {
  let stream = '';
  let expected: ExpectedRevision = 'any';
  let deadline: number | undefined;
  const word = (reader: ProtoReader, meaning: ExpectedRevision): void => {
    reader.skip();
    expected = meaning;
  };
  eachField(message, (reader) => {
    if (reader.field === 1) stream = decodeStreamIdentifier(reader.bytes());
    else if (reader.field === 2) expected = decodeExpectedRevision(reader.uint64());
    else if (reader.field === 3) word(reader, 'no_stream');
    else if (reader.field === 4) word(reader, 'any');
    else if (reader.field === 5) word(reader, 'stream_exists');
    else if (reader.field === 6) deadline = decodeSeconds(reader.bytes());
    else if (reader.field === 7) deadline = now + decodeSeconds(reader.bytes());
    else reader.skip();
  });
  return { stream, expected, ...(deadline === undefined ? {} : { deadline }) };
}

/** The largest revision is how clients in other languages write "none". */
function decodeExpectedRevision(revision: bigint): ExpectedRevision {
  return revision === NO_REVISION ? 'no_stream' : revision;
}

/** `google.protobuf.Timestamp` and `Duration` alike: seconds and nanoseconds, as milliseconds. */
function decodeSeconds(message: Buffer): number {
  let milliseconds = 0;
  eachField(message, (reader) => {
    if (reader.field === 1) milliseconds += Number(BigInt.asIntN(64, reader.uint64())) * 1_000;
    else if (reader.field === 2) milliseconds += Number(BigInt.asIntN(64, reader.uint64())) / 1e6;
    else reader.skip();
  });
  return milliseconds;
}

function decodeProposedEvent(message: Buffer): ProposedEvent {
  let id = '';
  const properties = new Map<string, string>();
  let metadata: Buffer = Buffer.alloc(0);
  let data: Buffer = Buffer.alloc(0);
  eachField(message, (reader) => {
    if (reader.field === 1) id = decodeUuid(reader.bytes());
    else if (reader.field === 2) decodeEntry(reader.bytes(), properties);
    else if (reader.field === 3) metadata = reader.bytes();
    else if (reader.field === 4) data = reader.bytes();
    else reader.skip();
  });
  const type = properties.get('type') ?? '';
  return { id, type, contentType: properties.get('content-type') ?? '', data, metadata };
}

/** One entry of a `map<string, string>`. */
export function decodeEntry(message: Buffer, into: Map<string, string>): void {
  let key = '';
  let value = '';
  eachField(message, (reader) => {
    if (reader.field === 1) key = reader.string();
    else if (reader.field === 2) value = reader.string();
    else reader.skip();
  });
  into.set(key, value);
}
