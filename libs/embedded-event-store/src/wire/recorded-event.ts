import { decodeEntry, type ProposedEvent } from './append-requests';
import {
  decodeStreamIdentifier,
  decodeUuid,
  encodeStreamIdentifier,
  encodeUuid,
} from './identifiers';
import { ProtoReader, eachField } from './proto-reader';
import { ProtoWriter } from './proto-writer';

/** Where and when an event was recorded. */
export interface Recording {
  readonly stream: string;
  readonly revision: number | bigint;
  /** Byte-like offset in the log; commit and prepare position alike. */
  readonly position: number;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
}

/**
 * .NET ticks: 100 nanoseconds. The protocol counts them from the Unix epoch. Whole milliseconds
 * times 10,000 are exact as a double until the year 2541, beyond 2^53 too.
 */
const TICKS_PER_MILLISECOND = 10_000;

/** About what an event has besides its payload and its stream's name. */
const FRAMING_BYTES = 256;

/**
 * `ReadResp.ReadEvent.RecordedEvent`, as it goes to every reader. It is encoded once, when the
 * event is appended, and stored in this form. The id comes first: see `recordedEventId`.
 */
export function encodeRecordedEvent(event: ProposedEvent, recording: Recording): Buffer {
  const payloadBytes = event.data.length + event.metadata.length;
  const writer = new ProtoWriter(payloadBytes + recording.stream.length + FRAMING_BYTES);
  encodeUuid(writer, 1, event.id);
  encodeStreamIdentifier(writer, 2, recording.stream);
  return writer
    .uint(3, recording.revision)
    .uint(4, recording.position)
    .uint(5, recording.position)
    .entry(6, 'type', event.type)
    .entry(6, 'created', String(Math.round(recording.created) * TICKS_PER_MILLISECOND))
    .entry(6, 'content-type', event.contentType)
    .bytes(7, event.metadata)
    .bytes(8, event.data)
    .finish();
}

/** Two tags and two lengths of one byte each come before the 36 characters of the id. */
const ID_START = 4;
const ID_LENGTH = 36;

export function recordedEventId(recorded: Buffer): string {
  return recorded.toString('latin1', ID_START, ID_START + ID_LENGTH);
}

export function recordedEventData(recorded: Buffer): Buffer {
  let data: Buffer = Buffer.alloc(0);
  eachField(recorded, (reader) => {
    if (reader.field === 8) data = reader.bytes();
    else reader.skip();
  });
  return data;
}

/** Beyond 2^53 for a tombstone, where the lost bits matter to nobody. */
export function recordedEventRevision(recorded: Buffer): number {
  const reader = new ProtoReader(recorded);
  while (reader.next()) {
    if (reader.field === 3) return Number(reader.uint64());
    reader.skip();
  }
  return 0;
}

/** What a stored event says of itself, all of it read from its bytes. Throws MalformedMessage. */
export interface DecodedRecordedEvent {
  readonly id: string;
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  readonly type: string;
}

export function decodeRecordedEvent(recorded: Buffer): DecodedRecordedEvent {
  let id = '';
  let stream = '';
  let revision = 0n;
  let position = 0n;
  const properties = new Map<string, string>();
  eachField(recorded, (reader) => {
    if (reader.field === 1) id = decodeUuid(reader.bytes());
    else if (reader.field === 2) stream = decodeStreamIdentifier(reader.bytes());
    else if (reader.field === 3) revision = reader.uint64();
    else if (reader.field === 4) position = reader.uint64();
    else if (reader.field === 6) decodeEntry(reader.bytes(), properties);
    else reader.skip();
  });
  return { id, stream, revision, position, type: properties.get('type') ?? '' };
}
