import canonicalize from 'canonicalize';

/** RFC 8785 text of a JSON value. Throws for what is none: a function, a symbol, undefined. */
export function canonicalText(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError(`A ${typeof value} has no JSON form`);
  return text;
}
