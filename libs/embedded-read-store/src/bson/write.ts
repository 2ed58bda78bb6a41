import { BsonType } from './types';
import { type Value } from './value';

/** So few bytes are written in a loop before a call into native code would have begun. */
const short = 64;

/** Grows a buffer while BSON is written into it. */
export class BsonWriter {
  private buffer: Buffer;
  private length = 0;

  constructor(capacity = 512) {
    this.buffer = Buffer.allocUnsafe(capacity);
  }

  get size(): number {
    return this.length;
  }

  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed <= this.buffer.length) return;
    const larger = Buffer.allocUnsafe(Math.max(needed, this.buffer.length * 2));
    this.buffer.copy(larger, 0, 0, this.length);
    this.buffer = larger;
  }

  int32(value: number): this {
    this.reserve(4);
    this.length = this.buffer.writeInt32LE(value, this.length);
    return this;
  }

  int64(value: bigint): this {
    this.reserve(8);
    this.length = this.buffer.writeBigInt64LE(value, this.length);
    return this;
  }

  double(value: number): this {
    this.reserve(8);
    this.length = this.buffer.writeDoubleLE(value, this.length);
    return this;
  }

  /** The lowest eight bits of a number. */
  byte(value: number): this {
    this.reserve(1);
    this.buffer[this.length] = value;
    this.length += 1;
    return this;
  }

  raw(bytes: Buffer, start = 0, end = bytes.length): this {
    this.reserve(end - start);
    if (end - start > short) bytes.copy(this.buffer, this.length, start, end);
    else {
      const to = this.length - start;
      for (let at = start; at < end; at += 1) this.buffer[to + at] = bytes[at] ?? 0;
    }
    this.length += end - start;
    return this;
  }

  /** UTF-8 text followed by a zero byte. */
  cstring(text: string): this {
    this.reserve(text.length * 3 + 1);
    this.length += this.ascii(text) ?? this.buffer.write(text, this.length, 'utf8');
    return this.byte(0);
  }

  /** Writes a short text of one byte per character; undefined when it is none. */
  private ascii(text: string): number | undefined {
    if (text.length > short) return undefined;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (code > 0x7f) return undefined;
      this.buffer[this.length + at] = code;
    }
    return text.length;
  }

  string(text: string): this {
    return this.int32(Buffer.byteLength(text) + 1).cstring(text);
  }

  /** The type and name that stand before a value. */
  header(type: number, name: string): this {
    return this.byte(type).cstring(name);
  }

  field(name: string, value: Value): this {
    return this.header(value.type, name).raw(value.bytes, value.start, value.end);
  }

  /** Opens a document or array; hand the result to `close`. */
  open(): number {
    const at = this.length;
    this.int32(0);
    return at;
  }

  close(at: number): this {
    this.byte(0);
    this.buffer.writeInt32LE(this.length - at, at);
    return this;
  }

  /** Turns every bit round that was written from `start` on. */
  invertFrom(start: number): this {
    for (let at = start; at < this.length; at += 1) {
      this.buffer[at] = 0xff - (this.buffer[at] ?? 0);
    }
    return this;
  }

  /** What was written; the writer must not be used afterwards. */
  finish(): Buffer {
    const { buffer, length } = this;
    return length === buffer.length ? buffer : buffer.subarray(0, length);
  }
}

const own = (type: number, bytes: Buffer): Value => ({ type, bytes, start: 0, end: bytes.length });

export const int32Value = (value: number): Value =>
  own(BsonType.int32, new BsonWriter(4).int32(value).finish());
export const int64Value = (value: bigint): Value =>
  own(BsonType.int64, new BsonWriter(8).int64(value).finish());
export const doubleValue = (value: number): Value =>
  own(BsonType.double, new BsonWriter(8).double(value).finish());
export const stringValue = (text: string): Value =>
  own(BsonType.string, new BsonWriter(text.length + 8).string(text).finish());
export const nullValue: Value = own(BsonType.null, Buffer.alloc(0));
export const minKeyValue: Value = own(BsonType.minKey, Buffer.alloc(0));
export const maxKeyValue: Value = own(BsonType.maxKey, Buffer.alloc(0));
export const booleanValue = (value: boolean): Value =>
  own(BsonType.boolean, Buffer.from([value ? 1 : 0]));

/** A document of the given fields, in their order. */
export function documentOf(fields: Iterable<readonly [string, Value]>): Value {
  const writer = new BsonWriter();
  const at = writer.open();
  for (const [name, value] of fields) writer.field(name, value);
  return own(BsonType.object, writer.close(at).finish());
}

export function arrayOf(elements: readonly Value[]): Value {
  const writer = new BsonWriter();
  const at = writer.open();
  elements.forEach((element, index) => writer.field(String(index), element));
  return own(BsonType.array, writer.close(at).finish());
}
