import { exactDecimal, exactDouble, type ExactNumber } from '../bson/number';
import { decimalOf, doubleOf, int32Of, longOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';
import { valueKey } from './value-key';

/** The whole number that an exact number is, or undefined. */
function wholeOf(exact: ExactNumber): bigint | undefined {
  if (typeof exact === 'number') return undefined;
  const { coefficient, two, ten } = exact;
  const below = 2n ** BigInt(Math.max(0, -two)) * 10n ** BigInt(Math.max(0, -ten));
  if (coefficient % below !== 0n) return undefined;
  return (coefficient / below) * 2n ** BigInt(Math.max(0, two)) * 10n ** BigInt(Math.max(0, ten));
}

function numberName(value: Value, exact: ExactNumber): string {
  const whole = wholeOf(exact);
  return whole === undefined ? otherName(value) : `n${String(whole)}`;
}

const otherName = (value: Value): string => `k${valueKey(value).toString('latin1')}`;

/**
 * A text that two values share exactly when MongoDB takes them for equal: for tables of values. Made
 * faster than a key, for it need not sort.
 */
export function equalityName(value: Value): string {
  switch (value.type) {
    case BsonType.string:
    case BsonType.symbol:
      return `s${value.bytes.toString('latin1', value.start + 4, value.end - 1)}`;
    case BsonType.int32:
      return `n${String(int32Of(value))}`;
    case BsonType.int64:
      return `n${String(longOf(value))}`;
    case BsonType.double: {
      const number = doubleOf(value);
      if (Number.isSafeInteger(number)) return `n${String(number)}`;
      return numberName(value, exactDouble(number));
    }
    case BsonType.decimal128:
      return numberName(value, exactDecimal(decimalOf(value).toString()));
    default:
      return otherName(value);
  }
}
