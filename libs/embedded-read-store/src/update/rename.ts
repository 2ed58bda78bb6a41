import { textOf } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { type Value } from '../bson/value';
import { badValue } from '../errors';
import { dollarPrefixed, parseUpdatePath, type UpdatePath } from './paths';
import { type UpdateStep } from './step';
import { crossesArray, setPath, unsetPath, valueAtPath } from './tree';

const beginsWith = (parts: readonly string[], head: readonly string[]): boolean =>
  head.every((part, index) => part === parts[index]);

/**
 * `$rename` as two steps: the old path, which only stands there so that nothing else changes it, and
 * the new one, which moves the value.
 * @throws ServerError 2 for a target that is no other, static path.
 */
export function renameSteps(from: UpdatePath, operand: Value): UpdateStep[] {
  if (operand.type !== BsonType.string) {
    throw badValue(`The 'to' field for $rename must be a string: ${from.text}: ${show(operand)}`);
  }
  const to = parseUpdatePath(textOf(operand));
  if (from.dynamic) throw badValue(`The source field for $rename may not be dynamic: ${from.text}`);
  if (to.dynamic) {
    throw badValue(`The destination field for $rename may not be dynamic: ${to.text}`);
  }
  const dollar = to.dollar ?? from.dollar;
  if (dollar !== undefined) throw dollarPrefixed(dollar, to.text);
  const names = `${from.text}: "${to.text}"`;
  if (from.text === to.text) {
    throw badValue(`The source and target field for $rename must differ: ${names}`);
  }
  if (beginsWith(from.parts, to.parts) || beginsWith(to.parts, from.parts)) {
    throw badValue(
      `The source and target field for $rename must not be on the same path: ${names}`,
    );
  }
  return [
    { path: from, change: () => undefined, onInsertOnly: false },
    {
      path: to,
      onInsertOnly: false,
      change: (root, parts) => {
        const value = valueAtPath(root, from.parts);
        if (value === undefined) return;
        if (crossesArray(root, from.parts)) {
          throw badValue(`The source field cannot be an array element, '${from.text}'`);
        }
        if (crossesArray(root, parts)) {
          throw badValue(`The destination field cannot be an array element, '${to.text}'`);
        }
        unsetPath(root, from.parts);
        setPath(root, parts, value);
      },
    },
  ];
}
