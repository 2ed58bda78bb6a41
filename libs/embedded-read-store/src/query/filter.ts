import { argumentTruth } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, type Field, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, unsupported } from '../errors';
import { someAt, splitPath } from '../storage/paths';
import { regexFrom } from './regex';
import {
  equality,
  equalOrRegex,
  isOperator,
  isOperatorDocument,
  listOf,
  matchesRegex,
  membership,
  orAnyElement,
  ordering,
  sizeTest,
  type Test,
} from './value-tests';

export type Predicate = (document: Value) => boolean;

function elementTest(operand: Value): Test {
  if (!isObject(operand)) throw badValue('$elemMatch needs an Object');
  const first = fieldsOf(operand)[0]?.name ?? '';
  const ofValues = isOperator(first) && !['$and', '$or', '$nor'].includes(first);
  if (ofValues) {
    const tests = fieldsOf(operand).map((field) => operatorTest(field, operand));
    return (value) =>
      isArray(value) && elementsOf(value).some((element) => tests.every((test) => test(element)));
  }
  const predicate = compileFilter(operand);
  return (value) =>
    isArray(value) &&
    elementsOf(value).some(
      (element) => (isObject(element) || isArray(element)) && predicate(element),
    );
}

function allOf(operand: Value): Test[] {
  const elements = listOf('$all', operand);
  if (elements.length === 0) return [() => false];
  return elements.map((element) => {
    const [first] = isObject(element) ? fieldsOf(element) : [];
    if (first?.name === '$elemMatch') return elementTest(first.value);
    if (first !== undefined && isOperator(first.name)) throw badValue('no $ expressions in $all');
    return orAnyElement(equalOrRegex(element));
  });
}

/** One operator as a test of one value, without the spreading of arrays a path does. */
function operatorTest({ name, value: operand }: Field, siblings: Value): Test {
  switch (name) {
    case '$eq':
      return orAnyElement(equality(operand));
    case '$ne': {
      if (operand.type === BsonType.regex) throw badValue("Can't have regex as arg to $ne.");
      const equal = orAnyElement(equality(operand));
      return (value) => !equal(value);
    }
    case '$in':
      return membership(operand);
    case '$nin': {
      const member = membership(operand);
      return (value) => !member(value);
    }
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return orAnyElement(ordering(name, operand));
    case '$exists':
      return argumentTruth(operand)
        ? (value) => value !== undefined
        : (value) => value === undefined;
    case '$size':
      return sizeTest(operand);
    case '$elemMatch':
      return elementTest(operand);
    case '$regex': {
      const options = fieldsOf(siblings).find((field) => field.name === '$options');
      return orAnyElement(matchesRegex(regexFrom(operand, options?.value)));
    }
    case '$options':
      return () => true;
    case '$all': {
      const tests = allOf(operand);
      return (value) => tests.every((test) => test(value));
    }
    case '$not': {
      const tests = notTests(operand);
      return (value) => !tests.every((test) => test(value));
    }
    default:
      throw refusedOperator(name);
  }
}

function notTests(operand: Value): Test[] {
  if (operand.type === BsonType.regex) return [orAnyElement(equalOrRegex(operand))];
  if (!isOperatorDocument(operand)) throw badValue('$not needs a regex or a document of operators');
  return fieldsOf(operand).map((field) => operatorTest(field, operand));
}

function refusedOperator(name: string): Error {
  const known = [
    '$where',
    '$expr',
    '$text',
    '$near',
    '$nearSphere',
    '$geoWithin',
    '$geoIntersects',
  ];
  known.push(
    '$mod',
    '$type',
    '$jsonSchema',
    '$bitsAllSet',
    '$bitsAnySet',
    '$bitsAllClear',
    '$function',
  );
  known.push('$bitsAnyClear', '$comment', '$rand', '$sampleRate');
  if (name === '$where' || name === '$function') return badValue(`${name} is not allowed here`);
  return known.includes(name) ? unsupported(name) : badValue(`unknown operator: ${name}`);
}

/** Operators that hold when *no* value at the path satisfies the positive form. */
const negations: Readonly<Record<string, string>> = { $ne: '$eq', $nin: '$in' };

function operatorPredicate(parts: readonly string[], field: Field, siblings: Value): Predicate {
  const positive = negations[field.name];
  if (positive !== undefined) {
    operatorTest(field, siblings);
    return negate(operatorPredicate(parts, { name: positive, value: field.value }, siblings));
  }
  if (field.name === '$exists' && !argumentTruth(field.value)) {
    return negate((document) => someAt(document, parts, (value) => value !== undefined));
  }
  if (field.name === '$not') {
    notTests(field.value);
    const operand = field.value;
    const inner =
      operand.type === BsonType.regex
        ? [valuePredicate(parts, operand)]
        : fieldsOf(operand).map((each) => operatorPredicate(parts, each, operand));
    return negate((document) => inner.every((predicate) => predicate(document)));
  }
  if (field.name === '$all') {
    const tests = allOf(field.value);
    return (document) => tests.every((test) => someAt(document, parts, test));
  }
  const test = operatorTest(field, siblings);
  return (document) => someAt(document, parts, test);
}

const negate =
  (predicate: Predicate): Predicate =>
  (document) =>
    !predicate(document);

function valuePredicate(parts: readonly string[], operand: Value): Predicate {
  const test = orAnyElement(equalOrRegex(operand));
  return (document) => someAt(document, parts, test);
}

function pathPredicates({ name, value }: Field): Predicate[] {
  const parts = splitPath(name);
  if (!isOperatorDocument(value)) return [valuePredicate(parts, value)];
  return fieldsOf(value).map((field) => {
    if (!isOperator(field.name)) throw badValue(`unknown operator: ${field.name}`);
    return operatorPredicate(parts, field, value);
  });
}

function clausesOf({ name, value }: Field): Predicate[] {
  const clauses = listOf(name, value);
  if (clauses.length === 0) throw badValue(`${name} must be a nonempty array`);
  return clauses.map((clause) => {
    if (!isObject(clause)) throw badValue(`${name} needs an array of objects`);
    return compileFilter(clause);
  });
}

function topPredicates(field: Field): Predicate[] {
  if (!isOperator(field.name)) return pathPredicates(field);
  switch (field.name) {
    case '$and':
      return clausesOf(field);
    case '$or': {
      const clauses = clausesOf(field);
      return [(document) => clauses.some((clause) => clause(document))];
    }
    case '$nor': {
      const clauses = clausesOf(field);
      return [(document) => !clauses.some((clause) => clause(document))];
    }
    case '$comment':
      return [];
    default:
      throw refusedOperator(field.name);
  }
}

/**
 * A filter as a test of documents, with MongoDB's rules for arrays, null and types.
 * @throws ServerError 2 for what MongoDB refuses as well, 238 for what only this node does not do.
 */
export function compileFilter(filter: Value): Predicate {
  const predicates = fieldsOf(filter).flatMap(topPredicates);
  const [only] = predicates;
  if (only !== undefined && predicates.length === 1) return only;
  return (document) => predicates.every((predicate) => predicate(document));
}
