import { argumentTruth } from '../bson/read';
import { elementsOf, fieldsOf, isArray, isObject, type Value } from '../bson/value';
import { ServerError, unsupported } from '../errors';
import { requireSimpleCollation } from './collation';

/** What may stand in one kind of sub-document of a command. */
export interface FieldRules {
  /** As MongoDB names the place in its errors, such as `update.updates`. */
  readonly place: string;
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The fields of a sub-document of a command, by name. */
export type Fields = ReadonlyMap<string, Value>;

/** @throws ServerError 14 for no document, 40415 for unknown fields, 40414 for missing ones. */
export function readFields(document: Value, { place, required, optional }: FieldRules): Fields {
  if (!isObject(document)) {
    throw new ServerError(14, `BSON field '${place}' is the wrong type, expected type 'object'`);
  }
  const fields = new Map<string, Value>();
  for (const { name, value } of fieldsOf(document)) {
    if (!required.includes(name) && !optional.includes(name)) {
      throw new ServerError(40415, `BSON field '${place}.${name}' is an unknown field.`);
    }
    if (name === 'collation') requireSimpleCollation(value);
    fields.set(name, value);
  }
  for (const name of required) {
    if (fields.has(name)) continue;
    throw new ServerError(40414, `BSON field '${place}.${name}' is missing but a required field`);
  }
  return fields;
}

const wrongType = (name: string, expected: string): ServerError =>
  new ServerError(14, `BSON field '${name}' is the wrong type, expected type '${expected}'`);

/** @throws ServerError 14. */
export function documentField(fields: Fields, name: string): Value | undefined {
  const value = fields.get(name);
  if (value !== undefined && !isObject(value)) throw wrongType(name, 'object');
  return value;
}

/** @throws ServerError 14. */
export function listField(fields: Fields, name: string): readonly Value[] {
  const value = fields.get(name);
  if (value === undefined) return [];
  if (!isArray(value)) throw wrongType(name, 'array');
  return elementsOf(value);
}

/** @throws ServerError 238: an update by which a client of MongoDB itself brings the document along. */
export function refuseSupplied(fields: Fields): void {
  if (truthField(fields, 'upsertSupplied')) throw unsupported('upsertSupplied');
}

export const truthField = (fields: Fields, name: string): boolean =>
  argumentTruth(fields.get(name));
