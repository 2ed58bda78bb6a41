import { textOf } from '../bson/read';
import { BsonType } from '../bson/types';
import { elementsOf, fieldOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf, nullValue } from '../bson/write';
import { unsupported } from '../errors';
import { splitPath } from '../storage/paths';

/** What an expression makes of a document; undefined where the field is missing. */
export type Expression = (document: Value) => Value | undefined;

/** A path in an expression: arrays on the way give the array of what their documents hold. */
function valueOfPath(value: Value, parts: readonly string[]): Value | undefined {
  const [part, ...rest] = parts;
  if (part === undefined) return value;
  if (isArray(value)) {
    const found = elementsOf(value).map((each) => valueOfPath(each, parts));
    return arrayOf(found.filter((each) => each !== undefined));
  }
  if (!isObject(value)) return undefined;
  const next = fieldOf(value, part);
  return next === undefined ? undefined : valueOfPath(next, rest);
}

/**
 * Paths, constants, `$literal` and documents of these.
 * @throws ServerError 238 for any other operator or variable.
 */
export function compileExpression(expression: Value): Expression {
  if (expression.type === BsonType.string) {
    const text = textOf(expression);
    if (text.startsWith('$$')) {
      if (text === '$$ROOT') return (document) => document;
      throw unsupported(`the variable ${text}`);
    }
    if (!text.startsWith('$')) return () => expression;
    const parts = splitPath(text.slice(1));
    return (document) => valueOfPath(document, parts);
  }
  if (isArray(expression)) {
    const elements = elementsOf(expression).map(compileExpression);
    return (document) => arrayOf(elements.map((each) => each(document) ?? nullValue));
  }
  if (!isObject(expression)) return () => expression;
  const fields = fieldsOf(expression);
  const [first] = fields;
  if (first?.name === '$literal') return () => first.value;
  if (first?.name.startsWith('$') === true) throw unsupported(`the expression ${first.name}`);
  const compiled = fields.map(({ name, value }) => [name, compileExpression(value)] as const);
  return (document) =>
    documentOf(
      compiled.flatMap(([name, each]) => {
        const value = each(document);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
}
