/**
 * What is wrong with a value, null when nothing is. The text begins with the path inside the value
 * (` is not text`, `.name is not text`), so that none is built for a value without a fault.
 */
export type Check = (value: unknown) => string | null;

/**
 * A check tied to the type it checks: a `Shape<T>` for a wider or narrower type does not compile, so
 * a registry entry cannot fall behind its event.
 */
export interface Shape<T> extends Check {
  /** Never present: makes the type parameter count, in both directions. */
  readonly checks?: (value: T) => T;
}

/** The same with the name of the value in front: `data.name is not text`. */
export function problemOf(check: Check, value: unknown, name: string): string | null {
  const problem = check(value);
  return problem === null ? null : `${name}${problem}`;
}

export const text: Shape<string> = (value) => (typeof value === 'string' ? null : ' is not text');

export const truth: Shape<boolean> = (value) =>
  typeof value === 'boolean' ? null : ' is not true or false';

/** An integer that every JSON reader represents exactly. */
export const integer: Shape<number> = (value) =>
  Number.isSafeInteger(value) ? null : ' is not an integer within 2^53';

export function matching(pattern: RegExp, what: string): Shape<string> {
  const problem = ` is not ${what}`;
  return (value) => (typeof value === 'string' && pattern.test(value) ? null : problem);
}

export function oneOf<const T extends string>(...values: readonly T[]): Shape<T> {
  const problem = ` is not one of ${values.join(', ')}`;
  return (value) => ((values as readonly unknown[]).includes(value) ? null : problem);
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return (value) => (value === null ? null : shape(value));
}

export function either<A, B>(first: Shape<A>, second: Shape<B>): Shape<A | B> {
  return (value) => {
    const problem = first(value);
    return problem === null || second(value) === null ? null : problem;
  };
}

export function list<T>(element: Shape<T>): Shape<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return ' is not a list';
    for (let index = 0; index < value.length; index += 1) {
      const problem = element(value[index]);
      if (problem !== null) return `[${index}]${problem}`;
    }
    return null;
  };
}

/** Keys whose type admits `undefined`: such a key may be absent. */
export function optional<T>(shape: Shape<T>): Shape<T | undefined> {
  return (value) => (value === undefined ? null : shape(value));
}
