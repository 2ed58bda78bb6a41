/**
 * Checks of shape, tied to the type they check: a `Shape<T>` for a wider or narrower type does not
 * compile, so a registry entry cannot fall behind its event.
 */
export interface Shape<T> {
  /** What is wrong with the value, with the path to it; null when nothing is. */
  (value: unknown, path: string): string | null;
  /** Never present: makes the type parameter count, in both directions. */
  readonly checks?: (value: T) => T;
}

export const text: Shape<string> = (value, path) =>
  typeof value === 'string' ? null : `${path} is not text`;

export const truth: Shape<boolean> = (value, path) =>
  typeof value === 'boolean' ? null : `${path} is not true or false`;

/** An integer that every JSON reader represents exactly. */
export const integer: Shape<number> = (value, path) =>
  Number.isSafeInteger(value) ? null : `${path} is not an integer within 2^53`;

export function matching(pattern: RegExp, what: string): Shape<string> {
  return (value, path) =>
    typeof value === 'string' && pattern.test(value) ? null : `${path} is not ${what}`;
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  return (value, path) =>
    (values as readonly unknown[]).includes(value)
      ? null
      : `${path} is not one of ${values.join(', ')}`;
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value, path) => (value === null ? null : shape(value, path));
}

export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value, path) => {
    const problem = first(value, path);
    return problem === null || second(value, path) === null ? null : problem;
  };
}

export function list<T>(element: Shape<T>): Shape<readonly T[]> {
  return (value, path) => {
    if (!Array.isArray(value)) return `${path} is not a list`;
    for (const [index, item] of value.entries()) {
      const problem = element(item, `${path}[${index}]`);
      if (problem !== null) return problem;
    }
    return null;
  };
}

/** Keys whose type admits `undefined`: such a key may be absent. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value, path) => (value === undefined ? null : shape(value, path));
}

export type Fields<T> = { readonly [Key in keyof T]-?: Shape<T[Key]> };

/** An object with these keys and no others. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  const known = new Set(Object.keys(fields));
  const checked = openRecord(fields);
  return (value, path) => {
    const problem = checked(value, path);
    if (problem !== null) return problem;
    const unknown = Object.keys(value as object).find((key) => !known.has(key));
    return unknown === undefined ? null : `${path}.${unknown} is not a known key`;
  };
}

/** An object with these keys; others are passed over. */
export function openRecord<T extends object>(fields: Fields<T>): Shape<T> {
  const shapes = Object.entries<Shape<unknown>>(
    fields as unknown as Record<string, Shape<unknown>>,
  );
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return `${path} is not an object`;
    }
    const source = value as Readonly<Record<string, unknown>>;
    for (const [key, shape] of shapes) {
      const member = Object.hasOwn(source, key) ? source[key] : undefined;
      const problem = shape(member, `${path}.${key}`);
      if (problem !== null) return member === undefined ? `${path}.${key} is missing` : problem;
    }
    return null;
  };
}
