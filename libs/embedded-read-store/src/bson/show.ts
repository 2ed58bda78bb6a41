import { BsonType } from './types';
import { decimalOf, doubleOf, int32Of, longOf, textOf } from './read';
import { elementsOf, fieldsOf, rawOf, type Value } from './value';

/** A value as MongoDB's messages write it. */
export function show(value: Value): string {
  switch (value.type) {
    case BsonType.string:
    case BsonType.symbol:
    case BsonType.code:
      return JSON.stringify(textOf(value));
    case BsonType.int32:
      return String(int32Of(value));
    case BsonType.int64:
      return String(longOf(value));
    case BsonType.double: {
      const number = doubleOf(value);
      return Number.isInteger(number) ? `${String(number)}.0` : String(number);
    }
    case BsonType.decimal128:
      return decimalOf(value).toString();
    case BsonType.boolean:
      return String(value.bytes.readUInt8(value.start) !== 0);
    case BsonType.null:
      return 'null';
    case BsonType.objectId:
      return `ObjectId('${rawOf(value).toString('hex')}')`;
    case BsonType.date:
      return `new Date(${String(longOf(value))})`;
    case BsonType.object:
      return `{ ${fieldsOf(value)
        .map((field) => `${field.name}: ${show(field.value)}`)
        .join(', ')} }`;
    case BsonType.array:
      return `[ ${elementsOf(value).map(show).join(', ')} ]`;
    case BsonType.binary:
      return `BinData(${String(value.bytes.readUInt8(value.start + 4))}, ${rawOf(value).subarray(5).toString('hex').toUpperCase()})`;
    default:
      return `(BSON type ${String(value.type)})`;
  }
}
