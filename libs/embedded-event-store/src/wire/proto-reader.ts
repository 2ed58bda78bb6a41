/** The bytes are not a message of this protocol: cut short, or a wire type out of place. */
export class MalformedMessage extends Error {}

/**
 * Walks the fields of one protobuf message:
 * `while (reader.next()) switch (reader.field) { case 1: reader.bytes() ... default: reader.skip() }`.
 * Byte fields are views into the given buffer, not copies.
 */
export class ProtoReader {
  field = 0;
  private wireType = 0;
  private position = 0;

  constructor(private readonly buffer: Buffer) {}

  next(): boolean {
    if (this.position >= this.buffer.length) return false;
    const tag = this.varint();
    this.field = Math.floor(tag / 8);
    this.wireType = tag % 8;
    return true;
  }

  /** A number that fits 32 bits, a boolean or an enum. */
  uint32(): number {
    return Number(BigInt.asUintN(32, this.uint64()));
  }

  bool(): boolean {
    return this.uint64() !== 0n;
  }

  /** All 64 bits: revision "end" is 2^64 - 1 and a tombstone 2^63 - 1, beyond JavaScript's numbers. */
  uint64(): bigint {
    this.expect(0);
    const start = this.position;
    const low = this.varint();
    if (low <= Number.MAX_SAFE_INTEGER) return BigInt(low);
    this.position = start;
    return this.bigVarint();
  }

  bytes(): Buffer {
    this.expect(2);
    const size = this.varint();
    const start = this.position;
    this.advance(size);
    return this.buffer.subarray(start, start + size);
  }

  string(): string {
    return this.bytes().toString('utf8');
  }

  skip(): void {
    switch (this.wireType) {
      case 0:
        this.varint();
        break;
      case 1:
        this.advance(8);
        break;
      case 2:
        this.bytes();
        break;
      case 5:
        this.advance(4);
        break;
      default:
        throw new MalformedMessage(`wire type ${this.wireType} is not part of proto3`);
    }
  }

  private expect(wireType: number): void {
    if (this.wireType !== wireType) {
      throw new MalformedMessage(`field ${this.field} has wire type ${this.wireType}`);
    }
  }

  private advance(bytes: number): void {
    this.position += bytes;
    if (this.position > this.buffer.length) throw new MalformedMessage('the message is cut short');
  }

  private varint(): number {
    let value = 0;
    for (let scale = 1, count = 0; count < 10; scale *= 128, count++) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
    throw new MalformedMessage('a varint is longer than ten bytes');
  }

  private bigVarint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      const byte = this.byte();
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return BigInt.asUintN(64, value);
    }
  }

  private byte(): number {
    const byte = this.buffer[this.position++];
    if (byte === undefined) throw new MalformedMessage('the message is cut short');
    return byte;
  }
}

/** Reads every field of a message with `read`, which must consume or skip each one. */
export function eachField(message: Buffer, read: (reader: ProtoReader) => void): void {
  const reader = new ProtoReader(message);
  while (reader.next()) read(reader);
}
