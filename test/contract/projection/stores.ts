import { randomUUID } from 'node:crypto';

import type { JejakEvent, Position } from '@jejak/domain';
import { createEventStore, type EventStore } from '@jejak/event-store';
import { currentVersionOf } from '@jejak/event-store/registry/registry';
import {
  createProjectionRuntime,
  fromStored,
  notDeleted,
  viewCollection,
  type AnyView,
  type ProjectionLogEntry,
  type ProjectionRuntime,
  type ProjectionSettings,
} from '@jejak/projection';
import { MongoClient, type Db } from 'mongodb';

import { startEventStoreUnderTest, type EventStoreUnderTest } from '../event-store-under-test';
import { startReadStoreUnderTest, type ReadStoreUnderTest } from '../read-store-under-test';

export interface Stores {
  readonly eventStore: EventStoreUnderTest;
  readonly readStore: ReadStoreUnderTest;
  readonly store: EventStore;
  readonly mongo: MongoClient;
  /** An empty database of its own. */
  database(): Db;
  /** Appends to a stream that nobody else writes; answers with the last position. */
  record(...events: readonly JejakEvent[]): Promise<Position>;
  /** A started runtime that `stop` stops. */
  project(db: Db, views: readonly AnyView[], settings?: ProjectionSettings): Promise<Running>;
  stop(): Promise<void>;
}

export interface Running extends ProjectionRuntime {
  readonly entries: ProjectionLogEntry[];
}

export async function startStores(): Promise<Stores> {
  const [eventStore, readStore] = await Promise.all([
    startEventStoreUnderTest(),
    startReadStoreUnderTest(),
  ]);
  const store = createEventStore({ connectionString: eventStore.connectionString });
  const mongo = await new MongoClient(readStore.connectionString).connect();
  const stream = `pact-${randomUUID()}`;
  const runtimes: ProjectionRuntime[] = [];
  let recorded = 0;

  return {
    eventStore,
    readStore,
    store,
    mongo,
    database: () => mongo.db(`projection-${randomUUID().slice(0, 8)}`),
    async record(...events) {
      const expected = recorded === 0 ? 'none' : BigInt(recorded - 1);
      recorded += events.length;
      const appended = await store.append(
        stream,
        expected,
        events.map((event) => ({ id: randomUUID(), event, metadata: metadataOf(event) })),
      );
      return appended.position;
    },
    async project(db, views, settings = {}) {
      const entries: ProjectionLogEntry[] = [];
      const logger = (entry: ProjectionLogEntry): void => {
        entries.push(entry);
      };
      const quick = { retryDelay: () => 10, headIntervalMilliseconds: 50, logger };
      const runtime = createProjectionRuntime({ store, db, views, ...quick, ...settings });
      runtimes.push(runtime);
      await runtime.start();
      return { ...runtime, entries };
    },
    async stop() {
      await Promise.all(runtimes.map((runtime) => runtime.stop()));
      await Promise.all([store.close(), mongo.close()]);
      await Promise.all([eventStore.stop(), readStore.stop()]);
    },
  };
}

/** The view's own fields of every document that is not deleted, by identifier. */
export async function documentsOf(db: Db, view: AnyView): Promise<Record<string, object>> {
  const stored = await viewCollection(db, view).find(notDeleted).sort({ _id: 1 }).toArray();
  return Object.fromEntries(stored.map((document) => [document._id, fromStored(document)]));
}

const metadataOf = ({ type }: JejakEvent) => ({
  $correlationId: randomUUID(),
  $causationId: randomUUID(),
  commandId: randomUUID(),
  commandSha256: '0'.repeat(64),
  actor: { kind: 'system' as const, id: 'contract' },
  recordedAt: new Date().toISOString(),
  schemaVersion: currentVersionOf(type),
});

export const signature = (pact: string, name: string): JejakEvent => ({
  type: 'PactSigned',
  data: {
    pact,
    region: '36.73',
    signatory: { position: 'Mayor', name, outside: false, region: null },
    signedOn: '2026-01-02',
    signatureReference: null,
  },
});

export const striking = (pact: string): JejakEvent => ({
  type: 'PactSuperseded',
  data: {
    pact,
    region: '36.73',
    ground: 'text-replaced',
    reason: 'A new text is in force',
    successor: null,
    on: null,
  },
});
