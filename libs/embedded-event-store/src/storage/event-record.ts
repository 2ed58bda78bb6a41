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
  const typeStart = textStart(record);
  const typeEnd = typeStart + record.readUInt16BE(1);
  const textEnd = typeEnd + record.readUInt32BE(3);
  return {
    created: record.readDoubleBE(7),
    type: record.toString('utf8', typeStart, typeEnd),
    stream: record.toString('utf8', typeEnd, textEnd),
    recorded: record.subarray(textEnd),
  };
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
