import type { Position } from '@jejak/domain';

import { isAtOrBefore } from '../view/position-codec';
import type { ParkedKey, ParkedKind, ParkedRecord } from '../storage/parked';

/** What is parked in a generation, known to its only writer. */
export interface ParkedKeys {
  readonly count: () => number;
  /** True when an event of this key at this position is parked itself or waits behind one. */
  holdsBack(kind: ParkedKind, key: string, position: Position): boolean;
  get(key: ParkedKey): ParkedRecord | null;
  all(): readonly ParkedRecord[];
  put(record: ParkedRecord): void;
  remove(key: ParkedKey): void;
}

const keyOf = ({ kind, key }: ParkedKey): string => `${kind}/${key}`;

export function createParkedKeys(records: readonly ParkedRecord[]): ParkedKeys {
  const parked = new Map(records.map((record) => [keyOf(record), record]));
  return {
    count: () => parked.size,
    holdsBack(kind, key, position) {
      if (parked.size === 0) return false;
      const record = parked.get(keyOf({ kind, key }));
      return record !== undefined && isAtOrBefore(record.event.position, position);
    },
    get: (key) => parked.get(keyOf(key)) ?? null,
    all: () => [...parked.values()],
    put(record) {
      parked.set(keyOf(record), record);
    },
    remove(key) {
      parked.delete(keyOf(key));
    },
  };
}
