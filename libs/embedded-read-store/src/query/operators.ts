import { argumentTruth } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, type Field, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, unsupported } from '../errors';
import {
  type Condition,
  condition,
  everyCondition,
  negated,
  never,
  type Predicate,
} from './condition';
import { modTest, typeTest } from './type-test';
import {
  equality,
  equalOrRegex,
  isOperator,
  isOperatorDocument,
  isOrdering,
  listOf,
  membership,
  ordering,
  regexTest,
  sizeTest,
} from './value-tests';

/** Compiles the filter of an element; the filter compiler hands itself in. */
export type CompileNested = (filter: Value) => Predicate;

const logical = ['$and', '$or', '$nor'];

/** Operators on fields that MongoDB has and this node has not. */
const foreign = new Set(
  '$bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $geoIntersects $geoWithin $near $nearSphere $within $nearSphere $maxDistance $minDistance $geoNear $comment'.split(
    ' ',
  ),
);

function elementMatch(operand: Value, nested: CompileNested): Condition {
  if (!isObject(operand)) throw badValue('$elemMatch needs an Object');
  const first = fieldsOf(operand)[0]?.name ?? '';
  if (isOperatorDocument(operand) && !logical.includes(first)) {
    const { single } = operatorsOf(operand, nested);
    return condition((value) => isArray(value) && elementsOf(value).some(single), false);
  }
  const matches = nested(operand);
  return condition(
    (value) =>
      isArray(value) &&
      elementsOf(value).some((each) => (isObject(each) || isArray(each)) && matches(each)),
    false,
  );
}

function all(operand: Value, nested: CompileNested): Condition {
  const elements = listOf('$all', operand);
  if (elements.length === 0) return never;
  const [head] = elements;
  const ofElements = head !== undefined && firstName(head) === '$elemMatch';
  return everyCondition(
    elements.map((element) => {
      const name = firstName(element);
      if (ofElements) {
        if (name !== '$elemMatch') throw badValue('$all/$elemMatch has to be consistent');
        return operatorsOf(element, nested);
      }
      if (isOperatorDocument(element)) throw badValue('no $ expressions in $all');
      return condition(equalOrRegex(element));
    }),
  );
}

const firstName = (value: Value): string | undefined =>
  isObject(value) ? fieldsOf(value)[0]?.name : undefined;

function not(operand: Value, nested: CompileNested): Condition {
  if (operand.type === BsonType.regex) return negated(condition(regexTest(operand, undefined)));
  if (!isObject(operand)) throw badValue('$not needs a regex or a document');
  if (fieldsOf(operand).length === 0) throw badValue('$not cannot be empty');
  return negated(operatorsOf(operand, nested));
}

function regex(operand: Value, siblings: Value): Condition {
  const options = fieldsOf(siblings).find((field) => field.name === '$options');
  return condition(regexTest(operand, options?.value));
}

/** @throws ServerError 2 for what MongoDB does not know or does not allow here, 238 for the rest. */
function operatorCondition(field: Field, siblings: Value, nested: CompileNested): Condition {
  const { name, value: operand } = field;
  if (isOrdering(name)) return condition(ordering(name, operand));
  switch (name) {
    case '$eq':
      return condition(equality(operand));
    case '$ne':
      if (operand.type === BsonType.regex) throw badValue("Can't have regex as arg to $ne.");
      return negated(condition(equality(operand)));
    case '$in':
      return condition(membership(operand));
    case '$nin':
      return negated(condition(membership(operand)));
    case '$exists': {
      const exists = condition((value) => value !== undefined, false);
      return argumentTruth(operand) ? exists : negated(exists);
    }
    case '$not':
      return not(operand, nested);
    case '$all':
      return all(operand, nested);
    case '$elemMatch':
      return elementMatch(operand, nested);
    case '$size':
      return condition(sizeTest(operand), false);
    case '$type':
      return condition(typeTest(operand));
    case '$mod':
      return condition(modTest(operand));
    case '$regex':
      return regex(operand, siblings);
    case '$options':
      if (fieldsOf(siblings).some((each) => each.name === '$regex')) return everyCondition([]);
      throw badValue('$options needs a $regex');
    default:
      throw foreign.has(name) ? unsupported(name) : badValue(`unknown operator: ${name}`);
  }
}

/** All operators of a document, such as `{ $gt: 1, $lt: 5 }`. */
export function operatorsOf(operators: Value, nested: CompileNested): Condition {
  return everyCondition(
    fieldsOf(operators).map((field) => {
      if (!isOperator(field.name)) throw badValue(`unknown operator: ${field.name}`);
      return operatorCondition(field, operators, nested);
    }),
  );
}
