import { BsonWriter } from '../bson/write';
import { BsonType, rankOf } from '../bson/types';
import { elementsOf, fieldsOf, type Value } from '../bson/value';
import { writeNumberKey } from './number-key';

/** The key of a missing field in an index of an empty array: below null. */
export const undefinedKey = Buffer.from([rankOf(BsonType.undefined)]);
export const nullKey = Buffer.from([rankOf(BsonType.null)]);

/** Bytes in which 0x00 ends the text: inner zeros are written 00 FF, the end is 00 00. */
function terminated(writer: BsonWriter, bytes: Buffer, start: number, end: number): void {
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (bytes[at] !== 0) continue;
    writer.raw(bytes, from, at).byte(0x00).byte(0xff);
    from = at + 1;
  }
  writer.raw(bytes, from, end).byte(0x00).byte(0x00);
}

/** Eight bytes, the highest first; of a signed value the sign is turned round. */
function fixed(writer: BsonWriter, { bytes, start }: Value, signed: boolean): void {
  writer.byte(bytes.readUInt8(start + 7) ^ (signed ? 0x80 : 0));
  for (let at = 6; at >= 0; at -= 1) writer.byte(bytes.readUInt8(start + at));
}

/** Writes what `valueKey` answers with. */
export function writeKey(writer: BsonWriter, value: Value): void {
  const rank = rankOf(value.type);
  writer.byte(rank);
  switch (value.type) {
    case BsonType.int32:
    case BsonType.int64:
    case BsonType.double:
    case BsonType.decimal128:
      writeNumberKey(writer, value);
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
      for (let at = 3; at >= 0; at -= 1) writer.byte(value.bytes.readUInt8(value.start + at));
      writer.raw(value.bytes, value.start + 4, value.end);
      return;
    }
    case BsonType.date:
      fixed(writer, value, true);
      return;
    case BsonType.timestamp:
      fixed(writer, value, false);
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

/** Few keys are longer; one that is makes its buffer grow. */
const usualLength = 64;

/**
 * Bytes whose order (memcmp) is MongoDB's order of values, equal exactly for equal values, and no
 * key is the beginning of another: keys of several fields can simply stand one after the other.
 */
export function valueKey(value: Value): Buffer {
  const writer = new BsonWriter(usualLength);
  writeKey(writer, value);
  return writer.finish();
}

/** The same order backwards, for a descending field. */
export function inverted(key: Buffer): Buffer {
  const bytes = Buffer.allocUnsafe(key.length);
  for (let index = 0; index < key.length; index += 1) bytes[index] = 0xff - (key[index] ?? 0);
  return bytes;
}
