import { decimalOf, doubleOf, int32Of, longOf } from '../bson/read';
import { difference, type Exact, exactDecimal, exactDouble, exactOf } from '../bson/number';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';

const view = new DataView(new ArrayBuffer(8));

/** Eight bytes that sort as the double does; NaN below everything, −0 as 0. */
function sortableDouble(value: number): Buffer {
  if (Number.isNaN(value)) return Buffer.alloc(8);
  view.setFloat64(0, value === 0 ? 0 : value);
  const bits = view.getBigUint64(0);
  const sortable = value < 0 ? ~bits & 0xffffffffffffffffn : bits | 0x8000000000000000n;
  const bytes = Buffer.allocUnsafe(8);
  bytes.writeBigUInt64BE(sortable);
  return bytes;
}

function nextBelow(value: number): number {
  if (value === 0) return -Number.MIN_VALUE;
  view.setFloat64(0, value);
  const bits = view.getBigUint64(0);
  view.setBigUint64(0, value > 0 ? bits - 1n : bits + 1n);
  return view.getFloat64(0);
}

/**
 * A positive number as sortable bytes: the decimal exponent, then its significant digits, two per
 * byte, ended by a zero.
 */
function positiveDecimal(coefficient: bigint, ten: number): Buffer {
  const digits = coefficient.toString().replace(/0+$/, '');
  const exponent = coefficient.toString().length + ten;
  const pairs = Buffer.alloc(2 + Math.ceil(digits.length / 2) + 1);
  pairs.writeUInt16BE(exponent + 0x8000);
  for (let index = 0; index < digits.length; index += 2) {
    pairs.writeUInt8(Number(digits.slice(index, index + 2).padEnd(2, '0')) + 1, 2 + index / 2);
  }
  return pairs;
}

/** coefficient × 2^two × 10^ten with the twos turned into tens: 2^-n = 5^n × 10^-n. */
function decimalForm(coefficient: bigint, two: number, ten: number): Buffer {
  return two >= 0
    ? positiveDecimal(coefficient * 2n ** BigInt(two), ten)
    : positiveDecimal(coefficient * 5n ** BigInt(-two), ten + two);
}

const exactly = Buffer.from([0]);
const more = Buffer.from([1]);

function inexact(value: Exact, nearest: number): Buffer {
  if (nearest === -Infinity) {
    const magnitude = positiveDecimal(-value.coefficient, value.ten);
    return Buffer.concat([sortableDouble(-Infinity), more, magnitude.map((byte) => 0xff - byte)]);
  }
  let floor = nearest === Infinity ? Number.MAX_VALUE : nearest;
  let rest = difference(value, exactDouble(floor) as Exact);
  if (rest.numerator < 0n) {
    floor = nextBelow(floor);
    if (floor === -Infinity) return inexact(value, floor);
    rest = difference(value, exactDouble(floor) as Exact);
  }
  if (rest.numerator === 0n) return Buffer.concat([sortableDouble(floor), exactly]);
  const excess = decimalForm(rest.numerator, rest.two, rest.ten);
  return Buffer.concat([sortableDouble(floor), more, excess]);
}

/**
 * The key of a number: the largest double not above it, then what is left, exactly. So 1, 1.0 and
 * Decimal128 1 share one key, and longs above 2^53 keep their order.
 */
export function numberKey(value: Value): Buffer {
  switch (value.type) {
    case BsonType.int32:
      return Buffer.concat([sortableDouble(int32Of(value)), exactly]);
    case BsonType.double:
      return Buffer.concat([sortableDouble(doubleOf(value)), exactly]);
    case BsonType.int64: {
      const nearest = Number(longOf(value));
      if (Number.isSafeInteger(nearest)) return Buffer.concat([sortableDouble(nearest), exactly]);
      return inexact(exactOf(value) as Exact, nearest);
    }
    default: {
      const text = decimalOf(value).toString();
      const exact = exactDecimal(text);
      if (typeof exact === 'number') return Buffer.concat([sortableDouble(exact), exactly]);
      return inexact(exact, Number(text));
    }
  }
}
