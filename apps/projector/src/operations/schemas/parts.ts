import type { SchemaObject } from '@nestjs/swagger';

/*
 * Replies as JSON Schema. Written out instead of taken from decorated classes: those cannot say of a
 * field that it may be null in the way of OpenAPI 3.1.
 */

/** Every field of a reply, none left out and none more; all of them are always there. */
export const objectOf = <Reply extends object>(
  properties: { readonly [Field in keyof Required<Reply>]: SchemaObject },
  description?: string,
): SchemaObject => ({
  type: 'object',
  ...(description === undefined ? {} : { description }),
  properties,
  required: Object.keys(properties),
});

export const orNull = ({ description, ...schema }: SchemaObject): SchemaObject => ({
  ...(description === undefined ? {} : { description }),
  oneOf: [schema, { type: 'null' }],
});

export const text = (description: string, example?: string): SchemaObject => ({
  type: 'string',
  description,
  ...(example === undefined ? {} : { example }),
});

export const instant = (description: string): SchemaObject => ({
  type: 'string',
  format: 'date-time',
  description,
});

/** A place in the log. */
export const position = (description: string): SchemaObject => ({
  type: 'string',
  pattern: String.raw`^\d+/\d+$`,
  description: `${description} As <commit>/<prepare>, both of 64 bits.`,
  example: '48211/48190',
});

export const count = (description: string): SchemaObject => ({
  type: 'integer',
  minimum: 0,
  description,
});

export const amount = (description: string): SchemaObject => ({
  type: 'number',
  minimum: 0,
  description,
});

export const flag = (description: string): SchemaObject => ({ type: 'boolean', description });

export const listOf = (items: SchemaObject, description: string): SchemaObject => ({
  type: 'array',
  items,
  description,
});

/** One of some words, each with what it means. */
export const choiceOf = <Word extends string>(
  meanings: Readonly<Record<Word, string>>,
): SchemaObject => ({
  type: 'string',
  enum: Object.keys(meanings),
  description: Object.entries(meanings)
    .map(([word, meaning]) => `${word}: ${String(meaning)}`)
    .join('; '),
});
