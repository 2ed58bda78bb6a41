import { type Reply } from './reply';

/** Events looked at in one turn of the event loop, so that appends get theirs. */
export const PAGE_SIZE = 128;

/** Lets other work have a turn, and waits while the reader is behind. */
export async function afterPage(reply: Reply, hasRoom: boolean): Promise<void> {
  if (hasRoom) await new Promise((resolve) => setImmediate(resolve));
  else await reply.drained();
}

/** A position or revision from the wire as a number; beyond 2^53 is beyond every log. */
export function toNumber(value: bigint): number {
  return Number(value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : value);
}
