/** JSON as Jejak stores it: whole numbers only, so that every reader sees the same values. */
export type StrictJson =
  string | number | boolean | null | readonly StrictJson[] | { readonly [key: string]: StrictJson };

export type StrictJsonObject = Readonly<Record<string, StrictJson>>;

/** A value that has no exact, portable JSON form. Thrown before anything is sent. */
export class NotStrictJson extends Error {
  override readonly name = 'NotStrictJson';
  constructor(
    readonly path: string,
    readonly problem: string,
  ) {
    super(`${path}: ${problem}`);
  }

  /** The same problem, seen from one level further out. */
  within(place: string): NotStrictJson {
    return new NotStrictJson(`${place}${this.path}`, this.problem);
  }
}

/** Deeper nesting is a cycle or a mistake; it would end as a stack overflow inside the client. */
const deepest = 64;

/** Most texts have none at all, which is cheap to see. */
const anySurrogate = /[\ud800-\udfff]/;

const loneSurrogate = /\p{Surrogate}/u;

const isBroken = (text: string): boolean => anySurrogate.test(text) && loneSurrogate.test(text);

/** JavaScript enumerates such keys first, whatever their place: the canonical order would be lost. */
const integerLike = /^(0|[1-9]\d*)$/;

/**
 * A copy of `value` whose keys are sorted as RFC 8785 demands (by UTF-16 code unit), at every
 * level. `JSON.stringify` of the copy gives the canonical bytes, because a plain object keeps the
 * order its keys were added in; that is how the store's client, which stringifies for itself, is
 * made to send canonical JSON.
 *
 * Throws `NotStrictJson` for whatever would change, vanish or hang on the way: floats, integers
 * beyond 2^53 - 1, BigInt (on which the client never settles), `undefined`, `toJSON`, class
 * instances, lone surrogates, integer-like keys, cycles.
 */
export function strictJson(value: unknown): StrictJson {
  return fromRoot(() => strictValue(value, 0));
}

export function strictJsonObject(value: object): StrictJsonObject {
  return fromRoot(() => {
    if (Array.isArray(value)) throw new NotStrictJson('', 'is a list, not an object');
    return strictObject(value, 1);
  });
}

function fromRoot<Result>(copy: () => Result): Result {
  try {
    return copy();
  } catch (error) {
    throw outwards(error, '$');
  }
}

function strictValue(value: unknown, depth: number): StrictJson {
  switch (typeof value) {
    case 'string':
      if (isBroken(value)) throw new NotStrictJson('', 'has a lone surrogate');
      return value;
    case 'number':
      if (!Number.isSafeInteger(value)) {
        throw new NotStrictJson('', 'is not an integer within 2^53; decimals are text');
      }
      return value === 0 ? 0 : value;
    case 'boolean':
      return value;
    case 'object':
      if (value === null) return null;
      if (depth >= deepest) throw new NotStrictJson('', 'is nested too deep or contains itself');
      return Array.isArray(value) ? strictArray(value, depth + 1) : strictObject(value, depth + 1);
    case 'bigint':
    case 'undefined':
    case 'function':
    case 'symbol':
      throw new NotStrictJson('', `is ${typeof value}, which JSON does not know`);
  }
}

/** Says where it went wrong inside a value; only then is a path worth building. */
const outwards = (error: unknown, place: string): unknown =>
  error instanceof NotStrictJson ? error.within(place) : error;

function strictArray(values: readonly unknown[], depth: number): StrictJson[] {
  return Array.from(values, (value, index) => {
    try {
      return strictValue(value, depth);
    } catch (error) {
      throw outwards(error, `[${index}]`);
    }
  });
}

function strictObject(value: object, depth: number): StrictJsonObject {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotStrictJson('', 'is an instance of a class, not a plain object');
  }
  if ('toJSON' in value) throw new NotStrictJson('', 'has toJSON');
  const source = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, StrictJson> = {};
  for (const key of Object.keys(source).sort()) {
    assertKey(key);
    try {
      sorted[key] = strictValue(source[key], depth);
    } catch (error) {
      throw outwards(error, `.${key}`);
    }
  }
  return sorted;
}

function assertKey(key: string): void {
  if (integerLike.test(key)) throw new NotStrictJson(`.${key}`, 'is an integer-like key');
  if (key === '__proto__') throw new NotStrictJson(`.${key}`, 'is a reserved key');
  if (isBroken(key)) throw new NotStrictJson('', 'has a key with a lone surrogate');
}
