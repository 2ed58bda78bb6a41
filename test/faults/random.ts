/** A stream of choices that the same seed repeats. */
export interface Random {
  /** From 0, below `bound`. */
  below(bound: number): number;
  /** Both ends included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** Throws RangeError for an empty list. */
  pick<Item>(items: readonly Item[]): Item;
  /** By weight; a weight of 0 is never picked. Throws RangeError when all are 0. */
  weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name;
  /** In the form of a version 4 UUID. */
  uuid(): string;
}

/** Mixes 32 bits so that neighbours have nothing in common (the finaliser of MurmurHash3). */
function mixed(bits: number): number {
  let mixing = bits | 0;
  mixing = Math.imul(mixing ^ (mixing >>> 16), 0x85ebca6b);
  mixing = Math.imul(mixing ^ (mixing >>> 13), 0xc2b2ae35);
  return (mixing ^ (mixing >>> 16)) >>> 0;
}

/** Round `round` of `seed`: each round can be repeated without those before it. */
export function randomOf(seed: number, round: number): Random {
  const start = mixed(mixed(seed) ^ Math.imul(round + 1, 0x9e3779b1));
  let drawn = 0;
  const bits = (): number => {
    drawn += 1;
    return mixed(start + Math.imul(drawn, 0x9e3779b9));
  };
  const below = (bound: number): number => Math.floor((bits() / 2 ** 32) * bound);
  const pick = <Item>(items: readonly Item[]): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new RangeError('Nothing to pick from');
    return item;
  };
  const hex = (digits: number): string =>
    Array.from({ length: digits }, () => below(16).toString(16)).join('');

  return {
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => bits() / 2 ** 32 < probability,
    pick,
    weighted(weights) {
      const entries = Object.entries<number>(weights);
      let left = (bits() / 2 ** 32) * entries.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [name, weight] of entries) {
        left -= weight;
        if (left < 0) return name as keyof typeof weights;
      }
      throw new RangeError('Nothing to pick from');
    },
    uuid: () => `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`,
  };
}
