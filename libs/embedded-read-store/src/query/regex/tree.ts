/** What stands in a text without taking a character of it. */
export type Anchor =
  'start' | 'line-start' | 'end' | 'line-end' | 'last-end' | 'boundary' | 'inside';

/** A regular expression as a tree. Only whether a text matches is asked, never where. */
export type Expression =
  | {
      readonly kind: 'character';
      /** The same in JavaScript's notation. */
      readonly source: string;
      readonly test: (character: string) => boolean;
      /** The one character it takes, when it is just that. */
      readonly literal?: string;
    }
  | { readonly kind: 'anchor'; readonly at: Anchor }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly part: Expression;
      readonly min: number;
      /** Infinity: without bound. */
      readonly max: number;
    };

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
