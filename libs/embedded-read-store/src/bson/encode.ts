import { BsonType } from './types';
import { type Value } from './value';
import { BsonWriter } from './write';

const isValue = (value: object): value is Value =>
  'bytes' in value && 'start' in value && 'end' in value && 'type' in value;

function encodeField(writer: BsonWriter, name: string, value: unknown): void {
  if (value === undefined) return;
  if (typeof value === 'string') writer.header(BsonType.string, name).string(value);
  else if (typeof value === 'bigint') writer.header(BsonType.int64, name).int64(value);
  else if (typeof value === 'boolean') writer.header(BsonType.boolean, name).byte(value ? 1 : 0);
  else if (typeof value === 'number') encodeNumber(writer, name, value);
  else if (typeof value === 'object') encodeObject(writer, name, value);
  else throw new TypeError(`a reply cannot hold a ${typeof value}`);
}

function encodeNumber(writer: BsonWriter, name: string, value: number): void {
  if (Number.isInteger(value) && Math.abs(value) <= 0x7fffffff) {
    writer.header(BsonType.int32, name).int32(value);
  } else {
    writer.header(BsonType.double, name).double(value);
  }
}

function encodeObject(writer: BsonWriter, name: string, value: object | null): void {
  if (value === null) {
    writer.header(BsonType.null, name);
  } else if (value instanceof Date) {
    writer.header(BsonType.date, name).int64(BigInt(value.getTime()));
  } else if (isValue(value)) {
    writer.field(name, value);
  } else if (Array.isArray(value)) {
    writer.header(BsonType.array, name);
    const at = writer.open();
    value.forEach((element, index) => {
      encodeField(writer, String(index), element ?? null);
    });
    writer.close(at);
  } else {
    writer.header(BsonType.object, name);
    encodeInto(writer, value);
  }
}

function encodeInto(writer: BsonWriter, object: object): void {
  const at = writer.open();
  for (const [name, value] of Object.entries(object)) encodeField(writer, name, value);
  writer.close(at);
}

/**
 * What the node itself says, as BSON: whole numbers of 31 bits are int32, bigints int64, other
 * numbers doubles; a `Value` goes out byte for byte. Undefined fields are left out.
 */
export function encode(object: object): Buffer {
  const writer = new BsonWriter();
  encodeInto(writer, object);
  return writer.finish();
}
