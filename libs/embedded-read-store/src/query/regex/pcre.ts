import { type Dialect } from '@jejak/embedded-node';
import { characterClass, dot, escaped, literal } from './characters';

/** The options of a regular expression, as the server reads them. */
export interface Flags {
  /** `i`: letters match whatever their case. */
  readonly ignoreCase: boolean;
  /** `m`: `^` and `$` also stand at line ends. */
  readonly multiline: boolean;
  /** `s`: the dot also takes a line feed. */
  readonly dotAll: boolean;
  /** `x`: white space and comments in the pattern mean nothing. */
  readonly extended: boolean;
}

/** PCRE, without what is no regular language. */
export const pcre = ({ ignoreCase, multiline, dotAll, extended }: Flags): Dialect => ({
  caret: multiline ? 'line-start' : 'start',
  dollar: multiline ? 'line-end' : 'last-end',
  letterAnchors: { A: 'start', z: 'end', Z: 'last-end', b: 'boundary', B: 'inside' },
  dot: dot(dotAll),
  literal: (character) => literal(character, ignoreCase),
  escaped: (character) => escaped(character, ignoreCase),
  classText: /^\[(\^?\]?(?:\[:\w+:\]|\\[\s\S]|[^\]\\])*)\]/u,
  characterClass: (body) => characterClass(body, ignoreCase),
  groupStart: /^\?(?::|P?<[A-Za-z_]\w*>|'[A-Za-z_]\w*')/u,
  ...(extended && { blank: /^(?:\s|#[^\n]*(?:\n|$))+/u }),
  // PCRE's own limit.
  mostRepetitions: 65_535,
  looksAhead: false,
});
