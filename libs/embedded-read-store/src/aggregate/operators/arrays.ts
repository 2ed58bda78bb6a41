import { sameValue } from '../../bson/compare';
import { argumentNumber, isNumber } from '../../bson/read';
import { typeNameOf } from '../../bson/type-names';
import { elementsOf, isArray, isNullish, type Value } from '../../bson/value';
import { booleanValue, int32Value, nullValue, stringValue } from '../../bson/write';
import { ServerError } from '../../errors';
import { accumulators } from '../accumulators';
import { merged } from '../merge';
import { binary, type Operator, type Operators, unary, variadic } from './operator';

function elementAt(array: Value | undefined, index: Value | undefined): Value | undefined {
  if (isNullish(array) || isNullish(index)) return nullValue;
  if (!isArray(array)) {
    throw new ServerError(
      28689,
      `$arrayElemAt's first argument must be an array, but is ${typeNameOf(array)}`,
    );
  }
  if (!isNumber(index)) {
    throw new ServerError(
      28690,
      `$arrayElemAt's second argument must be a numeric value, but is ${typeNameOf(index)}`,
    );
  }
  const position = argumentNumber(index);
  if (position === undefined || (position | 0) !== position) {
    throw new ServerError(
      28691,
      "$arrayElemAt's second argument must be representable as a 32-bit integer",
    );
  }
  return elementsOf(array).at(position);
}

/** An accumulator over the arguments, or over the elements of the only one. */
const gathering =
  (name: keyof typeof accumulators): Operator =>
  (operand, compile) =>
    variadic((values) => {
      const [only] = values;
      const accumulator = accumulators[name]();
      const given = values.length === 1 && isArray(only) ? elementsOf(only) : values;
      for (const value of given) accumulator.add(value);
      return accumulator.result();
    })(operand, compile);

export const arrayOperators: Operators = {
  $size: unary('$size', (value) => {
    if (isArray(value)) return int32Value(elementsOf(value).length);
    throw new ServerError(
      17124,
      `The argument to $size must be an array, but was of type: ${typeNameOf(value)}`,
    );
  }),
  $isArray: unary('$isArray', (value) => booleanValue(isArray(value))),
  $type: unary('$type', (value) => stringValue(typeNameOf(value))),
  $arrayElemAt: binary('$arrayElemAt', elementAt),
  $in: binary('$in', (value, array) => {
    if (!isArray(array)) {
      throw new ServerError(
        40081,
        `$in requires an array as a second argument, found: ${typeNameOf(array)}`,
      );
    }
    return booleanValue(
      value !== undefined && elementsOf(array).some((each) => sameValue(each, value)),
    );
  }),
  $sum: gathering('$sum'),
  $avg: gathering('$avg'),
  $min: gathering('$min'),
  $max: gathering('$max'),
  $mergeObjects: variadic(merged),
};
