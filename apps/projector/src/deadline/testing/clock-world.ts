import { type JejakEvent, policyStream, type RecordedEvent } from '@jejak/domain';
import { type DeadlinePassed } from '@jejak/domain/deadline';
import { createLedger } from '@jejak/event-store';
import { currentVersionOf } from '@jejak/event-store/registry/registry';
import {
  createInMemoryEventStore,
  type InMemoryEventStore,
} from '@jejak/event-store/testing/in-memory-event-store';
import { type DeadlineDocument, deadlines, type WaitingTerms, waitingTerms } from '@jejak/views';
import { fold } from '@jejak/views/testing/fold';
import { randomUUID } from 'node:crypto';

import {
  createDeadlineClock,
  type DeadlineClock,
  type DeadlineClockOptions,
} from '../deadline-clock';
import { type WatchedDeadlines } from '../watched-deadlines';
import { zonesForTests } from './zones';

/** A log, a view that is folded from all of it whenever it is asked for, and a time that stands still. */
export interface ClockWorld {
  readonly store: InMemoryEventStore;
  /** ISO 8601; what every clock of this world shows. */
  now: string;
  /** Deadlines that parked events hold back. */
  readonly held: Set<string>;
  record(stream: string, event: JejakEvent, at?: string): Promise<void>;
  /** The zones of Java and Papua, from 1988 on. */
  recordZones(): Promise<void>;
  /** A clock in a process of its own: nothing is shared but the log. */
  newClock(overrides?: Partial<DeadlineClockOptions>): DeadlineClock;
  log(): Promise<readonly RecordedEvent<JejakEvent>[]>;
  passings(): Promise<readonly DeadlinePassed['data'][]>;
}

export function clockWorld(now: string): ClockWorld {
  const store = createInMemoryEventStore();
  const revisions = new Map<string, bigint>();
  const held = new Set<string>();

  const log = async (): Promise<RecordedEvent<JejakEvent>[]> => {
    const ending = new AbortController();
    const events: RecordedEvent<JejakEvent>[] = [];
    for await (const message of store.subscribe({ after: null, signal: ending.signal })) {
      if (message.kind === 'caught-up') ending.abort();
      if (message.kind === 'event') events.push(message.event);
    }
    return events;
  };

  const watched: WatchedDeadlines = {
    async waiting() {
      return pages([...fold<WaitingTerms>(waitingTerms, await log()).values()]);
    },
    async upTo(lastDay) {
      const documents = [...fold<DeadlineDocument>(deadlines, await log()).values()];
      return {
        deadlines: pages(
          documents.filter(({ watchedFrom }) => watchedFrom !== null && watchedFrom <= lastDay),
        ),
        held: (of) => Promise.resolve(new Set(of.map(({ id }) => id).filter((id) => held.has(id)))),
      };
    },
  };

  const world: ClockWorld = {
    store,
    now,
    held,
    log,
    async record(stream, event, at = world.now) {
      const before = revisions.get(stream);
      const metadata = {
        $correlationId: randomUUID(),
        $causationId: randomUUID(),
        commandId: randomUUID(),
        commandSha256: '0'.repeat(64),
        actor: { kind: 'person' as const, id: 'operator-1' },
        recordedAt: at,
        schemaVersion: currentVersionOf(event.type),
      };
      const { revision } = await store.append(stream, before ?? 'none', [
        { id: randomUUID(), event, metadata },
      ]);
      revisions.set(stream, revision);
    },
    async recordZones() {
      for (const event of zonesForTests) await world.record(policyStream('time-zones'), event);
    },
    newClock: (overrides = {}) => {
      const clock = (): Date => new Date(world.now);
      return createDeadlineClock({
        eventStore: store,
        ledger: createLedger({ store, clock, random: () => 0 }),
        watched,
        clock,
        settleMilliseconds: 60_000,
        acts: () => true,
        intervalMilliseconds: 60_000,
        logger: { info: () => undefined, error: () => undefined },
        ...overrides,
      });
    },
    async passings() {
      return (await log()).flatMap(({ event }) =>
        event.type === 'DeadlinePassed' ? [event.data] : [],
      );
    },
  };
  return world;
}

/** Two at a time, so that a page ends where another begins. */
async function* pages<Item>(items: readonly Item[]): AsyncGenerator<readonly Item[]> {
  for (let first = 0; first < items.length; first += 2) {
    await Promise.resolve();
    yield items.slice(first, first + 2);
  }
}
