import * as fc from 'fast-check';
import { readJson } from './json-reader';
import { JSON_LIMITS } from './json-limits';
import { Problem } from './problem';

const wellFormed = fc.string({ unit: 'grapheme' });
const key = wellFormed.filter((text) => !(text.normalize('NFC') in Object.prototype));
const { value: jsonValue } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 6 },
    fc.constantFrom(null, true, false, -0, 1e-7, 0.1),
    fc.maxSafeInteger(),
    fc.double({ min: -1, max: 1, noNaN: true }),
    wellFormed,
    fc.array(tie('value'), { maxLength: 5 }),
    fc
      .uniqueArray(fc.tuple(key, tie('value')), {
        maxLength: 5,
        selector: ([name]) => name.normalize('NFC'),
      })
      .map((entries) => Object.fromEntries(entries)),
  ),
}));

function refusalOf(text: string, limits = JSON_LIMITS): { code: string; field?: string } {
  try {
    readJson(text, limits);
  } catch (error) {
    if (error instanceof Problem) {
      return { code: error.code, ...(error.field === undefined ? {} : { field: error.field }) };
    }
    throw error;
  }
  return { code: 'accepted' };
}

function nfc(value: unknown): unknown {
  const spelled = JSON.stringify(value);
  return JSON.parse(spelled, (_, inner: unknown) => {
    if (typeof inner === 'string') return inner.normalize('NFC');
    if (typeof inner !== 'object' || inner === null || Array.isArray(inner)) return inner;
    return Object.fromEntries(Object.entries(inner).map(([k, v]) => [k.normalize('NFC'), v]));
  });
}

describe('reading a JSON body', () => {
  it('agrees with JSON.parse, up to NFC, on everything JSON.stringify writes', () => {
    fc.assert(
      fc.property(jsonValue, fc.constantFrom(undefined, 1, '\t', '\r\n '), (value, space) => {
        const text = JSON.stringify(value, null, space);
        expect(readJson(text)).toEqual(nfc(JSON.parse(text)));
      }),
    );
  });

  it('takes no text JSON.parse refuses, and refuses none it takes without another reason', () => {
    const marks = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      'u00e9',
      '-',
      '0',
      '1.5',
    );
    const more = fc.constantFrom(
      'e3',
      '+',
      'true',
      'null',
      'nul',
      ' ',
      '\n',
      '\u0001',
      '"a"',
      '\\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(marks, more), { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        const { code } = refusalOf(text);
        if (!isJson(text)) expect(code).not.toBe('accepted');
        else expect(code).not.toBe('request.malformed-json');
      }),
      { numRuns: 5_000 },
    );
  });

  it.each([
    ['{"a":1,"a":2}', 'request.duplicate-key', 'a'],
    ['{"x":[{"a":1},{"\\u0061":1,"a":2}]}', 'request.duplicate-key', 'x[1].a'],
    ['{"\u00e9":1,"e\u0301":2}', 'request.duplicate-key', '["\u00e9"]'],
    ['{"__proto__":{"admin":true}}', 'request.forbidden-key', '__proto__'],
    ['{"a":{"constructor":{"prototype":{}}}}', 'request.forbidden-key', 'a.constructor'],
    ['{"\\u005f_proto__":1}', 'request.forbidden-key', '__proto__'],
    ['{"toString":1}', 'request.forbidden-key', 'toString'],
    ['{"score":9007199254740993}', 'request.unsafe-number', 'score'],
    ['[1e400]', 'request.unsafe-number', '[0]'],
    ['{"name":"\\ud800"}', 'request.broken-text', 'name'],
    ['{"a b":"\\udc00x"}', 'request.broken-text', '["a b"]'],
  ])('refuses %s as %s at %s', (text, code, field) => {
    expect(refusalOf(text)).toEqual({ code, field });
  });

  it.each([
    '',
    ' ',
    '{',
    '[1',
    '[1,]',
    '{"a"}',
    '{a:1}',
    "'a'",
    '01',
    '1.',
    '.5',
    '+1',
    'NaN',
    '"a',
    '"\n"',
    '"\\x"',
    '"\\',
    '{} {}',
    '\ufeff',
    '[',
    'tru',
    '"\\u12',
  ])('refuses %j as malformed', (text) => {
    expect(refusalOf(text).code).toBe('request.malformed-json');
  });

  it('says line and column of what it cannot read', () => {
    expect(() => readJson('{\n  "a": oops\n}')).toThrow('line 2, column 8');
  });

  it('keeps each limit to the item, and names where it was passed', () => {
    const limits = { depth: 2, keys: 2, items: 2, stringBytes: 3 };
    expect(refusalOf('[[1]]', limits).code).toBe('accepted');
    expect(refusalOf('[[[1]]]', limits)).toEqual({ code: 'request.too-deep', field: '[0][0]' });
    expect(refusalOf('{"a":1,"b":2}', limits).code).toBe('accepted');
    expect(refusalOf('{"a":{"b":2},"c":3}', limits)).toEqual({
      code: 'request.too-many-keys',
      field: 'c',
    });
    expect(refusalOf('[1,2]', limits).code).toBe('accepted');
    expect(refusalOf('[1,2,3]', limits)).toEqual({ code: 'request.too-many-items', field: '[2]' });
    expect(refusalOf('"abc"', limits).code).toBe('accepted');
    expect(refusalOf('["éé"]', limits)).toEqual({ code: 'request.string-too-long', field: '[0]' });
  });

  it('refuses a depth of 100,000 without falling over', () => {
    expect(refusalOf('['.repeat(100_000)).code).toBe('request.too-deep');
    expect(refusalOf('{"a":'.repeat(100_000)).code).toBe('request.too-deep');
  });

  it('spells every text and key in NFC', () => {
    expect(readJson('{"e\u0301":"Cafe\\u0301"}')).toEqual({ '\u00e9': 'Caf\u00e9' });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
