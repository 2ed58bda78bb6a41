import { nameAt } from './names';
import { BsonType } from './types';

/**
 * One BSON value where it lies in a buffer. Documents are never turned into JavaScript objects on
 * the way through the node, so every type, width and field order survives exactly.
 */
export interface Value {
  readonly type: number;
  readonly bytes: Buffer;
  readonly start: number;
  /** One past the last byte. */
  readonly end: number;
}

export interface Field {
  readonly name: string;
  readonly value: Value;
}

/** A whole buffer as a document. */
export const documentIn = (bytes: Buffer): Value => ({
  type: BsonType.object,
  bytes,
  start: 0,
  end: bytes.length,
});

/** The bytes of a value, without copying. */
export const rawOf = (value: Value): Buffer => value.bytes.subarray(value.start, value.end);

export const isObject = (value: Value | undefined): value is Value =>
  value?.type === BsonType.object;
export const isArray = (value: Value | undefined): value is Value => value?.type === BsonType.array;

/** null, the deprecated undefined and a missing field: what `{ field: null }` matches. */
export const isNullish = (value: Value | undefined): boolean =>
  value === undefined || value.type === BsonType.null || value.type === BsonType.undefined;

/** Names are short: a loop is at their end before a call into native code would have begun. */
function cstringEnd(bytes: Buffer, at: number): number {
  let end = at;
  while (end < bytes.length && bytes[end] !== 0) end += 1;
  if (end >= bytes.length) throw new RangeError('unterminated name in BSON');
  return end;
}

/** Where the value of `type` that begins at `at` ends. */
function endOf(type: number, bytes: Buffer, at: number): number {
  switch (type) {
    case BsonType.double:
    case BsonType.date:
    case BsonType.timestamp:
    case BsonType.int64:
      return at + 8;
    case BsonType.int32:
      return at + 4;
    case BsonType.boolean:
      return at + 1;
    case BsonType.objectId:
      return at + 12;
    case BsonType.decimal128:
      return at + 16;
    case BsonType.string:
    case BsonType.code:
    case BsonType.symbol:
      return at + 4 + bytes.readInt32LE(at);
    case BsonType.object:
    case BsonType.array:
    case BsonType.codeWithScope:
      return at + bytes.readInt32LE(at);
    case BsonType.binary:
      return at + 5 + bytes.readInt32LE(at);
    case BsonType.dbPointer:
      return at + 16 + bytes.readInt32LE(at);
    case BsonType.regex:
      return cstringEnd(bytes, cstringEnd(bytes, at) + 1) + 1;
    case BsonType.null:
    case BsonType.undefined:
    case BsonType.minKey:
    case BsonType.maxKey:
      return at;
    default:
      throw new RangeError(`unknown BSON type ${String(type)}`);
  }
}

function valueAt(type: number, bytes: Buffer, at: number, limit: number): Value {
  const end = endOf(type, bytes, at);
  if (end < at || end > limit) throw new RangeError('a BSON value reaches past its document');
  return { type, bytes, start: at, end };
}

/** The field of a document that begins with its type at `at`. */
export function fieldAt({ bytes, end }: Value, at: number): Field {
  const nameEnd = cstringEnd(bytes, at + 1);
  const value = valueAt(bytes.readUInt8(at), bytes, nameEnd + 1, end - 1);
  return { name: nameAt(bytes, at + 1, nameEnd), value };
}

/** The fields of a document or array, in their order. */
export function fieldsOf(document: Value): Field[] {
  const fields: Field[] = [];
  for (let at = document.start + 4; at < document.end - 1;) {
    const field = fieldAt(document, at);
    fields.push(field);
    at = field.value.end;
  }
  return fields;
}

/** The elements of an array (or the values of a document), in their order. */
export function elementsOf(array: Value): Value[] {
  const { bytes } = array;
  const limit = array.end - 1;
  const elements: Value[] = [];
  for (let at = array.start + 4; at < limit;) {
    const value = valueAt(bytes.readUInt8(at), bytes, cstringEnd(bytes, at + 1) + 1, limit);
    elements.push(value);
    at = value.end;
  }
  return elements;
}

/** The name of the first field: an operator, a command, or any other; undefined where there is none. */
export function firstNameOf({ bytes, start, end }: Value): string | undefined {
  const at = start + 4;
  return at < end - 1 ? nameAt(bytes, at + 1, cstringEnd(bytes, at + 1)) : undefined;
}

/** Never the bytes of a text. */
const noName = Buffer.from([0xff, 0]);

const knownNames = new Map<string, Buffer>();

function bytesOfName(name: string): Buffer {
  const known = knownNames.get(name);
  if (known !== undefined) return known;
  const bytes = name.includes('\0') ? noName : Buffer.from(`${name}\0`);
  if (knownNames.size < 10_000) knownNames.set(name, bytes);
  return bytes;
}

/** The value of one field, without decoding the others. */
export function fieldOf(document: Value, name: string): Value | undefined {
  const { bytes } = document;
  const wanted = bytesOfName(name);
  const limit = document.end - 1;
  for (let at = document.start + 4; at < limit;) {
    let alike = 0;
    while (alike < wanted.length && bytes[at + 1 + alike] === wanted[alike]) alike += 1;
    const type = bytes.readUInt8(at);
    // Its zero included; no name is the same up to there and goes on.
    if (alike === wanted.length) return valueAt(type, bytes, at + 1 + alike, limit);
    const end = endOf(type, bytes, cstringEnd(bytes, at + 1 + alike) + 1);
    if (end <= at || end > limit) throw new RangeError('a BSON value reaches past its document');
    at = end;
  }
  return undefined;
}
