import { createHash } from 'node:crypto';

import { canonicalText } from '@jejak/event-store';
import { problem } from '@jejak/http';
import { Ajv, type ValidateFunction } from 'ajv';
import { LRUCache } from 'lru-cache';

/** Bytes of a schema in canonical form. */
const largest = 16 * 1024;

/**
 * What a schema from outside may not use. A pattern is run by an engine that backtracks, and one
 * event could keep it busy for minutes; a reference can lead outside or round in a circle; comparing
 * all items with each other takes the square of their number.
 */
const refused = new Set([
  ...['$ref', '$id', 'id', '$async', '$data', '$dynamicRef', '$recursiveRef', '$vocabulary'],
  ...['pattern', 'patternProperties', 'uniqueItems', 'contentSchema'],
]);

/** Keywords under which names of properties stand instead of keywords. */
const named = new Set(['properties', 'dependentSchemas', 'dependencies', 'definitions', '$defs']);
/** Keywords under which values stand, in which nothing is a keyword. */
const values = new Set(['enum', 'const', 'default', 'examples', 'required', 'dependentRequired']);

const compiled = new LRUCache<string, ValidateFunction>({ max: 200 });

/** A schema as canonical text. Throws `request.invalid` for one that is none or asks too much. */
export function schemaText(schema: object): string {
  const text = canonicalText(schema);
  if (Buffer.byteLength(text) > largest) throw notTaken(`it has more than ${largest} bytes`);
  const word = refusedWord(schema, false);
  if (word !== null) throw notTaken(`${word} is not taken here`);
  try {
    validatorOf(text);
  } catch (error) {
    throw notTaken(error instanceof Error ? error.message.slice(0, 300) : 'it cannot be read');
  }
  return text;
}

/** What is wrong with an event's data by a schema `schemaText` has taken; null when nothing is. */
export function faultIn(data: unknown, schema: string): string | null {
  const validate = validatorOf(schema);
  if (validate(data)) return null;
  const [first] = validate.errors ?? [];
  return `data${first?.instancePath ?? ''} ${first?.message ?? 'does not fit'}`.slice(0, 300);
}

function validatorOf(text: string): ValidateFunction {
  const key = createHash('sha256').update(text).digest('hex');
  const known = compiled.get(key);
  if (known !== undefined) return known;
  // One instance for each schema: an instance keeps all it ever compiled.
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: false, logger: false });
  ajv.addFormat('date', /^\d{4}-\d{2}-\d{2}$/);
  ajv.addFormat(
    'date-time',
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/,
  );
  const validate = ajv.compile(JSON.parse(text) as object);
  compiled.set(key, validate);
  return validate;
}

function refusedWord(schema: unknown, areNames: boolean): string | null {
  if (Array.isArray(schema)) return first(schema, (one) => refusedWord(one, false));
  if (typeof schema !== 'object' || schema === null) return null;
  return first(Object.entries(schema), ([key, value]) => {
    if (areNames) return refusedWord(value, false);
    if (refused.has(key)) return key;
    return values.has(key) ? null : refusedWord(value, named.has(key));
  });
}

function first<Value>(all: readonly Value[], find: (value: Value) => string | null): string | null {
  for (const value of all) {
    const found = find(value);
    if (found !== null) return found;
  }
  return null;
}

const notTaken = (why: string) =>
  problem('request.invalid', {
    field: 'schema',
    detail: `The schema cannot be used: ${why}.`,
    fix: `Send a JSON Schema (draft 7) of at most ${largest} bytes without ${[...refused].slice(0, 3).join(', ')}, pattern or uniqueItems; bound texts with maxLength and enum.`,
  });
