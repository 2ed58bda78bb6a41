import { add } from '../bson/arithmetic';
import { compareValues } from '../bson/compare';
import { argumentTruth, isNumber, textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, fieldOf, isArray, isObject, type Value } from '../bson/value';
import { BsonWriter } from '../bson/write';
import { badValue, ServerError, unsupported } from '../errors';
import { pulled, pushed, united } from './arrays';
import { type Branch, setPath, unsetPath, valueAtPath } from './tree';

/** One operator on one path. */
export type Operator = (root: Branch, parts: readonly string[], operand: Value) => void;

function arrayAt(root: Branch, parts: readonly string[], operator: string): Value[] | undefined {
  const current = valueAtPath(root, parts);
  if (current === undefined) return undefined;
  if (isArray(current)) return elementsOf(current);
  throw badValue(`Cannot apply ${operator} to a value that is not an array: ${parts.join('.')}`);
}

const keepIf =
  (wins: (order: number) => boolean): Operator =>
  (root, parts, operand) => {
    const current = valueAtPath(root, parts);
    if (current === undefined || wins(compareValues(operand, current)))
      setPath(root, parts, operand);
  };

function increment(root: Branch, parts: readonly string[], operand: Value): void {
  if (!isNumber(operand)) throw new ServerError(14, 'Cannot increment with a non-numeric argument');
  const current = valueAtPath(root, parts);
  if (current !== undefined && !isNumber(current)) {
    const path = parts.join('.');
    throw new ServerError(14, `Cannot apply $inc to a value of non-numeric type: ${path}`);
  }
  setPath(root, parts, current === undefined ? operand : add(current, operand));
}

function currentDate(root: Branch, parts: readonly string[], operand: Value): void {
  const type = isObject(operand) ? fieldOf(operand, '$type') : undefined;
  const ofDate = type?.type === BsonType.string && textOf(type) === 'date';
  if (type !== undefined && !ofDate) throw unsupported('$currentDate as a timestamp');
  if (type === undefined && (operand.type !== BsonType.boolean || !argumentTruth(operand))) {
    throw badValue('$currentDate needs true or { $type: "date" }');
  }
  const bytes = new BsonWriter(8).int64(BigInt(Date.now())).finish();
  setPath(root, parts, { type: BsonType.date, bytes, start: 0, end: 8 });
}

export const operators: Readonly<Record<string, Operator>> = {
  $set: setPath,
  $setOnInsert: setPath,
  $unset: unsetPath,
  $inc: increment,
  $min: keepIf((order) => order < 0),
  $max: keepIf((order) => order > 0),
  $push: (root, parts, operand) => {
    setPath(root, parts, pushed(arrayAt(root, parts, '$push') ?? [], operand));
  },
  $addToSet: (root, parts, operand) => {
    setPath(root, parts, united(arrayAt(root, parts, '$addToSet') ?? [], operand));
  },
  $pull: (root, parts, operand) => {
    const elements = arrayAt(root, parts, '$pull');
    if (elements !== undefined) setPath(root, parts, pulled(elements, operand));
    else pulled([], operand);
  },
  $currentDate: currentDate,
};

/** Known to MongoDB, not done here. */
export const foreignOperators = new Set([
  '$rename',
  '$mul',
  '$pop',
  '$pullAll',
  '$bit',
  '$pushAll',
]);
