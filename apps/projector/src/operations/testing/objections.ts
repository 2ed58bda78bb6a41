import type { SchemaObject } from '@nestjs/swagger';

type Check = (value: unknown, schema: SchemaObject, place: string) => string[];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only schemas that are written out: nothing here is said by reference. */
const plain = (schema: NonNullable<SchemaObject['items']> | undefined): SchemaObject => {
  if (schema === undefined || '$ref' in schema) throw new Error('Not a schema written out');
  return schema;
};

const texts: Readonly<Record<string, RegExp>> = {
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
};

const numberFrom: Check = (value, { minimum = -Infinity }, place) =>
  typeof value === 'number' && value >= minimum ? [] : [`${place} is no number from ${minimum}`];

const ofType: Readonly<Record<string, Check>> = {
  null: (value, _, place) => (value === null ? [] : [`${place} is not null`]),
  boolean: (value, _, place) => (typeof value === 'boolean' ? [] : [`${place} is no boolean`]),
  number: numberFrom,
  integer: (value, schema, place) =>
    Number.isSafeInteger(value) ? numberFrom(value, schema, place) : [`${place} is not whole`],
  string: (value, { enum: words, format = '', pattern = '' }, place) => {
    if (typeof value !== 'string') return [`${place} is no text`];
    const fits =
      (words === undefined || words.includes(value)) &&
      (texts[format] ?? /^/).test(value) &&
      new RegExp(pattern, 'u').test(value);
    return fits ? [] : [`${place} must not be ${value}`];
  },
  array: (value, { items }, place) =>
    Array.isArray(value)
      ? value.flatMap((item, index) => objections(item, plain(items), `${place}[${index}]`))
      : [`${place} is no list`],
  object: (value, { properties = {}, required = [] }, place) => {
    if (!isObject(value)) return [`${place} is no object`];
    const missing = required.filter((field) => !(field in value));
    return [
      ...missing.map((field) => `${place}.${field} is missing`),
      ...Object.entries(value).flatMap(([field, inner]) =>
        properties[field] === undefined
          ? [`${place}.${field} is not described`]
          : objections(inner, plain(properties[field]), `${place}.${field}`),
      ),
    ];
  },
};

/** What keeps a reply from being what its schema describes, field by field; fields too many too. */
export function objections(value: unknown, schema: SchemaObject, place = 'reply'): string[] {
  if (schema.oneOf !== undefined) {
    const found = schema.oneOf.map((one) => objections(value, plain(one), place));
    return found.some((none) => none.length === 0) ? [] : (found[0] ?? []);
  }
  const check = ofType[schema.type ?? ''];
  if (check === undefined) throw new Error(`${place} has a schema of no known type`);
  return check(value, schema, place);
}
