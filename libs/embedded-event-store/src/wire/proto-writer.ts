const INITIAL_BYTES = 512;
const VARINT = 0;
const LENGTH_DELIMITED = 2;

/**
 * Appends protobuf fields to one growing buffer. Fields are written in the order of the calls;
 * nothing is left out for being zero, so an empty `oneof` member still shows which case it is.
 */
export class ProtoWriter {
  private buffer: Buffer;
  private length = 0;

  /** `bytes`: about as many as will be written, so that the buffer need not grow. */
  constructor(bytes = INITIAL_BYTES) {
    this.buffer = Buffer.allocUnsafe(bytes);
  }

  /** An unsigned 64-bit, 32-bit or enum field. Numbers must be whole and below 2^53. */
  uint(field: number, value: number | bigint): this {
    this.raw(field * 8 + VARINT);
    this.raw(value);
    return this;
  }

  bytes(field: number, value: Uint8Array): this {
    this.raw(field * 8 + LENGTH_DELIMITED);
    this.raw(value.length);
    this.reserve(value.length);
    this.buffer.set(value, this.length);
    this.length += value.length;
    return this;
  }

  string(field: number, value: string): this {
    const size = Buffer.byteLength(value);
    this.raw(field * 8 + LENGTH_DELIMITED);
    this.raw(size);
    this.reserve(size);
    this.length += this.buffer.write(value, this.length);
    return this;
  }

  /** An entry of a `map<string, string>` field. */
  entry(field: number, key: string, value: string): this {
    return this.message(field, (entry) => entry.string(1, key).string(2, value));
  }

  /** A message without fields: how the protocol marks a case of a `oneof`. */
  empty(field: number): this {
    this.raw(field * 8 + LENGTH_DELIMITED);
    this.raw(0);
    return this;
  }

  message(field: number, body: (writer: this) => void): this {
    this.raw(field * 8 + LENGTH_DELIMITED);
    const lengthAt = this.length;
    this.raw(0);
    body(this);
    const size = this.length - lengthAt - 1;
    const extra = varintSize(size) - 1;
    if (extra > 0) {
      this.reserve(extra);
      this.buffer.copyWithin(lengthAt + 1 + extra, lengthAt + 1, this.length);
    }
    this.length = lengthAt;
    this.raw(size);
    this.length += size;
    return this;
  }

  /** What was written, without a copy: the writer may not be used afterwards. */
  finish(): Buffer {
    return this.buffer.subarray(0, this.length);
  }

  private raw(value: number | bigint): void {
    this.reserve(10);
    let rest = value;
    if (typeof rest === 'bigint') {
      while (rest > BigInt(Number.MAX_SAFE_INTEGER)) {
        this.buffer[this.length++] = Number(rest & 127n) | 128;
        rest >>= 7n;
      }
      rest = Number(rest);
    }
    while (rest > 127) {
      this.buffer[this.length++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    this.buffer[this.length++] = rest;
  }

  private reserve(bytes: number): void {
    if (this.length + bytes <= this.buffer.length) return;
    const grown = Buffer.allocUnsafe(Math.max(this.buffer.length * 2, this.length + bytes));
    this.buffer.copy(grown, 0, 0, this.length);
    this.buffer = grown;
  }
}

function varintSize(value: number): number {
  let size = 1;
  for (let rest = value; rest > 127; rest = Math.floor(rest / 128)) size++;
  return size;
}
