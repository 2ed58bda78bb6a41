import { textOf } from '../bson/read';
import { show } from '../bson/show';
import { BsonType } from '../bson/types';
import { elementsOf, type Field, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { arrayOf, documentOf, nullValue } from '../bson/write';
import { badValue, ServerError, unsupported } from '../errors';
import { foreignExpressions } from './expression-names';
import { fieldPath, valueOfPath } from './field-path';
import { arrayOperators } from './operators/arrays';
import { arithmeticOperators } from './operators/arithmetic';
import { comparisonOperators } from './operators/comparison';
import { conditionalOperators } from './operators/conditional';
import {
  type Compile,
  type Expression,
  type Operators,
  type Variables,
} from './operators/operator';
import { textOperators } from './operators/text';

export { type Expression, type Variables } from './operators/operator';

const operators: Operators = {
  ...arithmeticOperators,
  ...arrayOperators,
  ...comparisonOperators,
  ...conditionalOperators,
  ...textOperators,
};

export const noVariables: Variables = new Map();

const root: Expression = (document) => document;
const systemVariables: Readonly<Record<string, Expression>> = {
  ROOT: root,
  CURRENT: root,
  REMOVE: () => undefined,
};
const foreignVariables = ['NOW', 'CLUSTER_TIME', 'USER_ROLES', 'SEARCH_META', 'DESCEND', 'PRUNE'];

function variable(text: string, variables: Variables): Expression {
  const [name = '', ...rest] = text.split('.');
  const parts = rest.length === 0 ? [] : fieldPath(rest.join('.'));
  const value = variables.get(name);
  const found = value === undefined ? systemVariables[name] : (): Value => value;
  if (found !== undefined) {
    return (document) => {
      const start = found(document);
      return start === undefined ? undefined : valueOfPath(start, parts);
    };
  }
  if (foreignVariables.includes(name) || name === 'KEEP') throw unsupported(`the variable ${name}`);
  throw new ServerError(17276, `Use of undefined variable: ${name}`);
}

function text(expression: Value, variables: Variables): Expression {
  const source = textOf(expression);
  if (source.startsWith('$$')) return variable(source.slice(2), variables);
  if (!source.startsWith('$')) return () => expression;
  if (source === '$') throw new ServerError(16872, "'$' by itself is not a valid FieldPath");
  const parts = fieldPath(source.slice(1));
  return (document) => valueOfPath(document, parts);
}

/** @throws ServerError 168 for what MongoDB does not know either, 2 for code, 238 for the rest. */
function operator({ name, value }: Field, compile: Compile): Expression {
  const make = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (make !== undefined) return make(value, compile);
  if (name === '$function') throw badValue('$function is not allowed in this context');
  if (foreignExpressions.has(name)) throw unsupported(`the expression ${name}`);
  throw new ServerError(168, `Unrecognized expression '${name}'`);
}

function fieldsToDocument(fields: readonly Field[], compile: Compile): Expression {
  const compiled = fields.map(({ name, value }) => {
    if (name.includes('.')) {
      throw new ServerError(
        16412,
        "FieldPath field names may not contain '.'. Consider using $getField or $setField.",
      );
    }
    return [fieldPath(name)[0] ?? name, compile(value)] as const;
  });
  return (document) =>
    documentOf(
      compiled.flatMap(([name, each]) => {
        const value = each(document);
        return value === undefined ? [] : [[name, value] as const];
      }),
    );
}

/**
 * Paths, constants, variables, documents and arrays of these, and the operators of `operators/`.
 * `variables` are constants under their names, without the `$$`.
 */
export function compileExpression(
  expression: Value,
  variables: Variables = noVariables,
): Expression {
  const compile: Compile = (each) => compileExpression(each, variables);
  if (expression.type === BsonType.string) return text(expression, variables);
  if (isArray(expression)) {
    const elements = elementsOf(expression).map(compile);
    return (document) => arrayOf(elements.map((each) => each(document) ?? nullValue));
  }
  if (!isObject(expression)) return () => expression;
  const fields = fieldsOf(expression);
  const [first] = fields;
  if (first?.name.startsWith('$') !== true) return fieldsToDocument(fields, compile);
  if (fields.length > 1) {
    throw new ServerError(
      15983,
      `an expression specification must contain exactly one field, the name of the expression. Found ${String(fields.length)} fields in ${show(expression)}, while parsing object ${show(expression)}.`,
    );
  }
  return operator(first, compile);
}
