/** What a JSON body may hold; counted over the whole body unless said otherwise. */
export interface JsonLimits {
  /** Objects and lists inside each other; the outermost counts as 1. */
  readonly depth: number;
  readonly keys: number;
  /** Items of all lists together: what 256 KiB of `{},{},{}` would cost to validate. */
  readonly items: number;
  /** UTF-8 bytes of one text or key. */
  readonly stringBytes: number;
}

export const JSON_LIMITS: JsonLimits = {
  depth: 32,
  // A framework of 122 sub-indicators with the 660 documents it asks for has 2,900.
  keys: 5_000,
  items: 10_000,
  stringBytes: 64 * 1024,
};
