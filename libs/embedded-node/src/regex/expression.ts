/** Tests one character; a class never sees more, so it cannot backtrack. */
export type CharacterTest = (character: string) => boolean;

export interface CharacterExpression {
  readonly kind: 'character';
  readonly test: CharacterTest;
  /** The same in JavaScript's notation, where the dialect says it. */
  readonly source?: string;
  /** The one character it takes, when it is just that. */
  readonly literal?: string;
}

/** What stands in a text without taking a character of it. */
export type Anchor =
  | 'start'
  | 'line-start'
  | 'end'
  | 'line-end'
  /** The end, or before a line feed that ends the text. */
  | 'last-end'
  | 'boundary'
  | 'inside';

/** A regular expression as a tree. Only whether a text matches is asked, never what or where. */
export type Expression =
  | CharacterExpression
  | { readonly kind: 'anchor'; readonly at: Anchor }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly part: Expression;
      readonly min: number;
      /** Infinity: without bound. */
      readonly max: number;
    }
  /** What follows here is met, or is not, without being taken. */
  | { readonly kind: 'look-ahead'; readonly inside: Expression; readonly negative: boolean };

/** The message goes on from the words "the expression". */
export class RegexRefused extends Error {
  constructor(
    message: string,
    /** Whether it is well formed and uses what its dialect leaves out here, or is no expression. */
    readonly fault: 'unsupported' | 'malformed',
  ) {
    super(message);
  }
}
