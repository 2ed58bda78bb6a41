import { argumentTruth, textOf } from '../bson/read';
import { show } from '../bson/show';
import { typeNameOf } from '../bson/type-names';
import { BsonType } from '../bson/types';
import { elementsOf, fieldsOf, isArray, isNullish, isObject, type Value } from '../bson/value';
import { int64Value, nullValue } from '../bson/write';
import { ServerError } from '../errors';
import { pause, Pacer } from '../query/pace';
import { setComputed } from '../query/projection/apply';
import { emptyTree } from '../query/projection/tree';
import { valueAt } from '../storage/paths';
import { fieldPath } from './field-path';
import { addComputed } from './project';
import { type Stage } from './stage';

interface Options {
  readonly path: string;
  readonly index: string | undefined;
  readonly preserve: boolean;
}

function optionsOf(specification: Value): Options {
  let [path, index, preserve]: [Value | undefined, string | undefined, boolean] = [
    undefined,
    undefined,
    false,
  ];
  for (const { name, value } of fieldsOf(specification)) {
    if (name === 'path') path = value;
    else if (name === 'preserveNullAndEmptyArrays') {
      if (value.type !== BsonType.boolean) {
        throw new ServerError(
          28809,
          `expected a boolean for the preserveNullAndEmptyArrays option to $unwind stage, got ${typeNameOf(value)}`,
        );
      }
      preserve = argumentTruth(value);
    } else if (name === 'includeArrayIndex') index = indexName(value);
    else throw new ServerError(28811, `unrecognized option to $unwind stage: ${name}`);
  }
  if (path === undefined) throw new ServerError(28812, 'no path specified to $unwind stage');
  return { path: pathOf(path), index, preserve };
}

function indexName(value: Value): string {
  const name = value.type === BsonType.string ? textOf(value) : '';
  if (name === '') {
    throw new ServerError(
      28810,
      `expected a non-empty string for the includeArrayIndex  option to $unwind stage, got ${show(value)}`,
    );
  }
  if (name.startsWith('$')) {
    throw new ServerError(
      28822,
      `includeArrayIndex option to $unwind stage should not be prefixed with a '$': ${name}`,
    );
  }
  return name;
}

function pathOf(value: Value): string {
  if (value.type !== BsonType.string) {
    throw new ServerError(
      28808,
      `expected a string as the path for $unwind stage, got ${typeNameOf(value)}`,
    );
  }
  const path = textOf(value);
  if (path.startsWith('$')) return path.slice(1);
  throw new ServerError(
    28818,
    `path option to $unwind stage should be prefixed with a '$': ${path}`,
  );
}

/** The elements to give a document for, with their places; undefined: none for this document. */
function places(
  value: Value | undefined,
  preserve: boolean,
): { element: Value | undefined; index: Value }[] {
  if (isArray(value)) {
    const elements = elementsOf(value);
    if (elements.length > 0) {
      return elements.map((element, at) => ({ element, index: int64Value(BigInt(at)) }));
    }
    return preserve ? [{ element: undefined, index: nullValue }] : [];
  }
  return preserve || !isNullish(value) ? [{ element: value, index: nullValue }] : [];
}

/** `$unwind`: a document per element of an array. The index is a long; null for what is no array. */
export function unwind(specification: Value): Stage {
  if (specification.type !== BsonType.string && !isObject(specification)) {
    throw new ServerError(
      15981,
      `expected either a string or an object as specification for $unwind stage, got ${typeNameOf(specification)}`,
    );
  }
  const { path, index, preserve } = isObject(specification)
    ? optionsOf(specification)
    : { path: pathOf(specification), index: undefined, preserve: false };
  const parts = fieldPath(path);
  let place: { element: Value | undefined; index: Value } = {
    element: undefined,
    index: nullValue,
  };
  const tree = emptyTree();
  addComputed(tree, path, () => place.element);
  const indexTree = emptyTree();
  if (index !== undefined) addComputed(indexTree, index, () => place.index);
  return function* (documents) {
    const pacer = new Pacer();
    for (const document of documents) {
      if (document === pause) {
        yield pause;
        pacer.restart();
        continue;
      }
      const value = valueAt(document, parts);
      const inPlace = !isArray(value);
      for (const each of places(value, preserve)) {
        place = each;
        const made = inPlace ? document : setComputed(document, tree, document);
        yield index === undefined ? made : setComputed(made, indexTree, made);
        if (!pacer.isDue()) continue;
        yield pause;
        pacer.restart();
      }
    }
  };
}
