import { add, multiply } from '../bson/arithmetic';
import { compareValues } from '../bson/compare';
import { isNumber } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { isArray, isObject, type Value } from '../bson/value';
import { doubleValue, int32Value, int64Value } from '../bson/write';
import { ServerError } from '../errors';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { bit } from './bit';
import { currentDate } from './current-date';
import { type Change } from './step';
import { setPath, unsetPath, valueAtPath } from './tree';

/** Checks the operand of an operator, so that what is malformed is refused without a document. */
export type Operator = (operand: Value, path: string) => Change;

const set: Operator = (operand) => (root, parts) => {
  setPath(root, parts, operand);
};

const unset: Operator = () => unsetPath;

const keepIf =
  (wins: (order: number) => boolean): Operator =>
  (operand) =>
  (root, parts) => {
    const current = valueAtPath(root, parts);
    if (current === undefined || wins(compareValues(operand, current))) {
      setPath(root, parts, operand);
    }
  };

const kindOf = (value: Value): string =>
  isObject(value) ? 'object' : isArray(value) ? 'array' : `value ${show(value)}`;

/** Zero in the type of a number: what `$mul` makes of a missing field. */
function zeroLike(value: Value): Value {
  if (value.type === BsonType.int32) return int32Value(0);
  if (value.type === BsonType.int64) return int64Value(0n);
  return value.type === BsonType.double ? doubleValue(0) : multiply(value, int32Value(0));
}

const arithmetic =
  (
    name: string,
    verb: string,
    combine: (left: Value, right: Value) => Value,
    first: (operand: Value) => Value,
  ): Operator =>
  (operand, path) => {
    if (!isNumber(operand)) {
      throw new ServerError(
        14,
        `Cannot ${verb} with non-numeric argument: {${path}: ${show(operand)}}`,
      );
    }
    return (root, parts) => {
      const current = valueAtPath(root, parts);
      if (current !== undefined && !isNumber(current)) {
        throw new ServerError(
          14,
          `Cannot apply ${name} to a value of non-numeric type: the field '${parts.join('.')}' is the ${kindOf(current)}`,
        );
      }
      setPath(root, parts, current === undefined ? first(operand) : combine(current, operand));
    };
  };

/** Every operator but `$rename`, which has two paths. */
export const operators: ReadonlyMap<string, Operator> = new Map<string, Operator>([
  ['$set', set],
  ['$setOnInsert', set],
  ['$unset', unset],
  ['$inc', arithmetic('$inc', 'increment', add, (operand) => operand)],
  ['$mul', arithmetic('$mul', 'multiply', multiply, zeroLike)],
  ['$min', keepIf((order) => order < 0)],
  ['$max', keepIf((order) => order > 0)],
  ['$push', push],
  ['$addToSet', addToSet],
  ['$pull', pull],
  ['$pullAll', pullAll],
  ['$pop', pop],
  ['$bit', bit],
  ['$currentDate', currentDate],
]);
