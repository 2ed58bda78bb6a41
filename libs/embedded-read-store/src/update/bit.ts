import { int32Of, longOf } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { int32Value, int64Value } from '../bson/write';
import { badValue } from '../errors';
import { type Change } from './step';
import { setPath, valueAtPath } from './tree';

type Bits = (left: bigint, right: bigint) => bigint;

const known: ReadonlyMap<string, Bits> = new Map<string, Bits>([
  ['and', (left, right) => left & right],
  ['or', (left, right) => left | right],
  ['xor', (left, right) => left ^ right],
]);

const isWhole = ({ type }: Value): boolean => type === BsonType.int32 || type === BsonType.int64;
const wholeOf = (value: Value): bigint =>
  value.type === BsonType.int32 ? BigInt(int32Of(value)) : longOf(value);

/** `$bit: { path: { and | or | xor: integer } }`. */
export const bit = (operand: Value, path: string): Change => {
  if (!isObject(operand)) {
    throw badValue(`The $bit modifier is not compatible with the value of ${path}`);
  }
  const steps = fieldsOf(operand).map(({ name, value }) => {
    const combine = known.get(name);
    if (combine === undefined) {
      throw badValue(
        `The $bit modifier only supports 'and', 'or', and 'xor', not '${name}' which is an unknown operator`,
      );
    }
    if (!isWhole(value)) {
      throw badValue(
        `The $bit modifier field must be an Integer(32/64 bit): {${name}: ${show(value)}}`,
      );
    }
    return { combine, value };
  });
  if (steps.length === 0) throw badValue('You must pass in at least one bitwise operation.');
  return (root, parts) => {
    let current = valueAtPath(root, parts) ?? int32Value(0);
    if (!isWhole(current)) {
      throw badValue(`Cannot apply $bit to a value of non-integral type: ${parts.join('.')}`);
    }
    for (const { combine, value } of steps) {
      const bits = combine(wholeOf(current), wholeOf(value));
      const narrow = current.type === BsonType.int32 && value.type === BsonType.int32;
      current = narrow ? int32Value(Number(bits)) : int64Value(bits);
    }
    setPath(root, parts, current);
  };
};
