import { BsonWriter } from '../bson/write';
import { BsonType, rankOf } from '../bson/types';
import { elementsOf, fieldsOf, type Value } from '../bson/value';
import { numberKey } from './number-key';

/** The key of a missing field in an index of an empty array: below null. */
export const undefinedKey = Buffer.from([rankOf(BsonType.undefined)]);
export const nullKey = Buffer.from([rankOf(BsonType.null)]);

/** Bytes in which 0x00 ends the text: inner zeros are written 00 FF, the end is 00 00. */
function terminated(writer: BsonWriter, bytes: Buffer, start: number, end: number): void {
  let from = start;
  for (;;) {
    const zero = bytes.indexOf(0, from);
    if (zero < 0 || zero >= end) break;
    writer.raw(bytes, from, zero).byte(0x00).byte(0xff);
    from = zero + 1;
  }
  writer.raw(bytes, from, end).byte(0x00).byte(0x00);
}

function fixed(value: Value, signed: boolean): Buffer {
  const bits = value.bytes.readBigUInt64LE(value.start);
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(signed ? bits ^ 0x8000000000000000n : bits);
  return bytes;
}

function writeKey(writer: BsonWriter, value: Value): void {
  const rank = rankOf(value.type);
  writer.byte(rank);
  switch (value.type) {
    case BsonType.int32:
    case BsonType.int64:
    case BsonType.double:
    case BsonType.decimal128:
      writer.raw(numberKey(value));
      return;
    case BsonType.string:
    case BsonType.symbol:
    case BsonType.code:
      terminated(writer, value.bytes, value.start + 4, value.end - 1);
      return;
    case BsonType.object:
      for (const field of fieldsOf(value)) {
        writer.byte(rankOf(field.value.type)).cstring(field.name);
        writeKey(writer, field.value);
      }
      writer.byte(0);
      return;
    case BsonType.array:
      for (const element of elementsOf(value)) writeKey(writer, element);
      writer.byte(0);
      return;
    case BsonType.binary: {
      const length = Buffer.allocUnsafe(4);
      length.writeUInt32BE(value.bytes.readUInt32LE(value.start));
      writer.raw(length).raw(value.bytes, value.start + 4, value.end);
      return;
    }
    case BsonType.date:
      writer.raw(fixed(value, true));
      return;
    case BsonType.timestamp:
      writer.raw(fixed(value, false));
      return;
    case BsonType.regex:
    case BsonType.objectId:
    case BsonType.boolean:
      writer.raw(value.bytes, value.start, value.end);
      return;
    case BsonType.dbPointer:
    case BsonType.codeWithScope:
      terminated(writer, value.bytes, value.start, value.end);
      return;
    default:
      return;
  }
}

/**
 * Bytes whose order (memcmp) is MongoDB's order of values, equal exactly for equal values, and no
 * key is the beginning of another: keys of several fields can simply stand one after the other.
 */
export function valueKey(value: Value): Buffer {
  const writer = new BsonWriter(64);
  writeKey(writer, value);
  return writer.finish();
}

/** The same order backwards, for a descending field. */
export function inverted(key: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(key.length);
  for (let index = 0; index < key.length; index += 1) {
    bytes.writeUInt8(0xff - key.readUInt8(index), index);
  }
  return bytes;
}
