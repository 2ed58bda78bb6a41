import type { EventStoreDBClient } from '@eventstore/db-client';

/** Longest wait for the calls of a client to end, in milliseconds: cancelling them is quick. */
const patience = 2_000;

/**
 * Ends every call of a client that is not used again. Resolves when they have ended, or after two
 * seconds without them: the client waits for each of them without limit, and one whose consumer
 * failed in the middle of an answer never ends. What is left is for the garbage collector. Not for a
 * client of appends that is replaced: see `createAppendLane`.
 */
export async function dispose(client: Pick<EventStoreDBClient, 'dispose'>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, patience);
  });
  await Promise.race([client.dispose(), enough]);
  clearTimeout(timer);
}
