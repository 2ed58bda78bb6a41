import type { Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';

import { sleep } from '../waiting/back-off';
import { isAtOrBefore } from '../view/position-codec';
import type { HeadStatus } from './view-status';

export interface HeadWatch {
  /** Reads the head again and again until the signal aborts. */
  run(signal: AbortSignal): Promise<void>;
  /** An event was received: the head stands there at least. */
  readonly received: (position: Position) => void;
  readonly newest: () => Position | null;
  status(): HeadStatus;
}

export interface HeadWatchOptions {
  readonly store: Pick<EventStore, 'head'>;
  readonly intervalMilliseconds: number;
  readonly clock: () => Date;
  readonly onHead: (head: Position | null) => void;
  /** Called once for each row of failed readings. */
  readonly onFailure: (error: unknown) => void;
}

/** Knows the newest position of the log. A failed reading leaves the last one to grow old visibly. */
export function createHeadWatch(options: HeadWatchOptions): HeadWatch {
  const { store, intervalMilliseconds, clock, onHead, onFailure } = options;
  let newest: Position | null = null;
  let readAt: Date | null = null;
  let failing = false;

  const received = (position: Position): void => {
    if (!isAtOrBefore(position, newest)) newest = position;
  };

  return {
    async run(signal) {
      while (!signal.aborted) {
        const asked = clock();
        try {
          const { newest: head } = await store.head();
          if (head !== null) received(head);
          readAt = asked;
          failing = false;
          onHead(newest);
        } catch (error) {
          if (!failing) onFailure(error);
          failing = true;
        }
        await sleep(intervalMilliseconds, signal);
      }
    },
    received,
    newest: () => newest,
    status: () => ({
      position: newest,
      ageSeconds:
        readAt === null ? null : Math.max(0, (clock().getTime() - readAt.getTime()) / 1_000),
    }),
  };
}
