import { type Variables } from '../../aggregate/expression';
import { argumentNumber, isNumber } from '../../bson/read';
import { typeNameOf } from '../../bson/type-names';
import { elementsOf, fieldOf, isArray, isObject, type Value } from '../../bson/value';
import { arrayOf, documentOf } from '../../bson/write';
import { ServerError } from '../../errors';
import { compileFilter } from '../filter';
import { type Node } from './tree';

/** A number as the server takes it here: whole, cut to 32 bits. */
const wholeOf = (value: Value): number =>
  Math.max(-0x80000000, Math.min(0x7fffffff, Math.trunc(argumentNumber(value) ?? 0x7fffffff)));

/** `$slice` of a find: a count (negative: from the end), or `[skip, limit]`. */
export function sliceNode(operand: Value): Node {
  if (isNumber(operand)) {
    const count = wholeOf(operand);
    return count < 0
      ? { kind: 'slice', skip: count, limit: -count }
      : { kind: 'slice', skip: 0, limit: count };
  }
  if (!isArray(operand)) {
    throw new ServerError(31273, '$slice only supports numbers and [skip, limit] arrays');
  }
  const [skip, limit, ...more] = elementsOf(operand);
  if (skip === undefined || limit === undefined || more.length > 0) {
    throw new ServerError(31272, '$slice array argument should be of form [skip, limit]');
  }
  for (const [code, name, value] of [
    [31257, 'skip', skip],
    [31258, 'limit', limit],
  ] as const) {
    if (isNumber(value)) continue;
    throw new ServerError(
      code,
      `$slice expects the ${name} argument to be a number, got ${typeNameOf(value)}`,
    );
  }
  if (wholeOf(limit) <= 0) {
    throw new ServerError(31259, `$slice limit must be positive, got ${String(wholeOf(limit))}`);
  }
  return { kind: 'slice', skip: wholeOf(skip), limit: wholeOf(limit) };
}

/** `$elemMatch` of a find: an array of the first element that matches, or nothing. */
export function elementMatch(
  name: string,
  operand: Value,
  specification: Value,
  top: boolean,
  variables: Variables,
): Node {
  if (!isObject(operand)) {
    throw new ServerError(
      31274,
      `elemMatch: Invalid argument, object required, but got ${typeNameOf(operand)}`,
    );
  }
  if (!top || name.includes('.')) {
    throw new ServerError(31275, 'Cannot use $elemMatch projection on a nested field.');
  }
  const matches = compileFilter(documentOf([['v', specification]]), variables);
  return {
    kind: 'set',
    expression: (document) => {
      const array = fieldOf(document, name);
      if (!isArray(array)) return undefined;
      const found = elementsOf(array).find((each) => matches(documentOf([['v', arrayOf([each])]])));
      return found === undefined ? undefined : arrayOf([found]);
    },
  };
}
