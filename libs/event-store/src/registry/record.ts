import type { Check, Shape } from './shape';

export type Fields<T> = { readonly [Key in keyof T]-?: Shape<T[Key]> };

type Source = Readonly<Record<string, unknown>>;

/** An object with these keys and no others. */
export function record<T extends object>(fields: Fields<T>): Shape<T> {
  const { accepts, explain } = membersOf(fields);
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    if (isPlain(value) && accepts(value)) return null;
    const problem = explain(value);
    if (problem !== null) return problem;
    const unknown = Object.keys(value).find((key) => !Object.hasOwn(fields, key));
    return unknown === undefined ? null : `.${unknown} is not a known key`;
  };
}

/** An object with these keys; others are passed over. */
export function openRecord<T extends object>(fields: Fields<T>): Shape<T> {
  const { accepts, explain } = membersOf(fields);
  return (value) => {
    if (!isObject(value)) return ' is not an object';
    return isPlain(value) && accepts(value) ? null : explain(value);
  };
}

interface Members {
  /**
   * True for a plain object that has all the keys, no others, and nothing wrong with any. False says
   * nothing: what is stored has its keys in canonical order, and only in that order are they known.
   */
  readonly accepts: (source: Source) => boolean;
  /** What is wrong with the first key that is not as it should be. Right for any object, and slow. */
  readonly explain: (source: Source) => string | null;
}

interface Member {
  readonly key: string;
  readonly check: Check;
  readonly mayBeAbsent: boolean;
}

function membersOf<T extends object>(fields: Fields<T>): Members {
  const members = Object.entries<Check>(fields as unknown as Record<string, Check>).map(
    ([key, check]): Member => ({ key, check, mayBeAbsent: check(undefined) === null }),
  );
  const sorted = [...members].sort((a, b) => (a.key < b.key ? -1 : 1));
  return {
    accepts(source) {
      let index = 0;
      // Not over entries: the engine reads what this loop names without looking it up.
      for (const key in source) {
        let member = sorted[index];
        while (member !== undefined && member.key !== key && member.mayBeAbsent) {
          index += 1;
          member = sorted[index];
        }
        if (member?.key !== key || member.check(source[key]) !== null) return false;
        index += 1;
      }
      while (sorted[index]?.mayBeAbsent === true) index += 1;
      return index === sorted.length;
    },
    explain(source) {
      for (const { key, check } of members) {
        const member = Object.hasOwn(source, key) ? source[key] : undefined;
        const problem = check(member);
        if (problem !== null) return `.${key}${member === undefined ? ' is missing' : problem}`;
      }
      return null;
    },
  };
}

const isObject = (value: unknown): value is Source =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Everything enumerable in such an object is its own. */
const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
