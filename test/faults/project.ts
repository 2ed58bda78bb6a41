import type { Position } from '@jejak/domain';
import type { EventStore } from '@jejak/event-store';
import { anyView, createProjectionRuntime, type ProjectionRuntime } from '@jejak/projection';
import { MongoClient, type MongoClientOptions } from 'mongodb';

import type { RoundSettings } from './plan/settings';
import { viewsOf, type Release } from './views';

/** What a runtime is to do, and through which line to the read store; crosses to other processes. */
export interface Assignment {
  readonly readStorePort: number;
  readonly database: string;
  /** The log of the round begins after this; null: with the store. */
  readonly base: Position | null;
  readonly release: Release;
  /** Null: a name of its own, so that others wait until its leases are over. */
  readonly writer: string | null;
  readonly settings: RoundSettings;
}

export interface Projecting {
  readonly runtime: ProjectionRuntime;
  readonly client: MongoClient;
}

export const addressOf = (port: number): string =>
  `mongodb://127.0.0.1:${port}/?directConnection=true`;

/** The driver notices quickly that a server went and that it came back. */
export const hasty: MongoClientOptions = {
  serverSelectionTimeoutMS: 300,
  connectTimeoutMS: 1_000,
  heartbeatFrequencyMS: 500,
  minHeartbeatFrequencyMS: 10,
  serverMonitoringMode: 'poll',
  retryReads: false,
  retryWrites: false,
};

/** A started runtime with a connection of its own to the read store. */
export async function project(
  { readStorePort, database, base, release, writer, settings }: Assignment,
  log: EventStore,
  onClient?: (client: MongoClient) => void,
  patience: MongoClientOptions = {},
): Promise<Projecting> {
  const client = new MongoClient(addressOf(readStorePort), {
    ...hasty,
    ...patience,
    monitorCommands: onClient !== undefined,
  });
  onClient?.(client);
  const { batchEvents, catchingUpMilliseconds, liveMilliseconds, retryMilliseconds, ...others } =
    settings;
  const runtime = createProjectionRuntime({
    store: {
      ...log,
      subscribe: (wanted) => log.subscribe({ ...wanted, after: wanted.after ?? base }),
    },
    db: client.db(database),
    views: viewsOf(release).map(anyView),
    limits: { events: batchEvents, catchingUpMilliseconds, liveMilliseconds },
    retryDelay: () => retryMilliseconds,
    retryPauses: [1],
    skipsMilliseconds: 50,
    ...(writer === null ? {} : { writer }),
    ...others,
  });
  await runtime.start();
  return { runtime, client };
}
