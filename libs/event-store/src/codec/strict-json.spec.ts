import * as fc from 'fast-check';

// The package declares only an `import` entry; the file itself is what this test compares with.
import canonicalize from 'canonicalize';
import { canonicalText } from './canonical-text';
import { NotStrictJson, strictJson, strictJsonObject } from './strict-json';

const text = fc.string({ unit: 'binary' }).filter((value) => !/\p{Surrogate}/u.test(value));
const key = text.filter((value) => !/^(0|[1-9]\d*)$/.test(value) && value !== '__proto__');
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 3 },
    text,
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
  ),
}));

describe('canonical JSON', () => {
  it('is what JSON.stringify makes of a strict copy, byte for byte as RFC 8785 says', () => {
    fc.assert(
      fc.property(json, (value) => {
        const stringified = JSON.stringify(strictJson(value));
        expect(stringified).toBe(canonicalize(value));
        expect(stringified).toBe(canonicalText(value));
      }),
    );
  });

  it('sorts keys by UTF-16 code unit, as the example of RFC 8785 section 3.2.3', () => {
    const given = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '\ud83d\ude00': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(strictJsonObject(given))).toEqual([
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
  });

  it('survives a round trip', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(strictJson(JSON.parse(JSON.stringify(strictJson(value))))).toEqual(
          strictJson(value),
        );
      }),
    );
  });
});

describe('strictJson refuses', () => {
  const cyclic: Record<string, unknown> = {};
  cyclic.self = cyclic;
  class Money {
    amount = 1;
  }
  const refused: [string, unknown, string][] = [
    ['a float', { a: { b: [1, 0.5] } }, '$.a.b[1]: is not an integer within 2^53'],
    ['an integer beyond 2^53', { a: 2 ** 53 }, '$.a: is not an integer within 2^53'],
    ['NaN', { a: NaN }, '$.a: is not an integer within 2^53'],
    ['an infinity', { a: Infinity }, '$.a: is not an integer within 2^53'],
    ['a BigInt, on which the client never settles', { a: 1n }, '$.a: is bigint'],
    ['undefined, which would vanish', { a: undefined }, '$.a: is undefined'],
    ['a hole in a list', { a: new Array<unknown>(1) }, '$.a[0]: is undefined'],
    ['a function', { a: () => 1 }, '$.a: is function'],
    ['a symbol', { a: Symbol('s') }, '$.a: is symbol'],
    ['toJSON', { a: { toJSON: () => 1 } }, '$.a: has toJSON'],
    ['a date', { a: new Date(0) }, '$.a: is an instance of a class'],
    ['an instance', { a: new Money() }, '$.a: is an instance of a class'],
    ['a lone surrogate', { a: 'x\ud800' }, '$.a: has a lone surrogate'],
    ['a lone surrogate in a key', { '\udfff': 1 }, '$: has a key with a lone surrogate'],
    ['an integer-like key', { a: { 10: 1 } }, '$.a.10: is an integer-like key'],
    ['the reserved key', JSON.parse('{"__proto__":1}'), '$.__proto__: is a reserved key'],
    ['a cycle', cyclic, 'is nested too deep or contains itself'],
  ];

  it.each(refused)('%s', (_, value, message) => {
    expect(() => strictJson(value)).toThrow(NotStrictJson);
    expect(() => strictJson(value)).toThrow(message);
  });

  it('a list where an object belongs', () => {
    expect(() => strictJsonObject([])).toThrow('$: is a list');
  });
});
