import { AnotherWriter, LeaseLost } from '../errors';
import type { ProjectionStorage } from '../storage/projection-storage';
import type { Writes } from './feed';

/** A generation's documents or rows were refused for what they are, not for the server's sake. */
export class WriteRefused extends Error {
  override readonly name = 'WriteRefused';
  constructor(
    readonly writes: Writes,
    override readonly cause: unknown,
  ) {
    super(`What was folded for ${writes.feed.view.name} cannot be stored`);
  }
}

/** True for failures that reading again from the checkpoint cures. */
export const isInterruption = (
  error: unknown,
  storage: Pick<ProjectionStorage, 'isOutage'>,
): boolean =>
  error instanceof AnotherWriter || error instanceof LeaseLost || storage.isOutage(error);

/** Most documents or rows in one command: a larger one costs memory and saves nothing. */
const atOnce = 1_000;

async function inParts<Item>(
  items: readonly Item[],
  send: (part: readonly Item[]) => Promise<void>,
): Promise<void> {
  for (let start = 0; start < items.length; start += atOnce) {
    await send(items.length <= atOnce ? items : items.slice(start, start + atOnce));
  }
}

async function writeOne(writes: Writes, storage: ProjectionStorage): Promise<void> {
  const { feed, operations, rows, queued } = writes;
  const { generation } = feed;
  try {
    if (queued.length > 0) await storage.queue(feed.lease, queued);
    await inParts(operations, (part) => storage.write(generation, part));
    await inParts(rows, (part) => storage.add(generation, part));
  } catch (error) {
    throw isInterruption(error, storage) ? error : new WriteRefused(writes, error);
  }
}

/**
 * Writes what was taken from the feeds: the documents and rows of each, then the checkpoints of all
 * in one command. Throws when any part fails; everything is then to be read again from the
 * checkpoints, of which none has passed what was not written.
 */
export async function write(all: readonly Writes[], storage: ProjectionStorage): Promise<void> {
  const settled = await Promise.allSettled(all.map((writes) => writeOne(writes, storage)));
  for (const result of settled) if (result.status === 'rejected') throw result.reason;
  if (all.length > 0) {
    await storage.saveCheckpoints(
      all.map(({ feed, from, to }) => {
        const { lease, parked } = feed;
        return { lease, from, to, parked: parked.count() };
      }),
    );
  }
  for (const { feed, operations, rows, to } of all) {
    feed.arrived(to);
    feed.progress.wrote({ documents: operations.length, rows: rows.length });
  }
}
