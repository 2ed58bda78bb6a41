import { decimalOf, doubleOf, int32Of, longOf } from '../bson/read';
import { difference, type Exact, exactDecimal, exactDouble, exactOf } from '../bson/number';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';
import { type BsonWriter } from '../bson/write';

const view = new DataView(new ArrayBuffer(8));

/** Writes eight bytes that sort as the double does; NaN below everything, −0 as 0. */
function sortableDouble(writer: BsonWriter, value: number): BsonWriter {
  if (Number.isNaN(value)) return writer.byte(0).byte(0).byte(0).byte(0).int32(0);
  view.setFloat64(0, value === 0 ? 0 : value);
  const flipped = value < 0 ? 0xff : 0;
  writer.byte(view.getUint8(0) ^ (flipped | 0x80));
  for (let at = 1; at < 8; at += 1) writer.byte(view.getUint8(at) ^ flipped);
  return writer;
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

const exactly = 0;
const more = 1;

function inexact(writer: BsonWriter, value: Exact, nearest: number): BsonWriter {
  if (nearest === -Infinity) {
    const magnitude = positiveDecimal(-value.coefficient, value.ten);
    return sortableDouble(writer, -Infinity)
      .byte(more)
      .raw(Buffer.from(magnitude.map((byte) => 0xff - byte)));
  }
  let floor = nearest === Infinity ? Number.MAX_VALUE : nearest;
  let rest = difference(value, exactDouble(floor) as Exact);
  if (rest.numerator < 0n) {
    floor = nextBelow(floor);
    if (floor === -Infinity) return inexact(writer, value, floor);
    rest = difference(value, exactDouble(floor) as Exact);
  }
  if (rest.numerator === 0n) return sortableDouble(writer, floor).byte(exactly);
  const excess = decimalForm(rest.numerator, rest.two, rest.ten);
  return sortableDouble(writer, floor).byte(more).raw(excess);
}

/** A long as a number, NaN when that would not be exact. */
function safeLong({ bytes, start }: Value): number {
  const number = bytes.readInt32LE(start + 4) * 2 ** 32 + bytes.readUInt32LE(start);
  return Number.isSafeInteger(number) ? number : NaN;
}

/**
 * Writes the key of a number: the largest double not above it, then what is left, exactly. So 1, 1.0
 * and Decimal128 1 share one key, and longs above 2^53 keep their order.
 */
export function writeNumberKey(writer: BsonWriter, value: Value): BsonWriter {
  switch (value.type) {
    case BsonType.int32:
      return sortableDouble(writer, int32Of(value)).byte(exactly);
    case BsonType.double:
      return sortableDouble(writer, doubleOf(value)).byte(exactly);
    case BsonType.int64: {
      const safe = safeLong(value);
      if (!Number.isNaN(safe)) return sortableDouble(writer, safe).byte(exactly);
      return inexact(writer, exactOf(value) as Exact, Number(longOf(value)));
    }
    default: {
      const text = decimalOf(value).toString();
      const exact = exactDecimal(text);
      if (typeof exact === 'number') return sortableDouble(writer, exact).byte(exactly);
      return inexact(writer, exact, Number(text));
    }
  }
}
