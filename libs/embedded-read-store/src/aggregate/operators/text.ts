import { decimalOf, doubleOf, int32Of, longOf, textOf } from '../../bson/read';
import { typeNameOf } from '../../bson/type-names';
import { BsonType } from '../../bson/types';
import { isNullish, rawOf, type Value } from '../../bson/value';
import { nullValue, stringValue } from '../../bson/write';
import { ServerError, unsupported } from '../../errors';
import { type Operators, unary, variadic } from './operator';

/** A double as the server writes it, where all its versions write it alike. */
function doubleText(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? 'Infinity' : '-Infinity';
  const text = String(value);
  const magnitude = Math.abs(value);
  const plain = magnitude === 0 || (magnitude >= 1e-4 && magnitude < 1e15);
  if (!plain || text.replace(/\D/g, '').length > 15 || Object.is(value, -0)) {
    throw unsupported(`$toString of the double ${text}`);
  }
  return text;
}

function textFrom(value: Value): string {
  switch (value.type) {
    case BsonType.string:
    case BsonType.symbol:
      return textOf(value);
    case BsonType.int32:
      return String(int32Of(value));
    case BsonType.int64:
      return String(longOf(value));
    case BsonType.double:
      return doubleText(doubleOf(value));
    case BsonType.decimal128:
      return decimalOf(value).toString();
    case BsonType.boolean:
      return value.bytes.readUInt8(value.start) === 0 ? 'false' : 'true';
    case BsonType.objectId:
      return rawOf(value).toString('hex');
    case BsonType.date: {
      const date = new Date(Number(longOf(value)));
      if (Number.isNaN(date.getTime())) throw unsupported('$toString of a date so far away');
      return date.toISOString();
    }
    case BsonType.binary:
      throw unsupported('$toString of binary data');
    default:
      throw new ServerError(
        241,
        `Unsupported conversion from ${typeNameOf(value)} to string in $convert with no onError value`,
      );
  }
}

export const textOperators: Operators = {
  $concat: variadic((values) => {
    let all = '';
    for (const value of values) {
      if (value === undefined || isNullish(value)) return nullValue;
      if (value.type !== BsonType.string) {
        throw new ServerError(16702, `$concat only supports strings, not ${typeNameOf(value)}`);
      }
      all += textOf(value);
    }
    return stringValue(all);
  }),
  $toString: unary('$toString', (value) =>
    value === undefined || isNullish(value) ? nullValue : stringValue(textFrom(value)),
  ),
};
