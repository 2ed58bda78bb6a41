import type { Position } from '@jejak/domain';
import { Long } from 'mongodb';

const largest = 2n ** 63n - 1n;

function assertInt64(value: bigint, part: string): void {
  if (value >= 0n && value <= largest) return;
  throw new RangeError(`The ${part} position ${value.toString()} does not fit in a BSON Long`);
}

/**
 * A position as it is stored: two BSON Longs (a bigint is serialised as one).
 * Throws RangeError outside 0 … 2^63 - 1, where a Long would wrap round and sort wrongly.
 */
export function encodePosition(position: Position): Position {
  assertInt64(position.commit, 'commit');
  assertInt64(position.prepare, 'prepare');
  return position;
}

function decodePart(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (value instanceof Long) return value.toBigInt();
  throw new TypeError(`A stored position holds ${typeof value} where a BSON Long belongs`);
}

/**
 * Reads a stored position. Throws TypeError for anything but two Longs: a JavaScript number may
 * have lost its last digits and would then skip or repeat events.
 */
export function decodePosition(value: unknown): Position {
  if (typeof value !== 'object' || value === null) throw new TypeError('No position is stored');
  const { commit, prepare } = value as Partial<Record<keyof Position, unknown>>;
  return { commit: decodePart(commit), prepare: decodePart(prepare) };
}

/** True when something at `position` is already contained in what stands at `place`. */
export function isAtOrBefore(position: Position, place: Position | null): boolean {
  if (place === null) return false;
  if (position.commit !== place.commit) return position.commit < place.commit;
  return position.prepare <= place.prepare;
}
