/** A regular expression as a tree. Only whether a text matches is asked, never what or where. */
export type Expression =
  | { readonly kind: 'character'; readonly test: (character: string) => boolean }
  | { readonly kind: 'sequence'; readonly parts: readonly Expression[] }
  | { readonly kind: 'choice'; readonly options: readonly Expression[] }
  | {
      readonly kind: 'repeat';
      readonly part: Expression;
      readonly min: number;
      /** Infinity: without bound. */
      readonly max: number;
    }
  | { readonly kind: 'anchor'; readonly at: Anchor }
  /** What follows here is met, or is not, without being taken. */
  | { readonly kind: 'look-ahead'; readonly inside: Expression; readonly negative: boolean };

/** `$` also stands before a line feed that ends the text, as in .NET. */
export type Anchor = 'start' | 'end' | 'end-or-last-line-feed';

/** The expression is not well formed, or uses what this engine leaves out. */
export class UnsupportedRegex extends Error {}
