import { calculate, divide } from '../../bson/arithmetic';
import { argumentNumber, decimalOf, doubleOf, isNumber, longOf } from '../../bson/read';
import { Sum } from '../../bson/sum';
import { typeNameOf } from '../../bson/type-names';
import { BsonType } from '../../bson/types';
import { isNullish, type Value } from '../../bson/value';
import { BsonWriter, int64Value, nullValue } from '../../bson/write';
import { ServerError, unsupported } from '../../errors';
import { binary, type Operators, variadic } from './operator';

const isDate = (value: Value | undefined): value is Value => value?.type === BsonType.date;

/** Milliseconds of a number beside a date: whole, halves rounded away from zero. */
function millisecondsOf(value: Value): bigint {
  if (value.type === BsonType.int64) return longOf(value);
  const number =
    value.type === BsonType.double
      ? doubleOf(value)
      : (argumentNumber(value) ?? Number(decimalOf(value).toString()));
  if (!Number.isFinite(number)) throw new ServerError(16612, 'a date needs a finite number');
  return BigInt(Math.sign(number) * Math.round(Math.abs(number)));
}

function dateValue(milliseconds: bigint): Value {
  if (BigInt.asIntN(64, milliseconds) !== milliseconds) {
    throw new ServerError(15, 'date overflow');
  }
  const bytes = new BsonWriter(8).int64(milliseconds).finish();
  return { type: BsonType.date, bytes, start: 0, end: 8 };
}

const anyNullish = (values: readonly (Value | undefined)[]): boolean => values.some(isNullish);

function added(values: readonly (Value | undefined)[]): Value {
  if (anyNullish(values)) return nullValue;
  const sum = new Sum();
  let date: Value | undefined;
  let milliseconds = 0n;
  for (const value of values) {
    if (isNumber(value)) sum.add(value);
    else if (!isDate(value)) {
      const type = typeNameOf(value);
      throw new ServerError(14, `$add only supports numeric or date types, not ${type}`);
    } else if (date !== undefined) {
      throw new ServerError(16612, 'only one date allowed in an $add expression');
    } else date = value;
  }
  if (date === undefined) return sum.result();
  for (const value of values) if (isNumber(value)) milliseconds += millisecondsOf(value);
  return dateValue(longOf(date) + milliseconds);
}

function multiplied(values: readonly (Value | undefined)[]): Value {
  if (anyNullish(values)) return nullValue;
  const numbers = values.map((value) => {
    if (isNumber(value)) return value;
    throw new ServerError(14, `$multiply only supports numeric types, not ${typeNameOf(value)}`);
  });
  const [first, ...rest] = numbers;
  if (first === undefined) return new Sum().result();
  return rest.reduce((product, each) => calculate('multiply', product, each), first);
}

function subtracted(left: Value | undefined, right: Value | undefined): Value {
  if (isNumber(left) && isNumber(right)) return calculate('subtract', left, right);
  if (left === undefined || right === undefined || anyNullish([left, right])) return nullValue;
  if (isDate(left) && isDate(right)) return int64Value(longOf(left) - longOf(right));
  if (isDate(left) && isNumber(right)) return dateValue(longOf(left) - millisecondsOf(right));
  throw new ServerError(14, `can't $subtract ${typeNameOf(right)} from ${typeNameOf(left)}`);
}

const isZero = (value: Value): boolean => argumentNumber(value) === 0;

function bothNumbers(
  name: string,
  left: Value | undefined,
  right: Value | undefined,
  code: number,
): [Value, Value] | undefined {
  if (isNumber(left) && isNumber(right)) return [left, right];
  if (anyNullish([left, right])) return undefined;
  throw new ServerError(
    code,
    `${name} only supports numeric types, not ${typeNameOf(left)} and ${typeNameOf(right)}`,
  );
}

export const arithmeticOperators: Operators = {
  $add: variadic(added),
  $multiply: variadic(multiplied),
  $subtract: binary('$subtract', subtracted),
  $divide: binary('$divide', (left, right) => {
    const numbers = bothNumbers('$divide', left, right, 14);
    if (numbers === undefined) return nullValue;
    if (isZero(numbers[1])) throw new ServerError(2, "can't $divide by zero");
    return divide(...numbers);
  }),
  $mod: binary('$mod', (left, right) => {
    const numbers = bothNumbers('$mod', left, right, 16611);
    if (numbers === undefined) return nullValue;
    if (isZero(numbers[1])) throw new ServerError(16610, "can't $mod by zero");
    if (numbers.some(({ type }) => type === BsonType.decimal128)) {
      throw unsupported('$mod of Decimal128');
    }
    return calculate('modulo', ...numbers);
  }),
};
