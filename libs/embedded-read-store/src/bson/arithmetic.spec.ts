import { Decimal128, Double, Int32, Long } from 'bson';
import fc from 'fast-check';
import { bsonValue } from '../testing/values';
import { add, calculate, divide } from './arithmetic';
import { show } from './show';
import { Sum } from './sum';
import { typeNameOf } from './type-names';
import { type Value } from './value';

const decimal = (text: string): Value => bsonValue(Decimal128.fromString(text));
const typed = (value: Value): string => `${typeNameOf(value)} ${show(value)}`;

function total(values: readonly unknown[]): string {
  const sum = new Sum();
  for (const value of values) sum.add(bsonValue(value));
  return typed(sum.result());
}

describe('arithmetic of Decimal128', () => {
  it.each([
    ['add', '1.10', '2.20', '3.30'],
    ['add', '0.1', '0.2', '0.3'],
    ['add', '9999999999999999999999999999999999', '1', '1.000000000000000000000000000000000E+34'],
    ['subtract', '1', '0.9', '0.1'],
    ['multiply', '1.5', '1.5', '2.25'],
    ['multiply', '1E+6000', '1E+6000', 'Infinity'],
    ['multiply', '1E-6000', '1E-6000', '0'],
    ['add', 'Infinity', '-Infinity', 'NaN'],
    ['add', 'NaN', '1', 'NaN'],
    ['modulo', '7.5', '2', '1.5'],
  ] as const)('%s %s and %s', (operation, left, right, expected) => {
    expect(show(calculate(operation, decimal(left), decimal(right)))).toBe(expected);
  });

  it.each([
    ['1', '3', `0.${'3'.repeat(34)}`],
    ['2', '3', `0.${'6'.repeat(33)}7`],
    ['10', '4', '2.5'],
    ['1', '1E+10', '1E-10'],
    ['-1', '8', '-0.125'],
  ])('%s divided by %s', (left, right, expected) => {
    expect(show(divide(decimal(left), decimal(right)))).toBe(expected);
  });

  it('counts a double beside it with 15 digits', () => {
    const product = calculate('multiply', decimal('1'), bsonValue(new Double(0.1)));
    expect(show(product)).toBe('0.100000000000000');
  });
});

describe('sums', () => {
  it('are as exact as their type allows', () => {
    expect(total([])).toBe('int 0');
    expect(total([new Int32(2147483647), new Int32(1)])).toBe('long 2147483648');
    expect(total(Array.from({ length: 10 }, () => new Double(0.1)))).toBe('double 1.0');
    expect(total([new Double(1e16), new Double(1), new Double(-1e16)])).toBe('double 1.0');
    expect(total([Long.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE])).toBe(
      'long 9223372036854775806',
    );
    expect(total([new Double(Infinity), new Double(-Infinity)])).toBe('double NaN');
    expect(total([Decimal128.fromString('0.1'), new Int32(1)])).toBe('decimal 1.1');
  });

  it('of whole numbers do not depend on their order or their types', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), (numbers) => {
        const exact = numbers.reduce((sum, each) => sum + BigInt(each), 0n);
        const given = total(numbers.map((each) => new Int32(each))).split(' ')[1];
        expect(given).toBe(String(exact));
        const longs = numbers.toReversed().map((each) => Long.fromNumber(each));
        expect(total(longs).split(' ')[1]).toBe(String(exact));
      }),
    );
  });
});

describe('the sum an update makes', () => {
  it('does not overflow silently', () => {
    const most = bsonValue(Long.MAX_VALUE);
    expect(() => add(most, bsonValue(new Int32(1)))).toThrow(/64 bits/);
    expect(() => add(most, bsonValue('1'))).toThrow(/non-numeric/);
  });
});
