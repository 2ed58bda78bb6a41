/** What the log holds under a position: a header to filter by, then the event as readers get it. */
export interface EventRecord {
  readonly stream: string;
  readonly type: string;
  /** Milliseconds since the Unix epoch. */
  readonly created: number;
  /** `RecordedEvent` protobuf bytes. */
  readonly recorded: Buffer;
}

/** Layout: u8 format, u16 type bytes, u32 stream bytes, f64 created, type, stream, recorded event. */
const FORMAT = 1;
const HEADER_BYTES = 1 + 2 + 4 + 8;

/** The type's length is stored in 16 bits; a longer type is refused before it comes here. */
export const MAX_TYPE_BYTES = 0xffff;

export function encodeEventRecord(event: EventRecord): Buffer {
  const typeBytes = Buffer.byteLength(event.type);
  const streamBytes = Buffer.byteLength(event.stream);
  const textEnd = HEADER_BYTES + typeBytes + streamBytes;
  const record = Buffer.allocUnsafe(textEnd + event.recorded.length);
  record.writeUInt8(FORMAT, 0);
  record.writeUInt16BE(typeBytes, 1);
  record.writeUInt32BE(streamBytes, 3);
  record.writeDoubleBE(event.created, 7);
  record.write(event.type, HEADER_BYTES);
  record.write(event.stream, HEADER_BYTES + typeBytes);
  record.set(event.recorded, textEnd);
  return record;
}

export function decodeEventRecord(record: Buffer): EventRecord {
  if (record[0] !== FORMAT) throw new Error(`unknown event record format ${String(record[0])}`);
  const typeEnd = HEADER_BYTES + record.readUInt16BE(1);
  const textEnd = typeEnd + record.readUInt32BE(3);
  return {
    created: record.readDoubleBE(7),
    type: record.toString('utf8', HEADER_BYTES, typeEnd),
    stream: record.toString('utf8', typeEnd, textEnd),
    recorded: record.subarray(textEnd),
  };
}
