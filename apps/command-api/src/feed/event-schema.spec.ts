import { Problem } from '@jejak/http';

import { faultIn, schemaText } from './event-schema';

const licence = {
  type: 'object',
  required: ['number', 'days'],
  additionalProperties: false,
  properties: {
    number: { type: 'string', maxLength: 60 },
    days: { type: 'integer', minimum: 0 },
    issued: { type: 'string', format: 'date' },
    pattern: { type: 'string' },
    amount: { type: 'number', multipleOf: 0.5 },
  },
};

describe('the schema of a type', () => {
  it('says the first thing that is wrong with data, and where', () => {
    const schema = schemaText(licence);
    expect(faultIn({ number: '503/1', days: 7, issued: '2024-05-06', amount: 1.5 }, schema)).toBe(
      null,
    );
    expect(faultIn({ number: '503/1', days: 'a week' }, schema)).toBe('data/days must be integer');
    expect(faultIn({ days: 7 }, schema)).toContain('number');
    expect(faultIn({ number: 'x', days: 1, issued: 'May' }, schema)).toContain('date');
    expect(faultIn(undefined, schema)).toContain('data');
  });

  it.each<[string, object]>([
    [
      'a pattern, which could be made to run for minutes',
      { properties: { a: { pattern: '(a+)+$' } } },
    ],
    ['patterns of names', { patternProperties: { '(a+)+$': {} } }],
    ['a reference elsewhere', { $ref: 'https://example.org/schema.json' }],
    ['a reference to itself, which would not end', { allOf: [{ $ref: '#' }] }],
    ['a comparison of all items', { type: 'array', uniqueItems: true }],
    ['a name of its own', { $id: 'https://example.org/x' }],
    ['a word that is no keyword', { typ: 'object' }],
    ['a format nobody knows', { type: 'string', format: 'licence' }],
    ['a type that is none', { type: 'licence' }],
    ['17 KiB', { description: 'x'.repeat(17_000) }],
  ])('is refused with %s', (_, schema) => {
    let field: string | undefined;
    try {
      schemaText(schema);
    } catch (error) {
      if (error instanceof Problem) field = error.field;
    }
    expect(field).toBe('schema');
  });

  it('is one text, whatever the order of its keys', () => {
    expect(schemaText({ type: 'object', title: 'x' })).toBe(
      schemaText({ title: 'x', type: 'object' }),
    );
  });
});
