import fc from 'fast-check';
import { ServerError } from '../../errors';
import { compileRegex } from './index';

const codeOf = (pattern: string, options = ''): number | undefined => {
  try {
    compileRegex(pattern, options);
    return undefined;
  } catch (error) {
    return error instanceof ServerError ? error.code : undefined;
  }
};

describe('regular expressions', () => {
  it.each([
    ['^(pact|zone)-', '', ['pact-1', 'zone-9'], ['a-pact-1']],
    ['pact', '', ['a pact'], ['Pact']],
    ['PACT', 'i', ['a pact'], ['pac']],
    ['^b', 'm', ['a\nb'], ['ab']],
    ['a$', '', ['a', 'a\n'], ['a\n\n']],
    ['a$', 'm', ['a\nb'], ['ab']],
    ['^.$', '', ['a', '📜'], ['\n', '']],
    ['^.$', 's', ['\n'], ['']],
    ['a b # c', 'x', ['ab'], ['a b']],
    ['\\Aab\\z', '', ['ab'], ['ab\n']],
    ['\\bab\\b', '', ['x ab y', 'ab'], ['xab']],
    ['^\\w+\\s\\d$', '', ['ab 1'], ['é 1', 'ab ١']],
    ['^[[:alpha:]_-]+$', '', ['a_b-c'], ['a1']],
    ['^[^\\d]$', '', ['a'], ['1']],
    ['^[]a]$', '', [']', 'a'], ['b']],
    ['^(?:a|b){2,3}$', '', ['ab', 'bab'], ['a', 'abab']],
    ['(?<name>a)b', '', ['ab'], ['ba']],
    ['(?i)ab', '', ['AB'], ['A']],
    ['^a{,2}$', '', ['a{,2}'], ['aa']],
    ['a.*?b', '', ['axxb'], ['a\nb']],
    ['^(|x)$', '', ['', 'x'], ['y']],
    ['', '', ['', 'anything'], []],
  ] as const)('%s with options "%s"', (pattern, options, matching, others) => {
    const regex = compileRegex(pattern, options);
    expect(matching.filter((text) => !regex.test(text))).toEqual([]);
    expect((others as readonly string[]).filter((text) => regex.test(text))).toEqual([]);
  });

  it.each(['(', ')', '[a', '*a', 'a**', 'a{3,2}', 'a{99999}', '\\', '[z-a]', '[[:foo:]]'])(
    'says that %s is malformed',
    (pattern) => {
      expect(codeOf(pattern)).toBe(51091);
    },
  );

  it.each(['(?=a)', '(?<!a)b', '(a)\\1', 'a++', '(?>a)', '\\p{L}', '(*ACCEPT)', '(a{99}){99}'])(
    'refuses %s, which is no regular language or too large',
    (pattern) => {
      expect(codeOf(pattern)).toBe(238);
    },
  );

  it.each([
    ['groups in groups', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`],
    ['what is longer than any that is meant', 'a'.repeat(1_000_000)],
  ])('refuses %s', (_, pattern) => {
    expect(codeOf(pattern)).toBe(238);
  });

  it('repeats nothing no longer than it takes to see that it is nothing', () => {
    const started = performance.now();
    expect(compileRegex('(((){65535}){65535}){65535}a', '').test('a')).toBe(true);
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('refuses options nobody knows', () => {
    expect(codeOf('a', 'g')).toBe(51108);
  });

  it.each(['(a+)+$', '(a|a)*b', '.*a.*a.*a.*a.*b', '(.*)*x', '^(a?){40}b', 'a.*b'])(
    'answers %s in proportion to the length of the text',
    (pattern) => {
      const started = performance.now();
      const text = `${'a'.repeat(5_000)}!`;
      expect(compileRegex(pattern, '').test(text)).toBe(false);
      expect(performance.now() - started).toBeLessThan(2_000);
    },
  );

  it.each([
    ['^abc', 'abc'],
    ['^abc?', 'ab'],
    ['^a\\.b.', 'a.b'],
    ['^(a)', ''],
    ['abc', ''],
    ['^a|b', ''],
  ])('knows how every match of %s begins: "%s"', (pattern, prefix) => {
    expect(compileRegex(pattern, '').prefix).toBe(prefix);
    expect(compileRegex(pattern, 'i').prefix).toBe('');
    expect(compileRegex(pattern, 'm').prefix).toBe('');
  });

  it('agrees with JavaScript where the two languages are the same', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '^', 'c?', 'a*', 'b+');
    const { pattern } = fc.letrec<{ pattern: string }>((tie) => ({
      pattern: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => left + right),
        fc.tuple(tie('pattern'), tie('pattern')).map(([left, right]) => `(${left}|${right})`),
        fc
          .tuple(tie('pattern'), fc.constantFrom('*', '+', '?', '{2}', '{1,2}', '{0,}'))
          .map(([part, quantifier]) => `(${part})${quantifier}`),
      ),
    }));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 });
    fc.assert(
      fc.property(pattern, text, (source, input) => {
        expect(compileRegex(source, '').test(input)).toBe(new RegExp(source, 'u').test(input));
      }),
      { numRuns: 500 },
    );
  });
});
