import { Decimal128, Double, Long, MaxKey, MinKey, ObjectId } from 'bson';
import fc from 'fast-check';
import { values } from '../testing/arbitrary-values';
import { bsonValue } from '../testing/values';
import { compareValues } from './compare';

const order = (left: unknown, right: unknown): number =>
  Math.sign(compareValues(bsonValue(left), bsonValue(right)));

describe('the order of values', () => {
  it('is MongoDB’s order of types', () => {
    const ascending = [
      new MinKey(),
      null,
      5,
      'text',
      { a: 1 },
      [1],
      Buffer.from('a'),
      new ObjectId(),
      false,
      new Date(0),
      /a/,
      new MaxKey(),
    ];
    for (const [index, value] of ascending.entries()) {
      for (const later of ascending.slice(index + 1)) expect(order(value, later)).toBe(-1);
    }
  });

  it('tells longs above 2^53 apart, from each other and from doubles', () => {
    const above = Long.fromString('9007199254740993');
    expect(order(above, Long.fromString('9007199254740992'))).toBe(1);
    expect(order(above, new Double(9007199254740992))).toBe(1);
    expect(order(above, new Double(9007199254740994))).toBe(-1);
    expect(order(above, Decimal128.fromString('9007199254740993'))).toBe(0);
  });

  it('puts NaN below every number and Decimal128 where its value belongs', () => {
    expect(order(new Double(NaN), -Infinity)).toBe(-1);
    expect(order(new Double(NaN), Decimal128.fromString('NaN'))).toBe(0);
    expect(order(Decimal128.fromString('10'), Decimal128.fromString('9'))).toBe(1);
    expect(order(Decimal128.fromString('0.1'), new Double(0.1))).toBe(-1);
  });

  it('reads the fields of sub-documents in their order', () => {
    expect(order({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(-1);
    expect(order({ a: 1 }, { a: 1, b: 0 })).toBe(-1);
  });

  it('is total: turning a pair round turns the sign', () => {
    fc.assert(
      fc.property(values, values, (left, right) => {
        expect(order(left, right) + order(right, left)).toBe(0);
      }),
    );
  });
});
