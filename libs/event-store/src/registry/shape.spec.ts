import * as fc from 'fast-check';

import { openRecord, record } from './record';
import {
  either,
  integer,
  list,
  nullable,
  oneOf,
  optional,
  problemOf,
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
    expect(problemOf(named, value, 'it')).toBe(problem);
  });

  it('say the same whatever the order of the keys, and of every other kind of object', () => {
    const value = fc.constantFrom<unknown>('x', 1, 0.5, null, undefined, [], ['a'], ['c'], {});
    const object = fc.dictionary(fc.constantFrom('name', 'kinds', 'size', 'zone', 'age'), value);
    const open = openRecord<Named>({
      name: text,
      kinds: list(oneOf('a', 'b')),
      size: optional(nullable(integer)),
    });
    fc.assert(
      fc.property(object, (given) => {
        const reversed = Object.fromEntries(Object.entries(given).reverse());
        const sorted = Object.fromEntries(
          Object.entries(given).sort(([a], [b]) => (a < b ? -1 : 1)),
        );
        const bare: unknown = Object.assign(Object.create(null), sorted);
        for (const shape of [named, open]) {
          const problem = shape(bare);
          expect(shape(sorted)).toBe(problem);
          if (problem === null || !problem.endsWith('is not a known key')) {
            expect(shape(reversed)).toBe(problem);
          }
        }
      }),
    );
  });

  it('never take for its own what an object inherits', () => {
    const heir = Object.assign(Object.create({ name: 'x' }) as object, { kinds: [] });
    expect(named(heir)).toBe('.name is missing');
    expect(named(JSON.parse('{"kinds":[],"name":"x","__proto__":1}'))).toBe(
      '.__proto__ is not a known key',
    );
    expect(named({ name: 'x', kinds: new Array<unknown>(1) })).toContain('.kinds[0]');
  });

  it('accepts either of two', () => {
    const shape = either(oneOf('finalised'), integer);
    expect([shape('finalised'), shape(2), shape('other')]).toEqual([
      null,
      null,
      ' is not one of finalised',
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
