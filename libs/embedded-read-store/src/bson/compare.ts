import { compareNumbers } from './number';
import { BsonType, numberRank, rankOf } from './types';
import { fieldsOf, type Value } from './value';

/** So few bytes are compared in a loop before a call into native code would have begun. */
const shortValue = 32;

const compareBytes = (left: Value, right: Value, from = 0): number =>
  left.bytes.compare(right.bytes, right.start + from, right.end, left.start + from, left.end);

const compareBig = (left: bigint, right: bigint): number =>
  left === right ? 0 : left < right ? -1 : 1;

/** Texts by their UTF-8 bytes, as MongoDB does without a collation. */
const compareText = (left: Value, right: Value): number =>
  left.bytes.compare(right.bytes, right.start + 4, right.end - 1, left.start + 4, left.end - 1);

function compareFields(left: Value, right: Value): number {
  const a = fieldsOf(left);
  const b = fieldsOf(right);
  for (const [index, { name, value }] of a.entries()) {
    const other = b[index];
    if (other === undefined) return 1;
    const ranks = rankOf(value.type) - rankOf(other.value.type);
    if (ranks !== 0) return ranks;
    if (name !== other.name) return Buffer.compare(Buffer.from(name), Buffer.from(other.name));
    const values = compareValues(value, other.value);
    if (values !== 0) return values;
  }
  return a.length - b.length;
}

function compareSameRank(left: Value, right: Value): number {
  switch (left.type) {
    case BsonType.string:
    case BsonType.symbol:
    case BsonType.code:
      return compareText(left, right);
    case BsonType.object:
    case BsonType.array:
      return compareFields(left, right);
    case BsonType.binary: {
      const lengths = left.end - left.start - (right.end - right.start);
      return lengths === 0 ? compareBytes(left, right, 4) : lengths;
    }
    case BsonType.date:
      return compareBig(
        left.bytes.readBigInt64LE(left.start),
        right.bytes.readBigInt64LE(right.start),
      );
    case BsonType.timestamp:
      return compareBig(
        left.bytes.readBigUInt64LE(left.start),
        right.bytes.readBigUInt64LE(right.start),
      );
    default:
      return compareBytes(left, right);
  }
}

/** MongoDB's total order over all values: types by rank, sub-documents field by field in order. */
export function compareValues(left: Value, right: Value): number {
  const rank = rankOf(left.type);
  const ranks = rank - rankOf(right.type);
  if (ranks !== 0) return ranks;
  return rank === numberRank ? compareNumbers(left, right) : compareSameRank(left, right);
}

/** Whether two values are the same byte for byte, as most equal ones are. */
export function sameBytes(left: Value, right: Value): boolean {
  const length = left.end - left.start;
  if (left.type !== right.type || length !== right.end - right.start) return false;
  if (length > shortValue) return compareBytes(left, right) === 0;
  for (let at = 0; at < length; at += 1) {
    if (left.bytes[left.start + at] !== right.bytes[right.start + at]) return false;
  }
  return true;
}

export const sameValue = (left: Value, right: Value): boolean =>
  sameBytes(left, right) || compareValues(left, right) === 0;
