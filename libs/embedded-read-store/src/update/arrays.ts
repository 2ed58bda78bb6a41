import { sameValue } from '../bson/compare';
import { argumentNumber, isNumber } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { badValue, ServerError } from '../errors';
import { compileFilter } from '../query/filter';
import { parsePush } from './push';
import { type Change } from './step';
import { type Branch, requireViable, setPath, valueAtPath } from './tree';

/** The elements at a path, undefined where there is nothing. */
function arrayAt(
  root: Branch,
  parts: readonly string[],
  refuse: (path: string) => ServerError,
): Value[] | undefined {
  const current = valueAtPath(root, parts);
  if (current === undefined) return undefined;
  if (!isArray(current)) throw refuse(parts.join('.'));
  return elementsOf(current);
}

/** `$push`, with `$each`, `$position`, `$slice` and `$sort`. */
export const push = (operand: Value): Change => {
  const change = parsePush(operand);
  return (root, parts) => {
    const elements = arrayAt(root, parts, (path) =>
      badValue(`The field '${path}' must be an array`),
    );
    setPath(root, parts, arrayOf(change(elements ?? [])));
  };
};

function additions(operand: Value): readonly Value[] {
  const [first, ...others] = isObject(operand) ? fieldsOf(operand) : [];
  if (first?.name !== '$each') return [operand];
  if (!isArray(first.value)) {
    throw new ServerError(14, 'The argument to $each in $addToSet must be an array');
  }
  if (others.length > 0) {
    throw badValue(`Found unexpected fields after $each in $addToSet: ${show(operand)}`);
  }
  return elementsOf(first.value);
}

/** `$addToSet`, with `$each`: values not yet there, compared as MongoDB compares. */
export const addToSet = (operand: Value): Change => {
  const added = additions(operand);
  return (root, parts) => {
    const elements = arrayAt(root, parts, (path) =>
      badValue(
        `Cannot apply $addToSet to non-array field. Field named '${path}' has non-array type`,
      ),
    );
    const next = [...(elements ?? [])];
    for (const value of added) {
      if (!next.some((each) => sameValue(each, value))) next.push(value);
    }
    setPath(root, parts, arrayOf(next));
  };
};

const logical = new Set(['$and', '$or', '$nor']);

/** What `$pull` removes: elements that equal the operand, or that satisfy its conditions. */
function pullTest(operand: Value): (element: Value) => boolean {
  const [first] = isObject(operand) ? fieldsOf(operand) : [];
  const ofValues = first?.name.startsWith('$') === true && !logical.has(first.name);
  if (ofValues || operand.type === BsonType.regex) {
    const matches = compileFilter(documentOf([['v', operand]]));
    return (element) => matches(documentOf([['v', element]]));
  }
  if (!isObject(operand)) return (element) => sameValue(element, operand);
  const matches = compileFilter(operand);
  return (element) => isObject(element) && matches(element);
}

const removing =
  (name: string, removes: (element: Value) => boolean): Change =>
  (root, parts) => {
    const elements = arrayAt(root, parts, () =>
      badValue(`Cannot apply ${name} to a non-array value`),
    );
    if (elements === undefined) {
      requireViable(root, parts);
      return;
    }
    const kept = elements.filter((element) => !removes(element));
    if (kept.length < elements.length) setPath(root, parts, arrayOf(kept));
  };

export const pull = (operand: Value): Change => removing('$pull', pullTest(operand));

export const pullAll = (operand: Value): Change => {
  if (!isArray(operand)) throw badValue('$pullAll requires an array argument');
  const unwanted = elementsOf(operand);
  return removing('$pullAll', (element) => unwanted.some((each) => sameValue(each, element)));
};

/** `$pop: 1` takes the last element away, `$pop: -1` the first. */
export const pop = (operand: Value, path: string): Change => {
  if (!isNumber(operand)) {
    throw new ServerError(9, `Expected a number in: ${path}: ${show(operand)}`);
  }
  const end = argumentNumber(operand);
  if (end !== 1 && end !== -1)
    throw new ServerError(9, `$pop expects 1 or -1, found: ${show(operand)}`);
  return (root, parts) => {
    const elements = arrayAt(
      root,
      parts,
      (at) => new ServerError(14, `Path '${at}' contains an element of non-array type`),
    );
    if (elements === undefined) requireViable(root, parts);
    else if (elements.length > 0) {
      setPath(root, parts, arrayOf(end === 1 ? elements.slice(0, -1) : elements.slice(1)));
    }
  };
};
