import {
  compileMatcher,
  parseRegex,
  type CharacterExpression,
  type CharacterTest,
  type Dialect,
} from '@jejak/embedded-node';
import { characterClass, escaped, literal } from './character-class';

const INLINE_IGNORE_CASE = '(?i)';

const character = (test: CharacterTest): CharacterExpression => ({ kind: 'character', test });

const dialect = (ignoreCase: boolean): Dialect => ({
  caret: 'start',
  dollar: 'last-end',
  letterAnchors: { A: 'start', z: 'end', Z: 'last-end' },
  dot: character((given) => given !== '\n'),
  literal: (given) => character(literal(given, ignoreCase)),
  escaped: (given) => character(escaped(given, ignoreCase)),
  classText: /^\[(\^?\]?(?:\\[\s\S]|[^\]\\])*)\]/u,
  characterClass: (body) => character(characterClass(body, ignoreCase)),
  groupStart: /^\?:/u,
  mostRepetitions: Infinity,
  looksAhead: true,
});

/**
 * A test for the part of .NET's regular expressions that has one meaning: literals, classes, `.`,
 * anchors, groups, choices, repetitions, `(?i)` in front, and look-ahead right after `^`, which is how
 * filters leave things out. Other look-around, back-references, named groups, other inline options
 * and `\b \G \p \u \x` throw `RegexRefused`.
 */
export function compileFilterRegex(pattern: string): (text: string) => boolean {
  const ignoreCase = pattern.startsWith(INLINE_IGNORE_CASE);
  const given = ignoreCase ? pattern.slice(INLINE_IGNORE_CASE.length) : pattern;
  return compileMatcher(parseRegex(given, dialect(ignoreCase)));
}
