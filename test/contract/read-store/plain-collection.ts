import { isDeepStrictEqual } from 'node:util';
import { type Document } from 'mongodb';

/**
 * A collection as a plain list, to judge the stores by: filters and order of values after MongoDB's
 * manual, for null, booleans, whole numbers, texts, lists and documents of one field `b`. Written for
 * being read, not for speed; it shares nothing with the stores.
 */
type Test = (value: unknown) => boolean;

const isDocument = (value: unknown): value is Document =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every value at a path; undefined where a document lacks the field. */
function valuesAt(value: unknown, [part, ...rest]: readonly string[]): unknown[] {
  if (part === undefined) return [value];
  if (isDocument(value)) return valuesAt(value[part], rest);
  if (!Array.isArray(value)) return [undefined];
  const place = /^\d+$/u.test(part) && Number(part) < value.length;
  const elements = (value as unknown[]).filter(isDocument);
  return [
    ...(place ? valuesAt(value[Number(part)], rest) : []),
    ...elements.flatMap((element) => valuesAt(element, [part, ...rest])),
  ];
}

const isNull: Test = (value) => value === undefined || value === null;
const equals = (operand: unknown): Test =>
  operand === null ? isNull : (value) => isDeepStrictEqual(value, operand);

/** A comparison of values of the same type; of null only equality holds. */
const compares = (operand: unknown, accept: (order: number) => boolean): Test => {
  if (operand === null) return (value) => accept(0) && isNull(value);
  return (value) => typeof value === typeof operand && accept(compare(value, operand));
};

const orElement =
  (test: Test): Test =>
  (value) =>
    test(value) || (Array.isArray(value) && value.some(test));

function operatorTest(name: string, operand: unknown): Test {
  switch (name) {
    case '$eq':
      return orElement(equals(operand));
    case '$gt':
      return orElement(compares(operand, (order) => order > 0));
    case '$gte':
      return orElement(compares(operand, (order) => order >= 0));
    case '$lt':
      return orElement(compares(operand, (order) => order < 0));
    case '$lte':
      return orElement(compares(operand, (order) => order <= 0));
    case '$in':
      return orElement((value) => (operand as unknown[]).some((each) => equals(each)(value)));
    case '$exists':
      return (value) => value !== undefined;
    case '$size':
      return (value) => Array.isArray(value) && value.length === operand;
    case '$regex':
      return orElement(
        (value) => typeof value === 'string' && RegExp(operand as string).test(value),
      );
    default:
      throw new RangeError(`the plain collection does not know ${name}`);
  }
}

const negations: Readonly<Record<string, string>> = { $ne: '$eq', $nin: '$in' };

function holds(document: Document, path: string, name: string, operand: unknown): boolean {
  const positive = negations[name];
  if (positive !== undefined) return !holds(document, path, positive, operand);
  const values = valuesAt(document, path.split('.'));
  if (name === '$not') return !holdAll(document, path, operand as Document);
  if (name === '$exists') return values.some((value) => value !== undefined) === operand;
  if (name === '$all') {
    return (operand as unknown[]).every((each) => values.some(operatorTest('$eq', each)));
  }
  if (name === '$elemMatch') {
    const within = (element: unknown): boolean =>
      Object.entries(operand as Document).every(([each, value]) =>
        // Of an element alone: a list within a list is not looked into.
        Array.isArray(element) ? false : operatorTest(each, value)(element),
      );
    return values.some((value) => Array.isArray(value) && value.some(within));
  }
  return values.some(operatorTest(name, operand));
}

const holdAll = (document: Document, path: string, operators: Document): boolean =>
  Object.entries(operators).every(([name, operand]) => holds(document, path, name, operand));

export function matches(document: Document, filter: Document): boolean {
  return Object.entries(filter).every(([name, operand]: [string, unknown]) => {
    const clauses = (operand ?? []) as Document[];
    if (name === '$and') return clauses.every((clause) => matches(document, clause));
    if (name === '$or') return clauses.some((clause) => matches(document, clause));
    if (name === '$nor') return !clauses.some((clause) => matches(document, clause));
    const isOperators = isDocument(operand) && Object.keys(operand)[0]?.startsWith('$') === true;
    return isOperators ? holdAll(document, name, operand) : holds(document, name, '$eq', operand);
  });
}

/** The place of a type in the order of all; undefined stands for an empty list, below null. */
function rank(value: unknown): number {
  if (value === undefined) return 0;
  if (value === null) return 1;
  if (Array.isArray(value)) return 5;
  return ['number', 'string', 'object', '', 'boolean'].indexOf(typeof value) + 2;
}

export function compare(left: unknown, right: unknown): number {
  if (rank(left) !== rank(right)) return rank(left) - rank(right);
  if (isDocument(left) && isDocument(right)) {
    const fields = Object.keys(left).length - Object.keys(right).length;
    return fields === 0 && 'b' in left ? compare(left['b'], right['b']) : fields;
  }
  const [a, b] = [left as number, right as number];
  return a === b || rank(left) < 2 ? 0 : a < b ? -1 : 1;
}

/** What a document sorts by: of a list the lowest element, backwards the highest. */
export function sortValue(document: Document, path: string, direction: 1 | -1): unknown {
  const [field = '', below] = path.split('.');
  const value = document[field] as unknown;
  const spread = Array.isArray(value) ? (value as unknown[]) : [value ?? null];
  const values = spread.map((each) => {
    if (below === undefined) return each;
    return isDocument(each) ? ((each[below] ?? null) as unknown) : null;
  });
  if (values.length === 0) return below === undefined ? undefined : null;
  return values.reduce((best, each) => (compare(each, best) * direction < 0 ? each : best));
}
