import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Position } from '@jejak/domain';

import { recordedEvent, storedRecord } from '../codec/decode';
import { encodeEvent } from '../codec/encode';
import type { Appended, EventStore, ReadStreamOptions, StoredEvent } from '../event-store';
import { StoreUnavailable, UnknownOutcome } from '../store-errors';
import { connector, type Credentials } from './connection';
import { dispose } from './dispose';
import { needsNewClient } from './needs-new-client';
import { createHeadReader } from './read-head';
import { readStream } from './read-stream';
import { sharedLane } from './shared-lanes';
import { knownPosition } from './stored-event';
import { subscribe } from './subscribe';
import { createSubscribers } from './subscribers';

export interface EventStoreOptions {
  /**
   * `esdb://host:port?tls=false`; `esdb+discover://` or several hosts ask the cluster for its leader.
   * `unix:///path` is an embedded node's Unix socket.
   */
  readonly connectionString: string;
  /** Until an append without an answer is an unknown outcome. Default 10,000. */
  readonly appendTimeoutMilliseconds?: number;
  /** Until a read that brings nothing is given up. Default 10,000. */
  readonly readTimeoutMilliseconds?: number;
  readonly credentials?: Credentials;
}

/**
 * An `EventStore` over the official client. Needs a server of version 23.10 or later, the first to
 * say when a subscription has caught up. Throws for a connection string it cannot use.
 */
export function createEventStore({
  connectionString,
  appendTimeoutMilliseconds = 10_000,
  readTimeoutMilliseconds = 10_000,
  credentials,
}: EventStoreOptions): EventStore {
  const connect = connector(connectionString, credentials);
  const laneKey = JSON.stringify([connectionString, appendTimeoutMilliseconds, credentials]);
  const lane = sharedLane(laneKey, connect, appendTimeoutMilliseconds);
  const subscribers = createSubscribers(connect);
  const readHead = createHeadReader(readTimeoutMilliseconds);
  const closing = new AbortController();
  let reader = connect();

  const assertOpen = (): void => {
    if (closing.signal.aborted) throw new StoreUnavailable(new Error('The event store was closed'));
  };

  /** The client reconnects by itself only after some errors; this does after the others. */
  const heed = (used: EventStoreDBClient, error: unknown): void => {
    if (used === reader && needsNewClient(error)) reader = connect();
  };

  async function* read<Item>(
    stream: string,
    options: ReadStreamOptions,
    itemOf: (stored: StoredEvent) => Item,
  ): AsyncGenerator<Item> {
    assertOpen();
    const used = reader;
    try {
      yield* readStream(used, stream, options, itemOf, readTimeoutMilliseconds);
    } catch (error) {
      heed(used, error);
      throw error;
    }
    // Closing makes the client finish its reads as if they were complete.
    assertOpen();
  }

  /** For servers that answer a repeated append without its position. */
  async function positionOf(stream: string, revision: bigint): Promise<Position> {
    try {
      for await (const event of read(stream, { from: revision, limit: 1 }, recordedEvent)) {
        return event.position;
      }
      throw new Error(`Event ${revision} was written but cannot be read`);
    } catch (error) {
      throw new UnknownOutcome(stream, error);
    }
  }

  return {
    async append(stream, expected, events): Promise<Appended> {
      const encoded = events.map((event) => encodeEvent(event));
      const result = await lane.append(stream, expected, encoded);
      const revision = result.nextExpectedRevision;
      const position = knownPosition(result.position) ?? (await positionOf(stream, revision));
      return { revision, position };
    },
    readStream: (stream, options = {}) => read(stream, options, recordedEvent),
    readStored: (stream, options = {}) => read(stream, options, storedRecord),
    subscribe: (options) => {
      const signal = AbortSignal.any([options.signal, closing.signal]);
      return subscribe(subscribers, { ...options, signal }, readTimeoutMilliseconds);
    },
    async head() {
      assertOpen();
      const used = reader;
      try {
        return await readHead(used);
      } catch (error) {
        heed(used, error);
        throw error;
      }
    },
    async close() {
      closing.abort();
      await Promise.all([lane.close(), dispose(reader), subscribers.close()]);
    },
  };
}
