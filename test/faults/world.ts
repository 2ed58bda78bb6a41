import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createEventStore, type EventStore } from '@jejak/event-store';
import { MongoClient } from 'mongodb';

import { openLine, type Line } from './line/line';
import type { StoreName } from './plan/step';
import { createNursery, type Nursery } from './processes/nursery';
import { addressOf, hasty } from './project';
import { startStoreNode, type StoreNode } from './store-node';

/** Both stores in processes of their own, and the ways to them. They stay for many rounds. */
export interface World {
  readonly nursery: Nursery;
  readonly nodes: Readonly<Record<StoreName, StoreNode>>;
  /** The projectors' way to the event store. */
  readonly eventLine: Line;
  /** The log through that line. */
  readonly log: EventStore;
  /** The log past every fault of a line. */
  readonly soundLog: EventStore;
  /** The read store past every fault of a line. */
  readonly admin: MongoClient;
  readonly eventAddress: string;
  stop(): Promise<void>;
}

const eventAddressOf = (port: number): string => `esdb://127.0.0.1:${port}?tls=false`;

/**
 * In memory where there is such a place: what ends here are processes, never the machine, so that
 * nothing depends on what a disk has really kept.
 */
export const usualParent = (): string => (existsSync('/dev/shm') ? '/dev/shm' : tmpdir());

/**
 * `spares`: processes of each kind kept ready, so that rounds which kill one do not wait. `parent`:
 * where the directory of the stores is made; it goes with the world.
 */
export async function openWorld(spares: number, parent: string): Promise<World> {
  const directory = await mkdtemp(join(parent, 'jejak-faults-'));
  const nursery = createNursery(spares);
  const [readStore, eventStore] = await Promise.all([
    startStoreNode(nursery, 'read-store-node', join(directory, 'views')),
    startStoreNode(nursery, 'event-store-node', join(directory, 'log')),
  ]);
  const eventLine = await openLine(eventStore.port);
  const soundLines = await Promise.all([openLine(readStore.port), openLine(eventStore.port)]);
  const [soundReadLine, soundEventLine] = soundLines;
  const eventAddress = eventAddressOf(eventLine.port);
  const log = createEventStore({ connectionString: eventAddress });
  const soundLog = createEventStore({ connectionString: eventAddressOf(soundEventLine.port) });
  const patient = { ...hasty, serverSelectionTimeoutMS: 10_000 };
  const admin = new MongoClient(addressOf(soundReadLine.port), patient);

  return {
    nursery,
    nodes: { 'read-store': readStore, 'event-store': eventStore },
    eventLine,
    log,
    soundLog,
    admin,
    eventAddress,
    async stop() {
      await Promise.all([admin.close(), log.close(), soundLog.close()]);
      await Promise.all([eventLine, ...soundLines].map((line) => line.close()));
      await Promise.all([readStore.close(), eventStore.close()]);
      await nursery.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}
