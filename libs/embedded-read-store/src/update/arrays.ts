import { sameValue } from '../bson/compare';
import { argumentNumber } from '../bson/read';
import { elementsOf, fieldOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf } from '../bson/write';
import { badValue, unsupported } from '../errors';
import { compileFilter } from '../query/filter';
import { parseSort, sorted } from '../query/sort';

const modifiersOf = (operand: Value): Value | undefined =>
  isObject(operand) && fieldOf(operand, '$each') !== undefined ? operand : undefined;

function eachOf(modifiers: Value): Value[] {
  const each = fieldOf(modifiers, '$each');
  if (!isArray(each)) throw badValue('The argument to $each must be an array');
  return elementsOf(each);
}

function wholeNumber(modifiers: Value, name: string): number | undefined {
  const value = fieldOf(modifiers, name);
  if (value === undefined) return undefined;
  const number = argumentNumber(value);
  if (number === undefined || !Number.isInteger(number))
    throw badValue(`${name} must be an integer`);
  return number;
}

/** `$sort` of a push: by the values themselves (1 or -1) or by fields of sub-documents. */
function sortedElements(elements: Value[], order: Value): Value[] {
  const direct = !isObject(order);
  const wrapped = direct ? documentOf([['v', order]]) : order;
  if (direct) {
    const boxes = elements.map((element) => documentOf([['v', element]]));
    return sorted(boxes, parseSort(wrapped), 0).flatMap(elementsOf);
  }
  return sorted(elements.filter(isObject), parseSort(wrapped), 0);
}

/** `$push`, with `$each`, `$position`, `$slice` and `$sort`. */
export function pushed(elements: readonly Value[], operand: Value): Value {
  const modifiers = modifiersOf(operand);
  if (modifiers === undefined) return arrayOf([...elements, operand]);
  const known = ['$each', '$slice', '$sort', '$position'];
  const foreign = fieldsOf(modifiers).find(({ name }) => !known.includes(name));
  if (foreign !== undefined) throw badValue(`Unrecognized clause in $push: ${foreign.name}`);
  const position = wholeNumber(modifiers, '$position') ?? elements.length;
  let next = elements.toSpliced(position, 0, ...eachOf(modifiers));
  const order = fieldOf(modifiers, '$sort');
  if (order !== undefined) {
    if (isObject(order) && !next.every(isObject))
      throw unsupported('$sort by field of mixed elements');
    next = sortedElements(next, order);
  }
  const slice = wholeNumber(modifiers, '$slice');
  if (slice !== undefined) next = slice < 0 ? next.slice(slice) : next.slice(0, slice);
  return arrayOf(next);
}

/** `$addToSet`, with `$each`: values not yet there, compared as MongoDB compares. */
export function united(elements: readonly Value[], operand: Value): Value {
  const modifiers = modifiersOf(operand);
  const next = [...elements];
  for (const value of modifiers === undefined ? [operand] : eachOf(modifiers)) {
    if (!next.some((each) => sameValue(each, value))) next.push(value);
  }
  return arrayOf(next);
}

/** `$pull`: without the elements that equal the operand or satisfy its conditions. */
export function pulled(elements: readonly Value[], operand: Value): Value {
  if (!isObject(operand)) return arrayOf(elements.filter((each) => !sameValue(each, operand)));
  const ofValues = fieldsOf(operand)[0]?.name.startsWith('$') ?? false;
  if (ofValues) {
    const matches = compileFilter(documentOf([['v', operand]]));
    return arrayOf(elements.filter((each) => !matches(documentOf([['v', each]]))));
  }
  const matches = compileFilter(operand);
  return arrayOf(elements.filter((each) => !(isObject(each) && matches(each))));
}
