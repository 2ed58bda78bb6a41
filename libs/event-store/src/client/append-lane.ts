import {
  type AppendResult,
  type EventStoreDBClient,
  jsonEvent,
  NO_STREAM,
} from '@eventstore/db-client';

import type { EncodedEvent } from '../codec/encode';
import type { ExpectedRevision } from '../event-store';
import { StoreUnavailable, UnknownOutcome } from '../store-errors';
import { appendFailure } from './append-errors';
import type { Connect } from './connection';
import { dispose } from './dispose';

/** Appends through one connection of its own, one at a time in the process. */
export interface AppendLane {
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly EncodedEvent[],
  ): Promise<AppendResult>;
  close(): Promise<void>;
}

/**
 * The client sends all appends over one stream, without a time-out of its own, and keeps what is
 * pending in a table of its module, shared by all clients of the process. An answer that finds no
 * entry there throws where nobody can catch it. Entries are removed when any such stream breaks;
 * therefore two of these streams must never be open at once:
 *
 * - Appends have a client of their own, so that a failing read cannot replace the channel below them.
 * - After a break the old client is disposed of completely before the next one is used.
 * - An append that timed out keeps its entry; its late answer then finds it and is ignored. Only when
 *   a stream that used to answer has answered nothing at all since is it taken for dead and replaced.
 *   A client that never answered is still connecting, and would open its stream after it was
 *   disposed of; connecting has an end of its own, and then fails.
 */
export function createAppendLane(connect: Connect, timeoutMilliseconds: number): AppendLane {
  let client = connect();
  let ready: Promise<void> | null = null;
  /** How many appends were answered through the client in use. */
  let answers = 0;
  let isClosed = false;

  function replace(broken: EventStoreDBClient): void {
    if (broken !== client || isClosed) return;
    client = connect();
    answers = 0;
    const renewal = broken.dispose().then(nextTurn);
    ready = renewal;
    void renewal.then(() => {
      if (ready === renewal) ready = null;
    });
  }

  return {
    async append(stream, expected, events) {
      while (ready !== null) await ready;
      if (isClosed) throw new StoreUnavailable(new Error('The event store was closed'));
      const used = client;
      const answersBefore = answers;
      const appending = used.appendToStream(
        stream,
        events.map(({ id, type, data, metadata }) => jsonEvent({ id, type, data, metadata })),
        {
          expectedRevision: expected === 'none' ? NO_STREAM : expected,
          deadline: timeoutMilliseconds,
        },
      );
      try {
        const result = await withinTime(appending, timeoutMilliseconds);
        if (result === timedOut) {
          if (answers > 0 && answers === answersBefore) replace(used);
          throw new UnknownOutcome(stream, new Error(`No answer in ${timeoutMilliseconds} ms`));
        }
        if (used === client) answers += 1;
        return result;
      } catch (error) {
        if (error instanceof UnknownOutcome) throw error;
        const failure = appendFailure(stream, error);
        if (!failure.isAnswer) replace(used);
        else if (used === client) answers += 1;
        throw failure.error;
      }
    },

    async close() {
      isClosed = true;
      await ready;
      await dispose(client);
    },
  };
}

const timedOut = Symbol('timed out');

/** The work goes on when its time is over; what becomes of it then is nobody's business. */
function withinTime<Result>(
  work: Promise<Result>,
  milliseconds: number,
): Promise<Result | typeof timedOut> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds, timedOut);
    work.then(resolve, reject).finally(() => {
      clearTimeout(timer);
    });
  });
}

const nextTurn = (): Promise<void> =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });
