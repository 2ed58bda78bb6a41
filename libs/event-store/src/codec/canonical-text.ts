/**
 * RFC 8785 text of a JSON value: keys sorted by UTF-16 code unit, no white space. Numbers and
 * strings are what `JSON.stringify` makes of them, which is how the RFC defines them.
 *
 * Written here because the `canonicalize` package declares only an `import` entry, which CommonJS
 * output cannot load; a test holds this function against it.
 */
export function canonicalText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalText).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const source = value as Readonly<Record<string, unknown>>;
    const members = Object.keys(source)
      .sort()
      .map((key) => `${JSON.stringify(key)}:${canonicalText(source[key])}`);
    return `{${members.join(',')}}`;
  }
  return JSON.stringify(value);
}
