import { type OperationsClient, RequestRefused } from '@jejak/client';

import { type Clock } from './clock';
import { isAway } from './is-away';

/** Milliseconds a service may be away that is told to give up a build. */
const patience = 8_000;
/** Milliseconds until the next try where the service names no time. */
const pause = 1_000;

/**
 * Gives a build up, and asks again for a few seconds while the service cannot: it opens its views
 * again whenever something about them was changed. Throws what the last try threw.
 */
export async function giveUpBuild(
  client: Pick<OperationsClient, 'cancel'>,
  view: string,
  clock: Clock,
): Promise<void> {
  const deadline = clock.now() + patience;
  for (let isFirst = true; ; isFirst = false) {
    try {
      await client.cancel(view);
      return;
    } catch (error) {
      // A try before it was not answered, and has done it nevertheless.
      if (!isFirst && isNoBuild(error)) return;
      const wait = pauseAfter(error);
      if (!isAway(error) || clock.now() + wait > deadline) throw error;
      await clock.sleep(wait);
    }
  }
}

const isNoBuild = (error: unknown): boolean =>
  error instanceof RequestRefused && error.problem.code === 'projection.no-build';

function pauseAfter(error: unknown): number {
  const seconds = error instanceof RequestRefused ? error.problem.retryAfterSeconds : undefined;
  return seconds === undefined ? pause : Math.max(0.1, seconds) * 1_000;
}
