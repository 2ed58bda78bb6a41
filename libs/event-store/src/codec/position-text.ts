import type { Position } from '@jejak/domain';

/** `<commit>/<prepare>`, both decimal: the form a position has outside the program. */
export function formatPosition({ commit, prepare }: Position): string {
  return `${commit}/${prepare}`;
}

const positionText = /^(0|[1-9]\d{0,19})\/(0|[1-9]\d{0,19})$/;

/** The store's positions are unsigned 64-bit. */
const highest = 2n ** 64n - 1n;

/** Null for anything `formatPosition` would not have written. */
export function parsePosition(text: string): Position | null {
  const match = positionText.exec(text);
  if (match?.[1] === undefined || match[2] === undefined) return null;
  const position = { commit: BigInt(match[1]), prepare: BigInt(match[2]) };
  return position.commit > highest || position.prepare > highest ? null : position;
}
