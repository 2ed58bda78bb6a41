import { isNumber } from '../bson/read';
import { BsonType } from '../bson/types';
import { fieldsOf, isObject, type Value } from '../bson/value';
import { documentOf } from '../bson/write';
import { unsupported } from '../errors';
import { pause } from '../query/pace';
import { compileProjection } from '../query/projection';
import { splitPath } from '../storage/paths';
import { close, openDocument, setPath } from '../update/tree';
import { compileExpression } from './expression';
import { type Stage } from './stage';

const isFlag = (value: Value): boolean =>
  value.type === BsonType.boolean ||
  isNumber(value) ||
  (isObject(value) && fieldsOf(value).every((field) => isFlag(field.value)));

/** Fields computed from each document, set onto a base made of the same document. */
function setting(fields: Value, baseOf: (document: Value) => Value): (document: Value) => Value {
  const computed = fieldsOf(fields).map(({ name, value }) => ({
    parts: splitPath(name),
    expression: compileExpression(value),
  }));
  return (document) => {
    const root = openDocument(baseOf(document));
    for (const { parts, expression } of computed) {
      const value = expression(document);
      if (value !== undefined) setPath(root, parts, value);
    }
    return close(root);
  };
}

const each = (change: (document: Value) => Value): Stage =>
  function* (documents) {
    for (const document of documents) yield document === pause ? pause : change(document);
  };

/** `$addFields` and `$set`. */
export const addFields = (specification: Value): Stage =>
  each(setting(specification, (document) => document));

/** `$project`: fields kept or left out, and fields computed. */
export function project(specification: Value): Stage {
  const fields = fieldsOf(specification);
  const flags = fields.filter(({ value }) => isFlag(value));
  const computed = fields.filter(({ value }) => !isFlag(value));
  if (computed.length === 0)
    return each(compileProjection(specification) ?? ((document) => document));
  const kept = flags.filter(({ name }) => name !== '_id');
  const id = flags.find(({ name }) => name === '_id');
  const flagDocument = documentOf(flags.map(({ name, value }) => [name, value] as const));
  const onlyComputed = kept.length === 0;
  if (onlyComputed && id !== undefined && compileProjection(flagDocument) === undefined) {
    throw unsupported('this projection');
  }
  const keep = onlyComputed ? keepOnlyId(id?.value) : compileProjection(flagDocument);
  const fieldsToSet = documentOf(computed.map(({ name, value }) => [name, value] as const));
  return each(setting(fieldsToSet, keep ?? ((document) => document)));
}

const keepOnlyId = (flag: Value | undefined): ((document: Value) => Value) => {
  const wanted =
    flag === undefined || flag.bytes.subarray(flag.start, flag.end).some((byte) => byte !== 0);
  return (document) =>
    documentOf(
      fieldsOf(document)
        .filter(({ name }) => wanted && name === '_id')
        .map(({ name, value }) => [name, value] as const),
    );
};
