import { Decimal128 } from 'bson';
import { BsonType } from './types';
import { type Value } from './value';

/** The text of a string, symbol or code value. */
export const textOf = (value: Value): string =>
  value.bytes.toString('utf8', value.start + 4, value.end - 1);

export const longOf = (value: Value): bigint => value.bytes.readBigInt64LE(value.start);
export const doubleOf = (value: Value): number => value.bytes.readDoubleLE(value.start);
export const int32Of = (value: Value): number => value.bytes.readInt32LE(value.start);
export const decimalOf = (value: Value): Decimal128 =>
  new Decimal128(Buffer.from(value.bytes.subarray(value.start, value.start + 16)));

export const isNumber = (value: Value | undefined): value is Value =>
  value !== undefined &&
  (value.type === BsonType.int32 ||
    value.type === BsonType.int64 ||
    value.type === BsonType.double ||
    value.type === BsonType.decimal128);

/** Pattern and options of a regular expression value. */
export function regexOf(value: Value): { pattern: string; options: string } {
  const patternEnd = value.bytes.indexOf(0, value.start);
  return {
    pattern: value.bytes.toString('utf8', value.start, patternEnd),
    options: value.bytes.toString('utf8', patternEnd + 1, value.end - 1),
  };
}

/** A number as an argument (limit, size, version): exact up to 2^53, else undefined. */
export function argumentNumber(value: Value | undefined): number | undefined {
  if (value === undefined) return undefined;
  switch (value.type) {
    case BsonType.int32:
      return int32Of(value);
    case BsonType.double:
      return doubleOf(value);
    case BsonType.int64: {
      const number = Number(longOf(value));
      return Number.isSafeInteger(number) ? number : undefined;
    }
    case BsonType.decimal128:
      return Number(decimalOf(value).toString());
    default:
      return undefined;
  }
}

/** MongoDB's truth of an argument: false, null, zero and missing are false. */
export function argumentTruth(value: Value | undefined): boolean {
  if (value === undefined) return false;
  if (value.type === BsonType.boolean) return value.bytes.readUInt8(value.start) !== 0;
  if (value.type === BsonType.null || value.type === BsonType.undefined) return false;
  return isNumber(value) ? argumentNumber(value) !== 0 : true;
}
