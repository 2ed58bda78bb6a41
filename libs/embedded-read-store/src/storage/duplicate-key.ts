import { documentOf, nullValue } from '../bson/write';
import { type Value } from '../bson/value';
import { show } from '../bson/show';
import { ServerError } from '../errors';
import { splitPath, valueAt } from './paths';

type IndexKey = readonly (readonly [path: string, direction: 1 | -1])[];

/** MongoDB's error 11000 with `keyPattern` and `keyValue`, worded as the server words it. */
export function duplicateKey(
  namespace: string,
  indexName: string,
  key: IndexKey,
  document: Value,
): ServerError {
  const values = key.map(
    ([path]) => [path, valueAt(document, splitPath(path)) ?? nullValue] as const,
  );
  const shown = values.map(([path, value]) => `${path}: ${show(value)}`).join(', ');
  return new ServerError(
    11000,
    `E11000 duplicate key error collection: ${namespace} index: ${indexName} dup key: { ${shown} }`,
    { keyPattern: Object.fromEntries(key), keyValue: documentOf(values) },
  );
}
