import { createHash } from 'node:crypto';

/** Numbers that look like chance and follow from a seed alone. */
export interface Random {
  /** From 0 to below 1. */
  next(): number;
  /** A whole number from `least` to `most`, both included. */
  integer(least: number, most: number): number;
  /** True in this share of the cases. */
  chance(share: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
}

/**
 * A generator of its own for each purpose, so that more of one thing changes nothing of another.
 * The sequence is sfc32 (C. Doty-Humphrey, PractRand), begun from SHA-256 over seed and purpose.
 */
export function randomFor(seed: number, ...purpose: readonly (string | number)[]): Random {
  const digest = createHash('sha256')
    .update([seed, ...purpose].join('/'))
    .digest();
  let [a, b, c] = [digest.readInt32LE(0), digest.readInt32LE(4), digest.readInt32LE(8)];
  let counter = 1;
  const next = (): number => {
    const mixed = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + mixed;
    return (mixed >>> 0) / 2 ** 32;
  };
  const integer = (least: number, most: number): number =>
    least + Math.floor(next() * (most - least + 1));
  return {
    next,
    integer,
    chance: (share) => next() < share,
    pick<Item>(items: readonly Item[]): Item {
      const item = items[integer(0, items.length - 1)];
      if (item === undefined) throw new RangeError('Nothing to pick from');
      return item;
    },
  };
}

/** SHA-256 in hex of something that is not there: the generated year has no files. */
export const madeUpDigest = (...of: readonly (string | number)[]): string =>
  createHash('sha256').update(of.join('/')).digest('hex');

/** A UUID (version 8, RFC 9562) that follows from what it stands for. */
export function madeUpUuid(...of: readonly (string | number)[]): string {
  const hex = madeUpDigest(...of);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
