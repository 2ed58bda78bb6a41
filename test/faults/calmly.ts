import { setTimeout as sleep } from 'node:timers/promises';

import { MongoNetworkError, MongoServerSelectionError } from 'mongodb';

/**
 * For what the harness itself asks of the read store: its pool may hold connections of a node that
 * has ended. What is asked must bear repetition. Throws what the last of ten attempts throws.
 */
export async function calmly<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const isPassing =
        error instanceof MongoNetworkError || error instanceof MongoServerSelectionError;
      if (!isPassing || attempt === 10) throw error;
      // A node that is ending has not ended yet, and a new one takes a moment.
      await sleep(5 * attempt);
    }
  }
}
