import { crc32 } from 'node:zlib';

/** What the log holds under a position: a header to filter by, then the event as readers get it. */
export interface EventRecord {
  readonly stream: string;
  readonly type: string;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  /** `RecordedEvent` protobuf bytes. */
  readonly recorded: Buffer;
}

/**
 * Layout: u8 format, u16 type bytes, u32 stream bytes, f64 created, u32 CRC-32 of all the other
 * bytes, type, stream, recorded event. Records of format 1 have no checksum and are still read.
 */
const FORMAT = 2;
const FORMAT_WITHOUT_CHECKSUM = 1;
const CHECKSUM_START = 1 + 2 + 4 + 8;
const CHECKSUM_END = CHECKSUM_START + 4;

/** The type's length is stored in 16 bits; a longer type is refused before it comes here. */
export const MAX_TYPE_BYTES = 0xffff;

export function encodeEventRecord(event: EventRecord): Buffer {
  const typeBytes = Buffer.byteLength(event.type);
  const streamBytes = Buffer.byteLength(event.stream);
  const textEnd = CHECKSUM_END + typeBytes + streamBytes;
  const record = Buffer.allocUnsafe(textEnd + event.recorded.length);
  record.writeUInt8(FORMAT, 0);
  record.writeUInt16BE(typeBytes, 1);
  record.writeUInt32BE(streamBytes, 3);
  record.writeDoubleBE(event.created, 7);
  record.write(event.type, CHECKSUM_END);
  record.write(event.stream, CHECKSUM_END + typeBytes);
  record.set(event.recorded, textEnd);
  record.writeUInt32BE(checksumOf(record), CHECKSUM_START);
  return record;
}

export function decodeEventRecord(record: Buffer): EventRecord {
  return {
    created: createdOf(record),
    type: typeOf(record),
    stream: streamOf(record),
    recorded: recordedOf(record),
  };
}

// Most of a scan looks at one field of a record and at nothing else.

export const createdOf = (record: Buffer): number => record.readDoubleBE(7);

export const typeOf = (record: Buffer): string =>
  record.toString('utf8', textStart(record), streamStart(record));

export const streamOf = (record: Buffer): string =>
  record.toString('utf8', streamStart(record), recordedStart(record));

export const recordedOf = (record: Buffer): Buffer => record.subarray(recordedStart(record));

export const typeStartsWith = (record: Buffer, prefix: Buffer): boolean =>
  record.readUInt16BE(1) >= prefix.length && holdsAt(record, textStart(record), prefix);

export const streamStartsWith = (record: Buffer, prefix: Buffer): boolean =>
  record.readUInt32BE(3) >= prefix.length && holdsAt(record, streamStart(record), prefix);

/** Prefixes are short, and most differ in the first byte: a loop beats a call out of the engine. */
function holdsAt(record: Buffer, start: number, prefix: Buffer): boolean {
  for (let index = 0; index < prefix.length; index++) {
    if (record[start + index] !== prefix[index]) return false;
  }
  return true;
}

/** Whether the record holds what was written; one of format 1 cannot tell and says yes. */
export function isIntact(record: Buffer): boolean {
  if (record[0] === FORMAT_WITHOUT_CHECKSUM) return true;
  return (
    record[0] === FORMAT &&
    record.length >= CHECKSUM_END &&
    record.readUInt32BE(CHECKSUM_START) === checksumOf(record)
  );
}

function checksumOf(record: Buffer): number {
  return crc32(record.subarray(CHECKSUM_END), crc32(record.subarray(0, CHECKSUM_START)));
}

function textStart(record: Buffer): number {
  if (record[0] === FORMAT) return CHECKSUM_END;
  if (record[0] === FORMAT_WITHOUT_CHECKSUM) return CHECKSUM_START;
  throw new Error(`unknown event record format ${String(record[0])}`);
}

const streamStart = (record: Buffer): number => textStart(record) + record.readUInt16BE(1);

const recordedStart = (record: Buffer): number => streamStart(record) + record.readUInt32BE(3);
