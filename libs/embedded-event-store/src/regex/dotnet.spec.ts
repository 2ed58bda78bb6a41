import fc from 'fast-check';
import { RegexRefused } from '@jejak/embedded-node';
import { compileFilterRegex } from './dotnet';

describe('compileFilterRegex', () => {
  it.each([
    ['^[^$].*', ['PactSigned', 'x'], ['$metadata', '']],
    ['^(pact|zone)-', ['pact-1', 'zone-9'], ['scorecard-1', 'a-pact-1']],
    ['^(?:Pact|Zone)(Signed|Renewed)$', ['PactSigned', 'ZoneRenewed'], ['PactSignedAgain']],
    ['^scorecard-\\d{2}\\.\\d{2,}-', ['scorecard-36.73-mcp'], ['scorecard-36a73-mcp']],
    ['(?i)^pact', ['PACTSIGNED', 'pact'], ['apact']],
    ['^[\\w.-]+$', ['kabupaten_1.a-b', 'Çeşme'], ['a b', '']],
    ['^\\W$', ['-', ' '], ['a', 'é', '4']],
    ['^[]a]$', [']', 'a'], ['b']],
    ['^[[({|/]$', ['[', '(', '{', '|', '/'], ['a']],
    ['^[^]a]$', ['b'], [']', 'a']],
    ['a\\-b\\/c', ['a-b/c'], ['ab/c']],
    ['}x]', ['}x]'], ['x']],
    ['a{,2}', ['a{,2}'], ['a', 'aa']],
    ['^\\$', ['$all'], ['all']],
    ['\\Aab\\z', ['ab'], ['ab\n', 'xab']],
    ['^ab$', ['ab', 'ab\n'], ['ab\n\n']],
    ['^.$', ['📜', 'a'], ['\n', '']],
    ['^(a?){3}$', ['', 'aaa'], ['aaaa']],
    ['^a*?b+?$', ['b', 'aabb'], ['a']],
    ['', ['', 'anything'], []],
    ['^(?!\\$)', ['PactSigned', ''], ['$metadata']],
    ['^(?!(\\$.+|PactSigned)$).*$', ['PactSignedAgain', '$'], ['$metadata', 'PactSigned']],
    ['^(?=Pact)(?!.*Draft)\\w+$', ['PactSigned'], ['PactDraft', 'ZoneSigned', 'Pact-1']],
    ['zone|^(?!pact)x', ['a-zone', 'xpact'], ['pactx', 'ax']],
    ['(?i)^(?!pact)', ['zone'], ['PACT']],
    ['(^(?!a)|b)c', ['c', 'abc', 'acbc'], ['ac']],
    ['^(|x)$', ['', 'x'], ['y']],
  ])('%s means what it means to the server', (pattern, matching, others) => {
    const test = compileFilterRegex(pattern);
    expect(matching.filter((text) => !test(text))).toEqual([]);
    expect(others.filter((text) => test(text))).toEqual([]);
  });

  it.each([
    ['(?=a)', 'look-ahead that may be met anywhere'],
    ['a(?!b)', 'look-ahead behind something'],
    ['^a?(?!b)', 'look-ahead behind something that may be nothing'],
    ['(?<=a)b', 'look-behind'],
    ['^(?!^(?!a))', 'a look-ahead in another'],
    ['^(?!a', 'an open look-ahead'],
    ['^(?!a)*', 'a repetition of a look-ahead'],
    ['(?<name>a)', 'a named group'],
    ['a(?i)b', 'an inline option'],
    ['(a)\\1', 'a back-reference'],
    ['a**', 'a repetition of a repetition'],
    ['\\bab', 'a word boundary'],
    ['\\p{Lu}', 'a property class'],
    ['[a-z-[aeiou]]', 'class subtraction'],
    ['[z-a]', 'a range backwards'],
    ['(ab', 'an open group'],
    ['ab)', 'a stray parenthesis'],
    ['[ab', 'an open class'],
    ['*a', 'a repetition of nothing'],
    ['a{3,2}', 'bounds the wrong way round'],
    ['ab\\', 'a backslash at the end'],
    ['((a{100}){100}){100}', 'an expression that unfolds too far'],
  ])('refuses %s: %s', (pattern) => {
    expect(() => compileFilterRegex(pattern)).toThrow(RegexRefused);
  });

  it.each([
    ['groups in groups', `${'('.repeat(5_000)}a${')'.repeat(5_000)}`],
    ['what is longer than any that is meant', 'a'.repeat(1_000_000)],
  ])('refuses %s', (_, pattern) => {
    expect(() => compileFilterRegex(pattern)).toThrow(RegexRefused);
  });

  it.each(['(a+)+$', '(a|a)*b', '.*a.*a.*a.*a.*b$', '(.*)*x', '^(?=(a+)+!)x'])(
    'answers %s on a long name in proportion to its length',
    (pattern) => {
      const started = performance.now();
      expect(compileFilterRegex(pattern)(`${'a'.repeat(5_000)}!`)).toBe(false);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it.each(['(){999999999999}a', '(((){99999}){99999}){99999}a', '(|){100}a'])(
    'repeats nothing no longer than it takes to see that it is nothing: %s',
    (pattern) => {
      const started = performance.now();
      expect(compileFilterRegex(pattern)('a')).toBe(true);
      expect(performance.now() - started).toBeLessThan(1_000);
    },
  );

  it('agrees with JavaScript where the two languages are the same', () => {
    const leaf = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '^', '$');
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
        expect(compileFilterRegex(source)(input)).toBe(new RegExp(source, 'u').test(input));
      }),
      { numRuns: 500 },
    );
  });
});
