import { compareValues } from '../bson/compare';
import { isNumber } from '../bson/read';
import { show } from '../bson/show';
import { isArray, isObject, type Value } from '../bson/value';
import { ServerError } from '../errors';
import { addToSet, pop, pull, pullAll, push } from './arrays';
import { bit } from './bit';
import { currentDate } from './current-date';
import { product, sum, zeroLike } from './numbers';
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
  ['$inc', arithmetic('$inc', 'increment', sum, (operand) => operand)],
  ['$mul', arithmetic('$mul', 'multiply', product, zeroLike)],
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
