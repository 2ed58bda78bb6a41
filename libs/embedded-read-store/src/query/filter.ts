import { compileExpression, noVariables, type Variables } from '../aggregate/expression';
import { argumentTruth } from '../bson/read';
import { elementsOf, type Field, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { badValue, unsupported } from '../errors';
import { splitPath } from '../storage/paths';
import { condition, type Predicate } from './condition';
import { operatorsOf } from './operators';
import { equalOrRegex, isOperator, isOperatorDocument } from './value-tests';

export { type Predicate } from './condition';

/** Operators on whole documents that MongoDB has and this node has not. */
const foreign = new Set(
  '$text $jsonSchema $sampleRate $alwaysTrue $alwaysFalse $rand $vectorSearch'.split(' '),
);

interface Scope {
  readonly variables: Variables;
  /** Inside `$elemMatch`. */
  readonly inElement: boolean;
}

function pathPredicate({ name, value }: Field, scope: Scope): Predicate {
  const parts = splitPath(name);
  if (!isOperatorDocument(value)) return condition(equalOrRegex(value)).at(parts);
  const inner = { ...scope, inElement: true };
  return operatorsOf(value, (filter) => compile(filter, inner)).at(parts);
}

function clausesOf({ name, value }: Field, scope: Scope): Predicate[] {
  if (!isArray(value)) throw badValue(`${name} must be an array`);
  const clauses = elementsOf(value);
  if (clauses.length === 0) throw badValue('$and/$or/$nor must be a nonempty array');
  return clauses.map((clause) => {
    if (!isObject(clause)) throw badValue('$or/$and/$nor entries need to be full objects');
    return compile(clause, scope);
  });
}

function expressionPredicate(value: Value, { variables, inElement }: Scope): Predicate {
  if (inElement) throw badValue('$expr can only be applied to the top-level document');
  const expression = compileExpression(value, variables);
  return (document) => argumentTruth(expression(document));
}

function topPredicates(field: Field, scope: Scope): Predicate[] {
  if (!isOperator(field.name)) return [pathPredicate(field, scope)];
  switch (field.name) {
    case '$and':
      return clausesOf(field, scope);
    case '$or': {
      const clauses = clausesOf(field, scope);
      return [(document) => clauses.some((clause) => clause(document))];
    }
    case '$nor': {
      const clauses = clausesOf(field, scope);
      return [(document) => !clauses.some((clause) => clause(document))];
    }
    case '$expr':
      return [expressionPredicate(field.value, scope)];
    case '$comment':
      return [];
    case '$where':
    case '$function':
      throw badValue(`${field.name} is not allowed in this context`);
    default:
      if (foreign.has(field.name)) throw unsupported(field.name);
      throw badValue(
        `unknown top level operator: ${field.name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
}

function compile(filter: Value, scope: Scope): Predicate {
  const predicates = fieldsOf(filter).flatMap((field) => topPredicates(field, scope));
  const [only] = predicates;
  if (only !== undefined && predicates.length === 1) return only;
  return (document) => predicates.every((predicate) => predicate(document));
}

/**
 * A filter as a test of documents, with MongoDB's rules for arrays, null and types. All of it is
 * compiled, so what is refused is refused however few documents there are.
 * @throws ServerError 2 for what MongoDB refuses as well, 238 for what only this node does not do.
 */
export const compileFilter = (filter: Value, variables: Variables = noVariables): Predicate =>
  compile(filter, { variables, inElement: false });
