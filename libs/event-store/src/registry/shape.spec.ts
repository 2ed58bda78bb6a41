import {
  either,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  record,
  type Shape,
  text,
} from './shape';

describe('shapes', () => {
  interface Named {
    readonly name: string;
    readonly kinds: readonly ('a' | 'b')[];
    readonly size?: number | null;
  }
  const named = record<Named>({
    name: text,
    kinds: list(oneOf('a', 'b')),
    size: optional(nullable(integer)),
  });

  it.each<[unknown, string | null]>([
    [{ name: 'x', kinds: [] }, null],
    [{ name: 'x', kinds: ['a', 'b'], size: null }, null],
    [{ kinds: [] }, 'it.name is missing'],
    [{ name: 'x', kinds: ['a', 'c'] }, 'it.kinds[1] is not one of a, b'],
    [{ name: 'x', kinds: {} }, 'it.kinds is not a list'],
    [{ name: 'x', kinds: [], size: '1' }, 'it.size is not an integer within 2^53'],
    [{ name: 'x', kinds: [], other: 1 }, 'it.other is not a known key'],
    [[], 'it is not an object'],
    [null, 'it is not an object'],
    [Object.create({ name: 'x', kinds: [] }), 'it.name is missing'],
  ])('says of %j: %s', (value, problem) => {
    expect(named(value, 'it')).toBe(problem);
  });

  it('accepts either of two', () => {
    const shape = either(oneOf('finalised'), integer);
    expect([shape('finalised', 's'), shape(2, 's'), shape('other', 's')]).toEqual([
      null,
      null,
      's is not one of finalised',
    ]);
  });

  it('does not compile for a wider or narrower type than it checks', () => {
    // @ts-expect-error -- checks only one of the two values the type allows
    const narrower: Shape<'a' | 'b'> = oneOf('a');
    // @ts-expect-error -- lets through values the type does not allow
    const wider: Shape<'a'> = text;
    // @ts-expect-error -- a key of the type is left out
    const incomplete: Shape<Named> = record<Named>({ name: text, kinds: list(oneOf('a', 'b')) });
    expect([narrower, wider, incomplete]).toHaveLength(3);
  });
});
