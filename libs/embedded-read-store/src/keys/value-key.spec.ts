import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { compareValues } from '../bson/compare';
import { numbers, values } from '../testing/arbitrary-values';
import { bsonValue } from '../testing/values';
import { inverted, valueKey } from './value-key';

const keyOf = (value: unknown): Buffer => valueKey(bsonValue(value));
const order = (left: unknown, right: unknown): number =>
  Math.sign(compareValues(bsonValue(left), bsonValue(right)));

describe('keys of values', () => {
  it('sort as the values do', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        expect(Math.sign(Buffer.compare(keyOf(left), keyOf(right)))).toBe(order(left, right));
      }),
      { numRuns: 2_000 },
    );
  });

  it('sort numbers by what they are worth, whatever their types', () => {
    fc.assert(
      fc.property(numbers, numbers, (left, right) => {
        expect(Math.sign(Buffer.compare(keyOf(left), keyOf(right)))).toBe(order(left, right));
      }),
      { numRuns: 3_000 },
    );
  });

  it('sort backwards when inverted', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        const [a, b] = [inverted(keyOf(left)), inverted(keyOf(right))];
        expect(Math.sign(Buffer.compare(a, b))).toBe(order(right, left));
      }),
    );
  });

  it('never begin another key', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        const [a, b] = [keyOf(left), keyOf(right)];
        fc.pre(!a.equals(b) && a.length <= b.length);
        expect(b.subarray(0, a.length).equals(a)).toBe(false);
      }),
      { numRuns: 1_000 },
    );
  });

  it('are one for a number in any type', () => {
    const ones = [new Int32(1), new Double(1), Long.ONE, Decimal128.fromString('1.00')];
    expect(new Set(ones.map((one) => keyOf(one).toString('hex'))).size).toBe(1);
  });
});
