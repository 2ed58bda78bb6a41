import { compareValues } from '../bson/compare';
import { argumentNumber, isNumber } from '../bson/read';
import { elementsOf, fieldOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { nullValue } from '../bson/write';
import { badValue } from '../errors';

type ElementsChange = (elements: readonly Value[]) => readonly Value[];
type Comparison = (left: Value, right: Value) => number;

const clauses = ['$each', '$position', '$slice', '$sort'];

function wholeNumber(modifiers: Value, name: string): number | undefined {
  const value = fieldOf(modifiers, name);
  if (value === undefined) return undefined;
  const number = isNumber(value) ? argumentNumber(value) : undefined;
  if (number === undefined || !Number.isInteger(number)) {
    throw badValue(`The value for ${name} must be an integer value`);
  }
  return number;
}

/** The value a sort of sub-documents looks at; null where it is missing, or where nothing has fields. */
function sortValue(element: Value, parts: readonly string[]): Value {
  let value: Value | undefined = isObject(element) ? element : undefined;
  for (const part of parts) {
    if (value === undefined || !(isObject(value) || isArray(value))) return nullValue;
    value = fieldOf(value, part);
  }
  return value ?? nullValue;
}

function fieldComparison(path: string, direction: Value): Comparison {
  const way = argumentNumber(direction);
  if (!isNumber(direction) || (way !== 1 && way !== -1)) {
    throw badValue('The $sort element value must be either 1 or -1');
  }
  const parts = path.split('.');
  if (parts.includes('')) {
    throw badValue(`The $sort field is a dotted field but has an empty part: ${path}`);
  }
  return (left, right) => way * compareValues(sortValue(left, parts), sortValue(right, parts));
}

/** `$sort` of a push: by the elements themselves (1 or -1) or by fields of sub-documents, in turn. */
function comparison(order: Value): Comparison {
  if (!isObject(order)) {
    const way = isNumber(order) ? argumentNumber(order) : undefined;
    if (way !== 1 && way !== -1) {
      throw badValue(
        'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields',
      );
    }
    return (left, right) => way * compareValues(left, right);
  }
  const inTurn = fieldsOf(order).map(({ name, value }) => fieldComparison(name, value));
  if (inTurn.length === 0) {
    throw badValue('The $sort pattern is empty when it should be a set of fields.');
  }
  return (left, right) => {
    for (const compare of inTurn) {
      const result = compare(left, right);
      if (result !== 0) return result;
    }
    return 0;
  };
}

const sliced = (elements: readonly Value[], slice: number): readonly Value[] =>
  slice < 0 ? elements.slice(slice) : elements.slice(0, slice);

/** What `$push` does to the elements. @throws ServerError 2 for clauses it does not understand. */
export function parsePush(operand: Value): ElementsChange {
  const each = isObject(operand) ? fieldOf(operand, '$each') : undefined;
  if (each === undefined) return (elements) => [...elements, operand];
  if (!isArray(each)) throw badValue('The argument to $each in $push must be an array');
  const added = elementsOf(each);
  const foreign = fieldsOf(operand).find(({ name }) => !clauses.includes(name));
  if (foreign !== undefined) throw badValue(`Unrecognized clause in $push: ${foreign.name}`);
  const position = wholeNumber(operand, '$position');
  const slice = wholeNumber(operand, '$slice');
  const order = fieldOf(operand, '$sort');
  const compare = order === undefined ? undefined : comparison(order);
  return (elements) => {
    const joined = elements.toSpliced(position ?? elements.length, 0, ...added);
    const ordered = compare === undefined ? joined : joined.toSorted(compare);
    return slice === undefined ? ordered : sliced(ordered, slice);
  };
}
