import { randomUUID } from 'node:crypto';

import { type Position } from '@jejak/domain';
import { type EventStore } from '@jejak/event-store';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Writes an event past the codec, as a foreign program could. */
  writeForeign(stream: string, type: string, data: object): Promise<void>;
  stop(): Promise<void>;
}

/** What a test begins with. */
export interface StoreGiven extends StoreUnderTest {
  /** Nobody has written to it. */
  readonly stream: string;
  /** Head of the log when the test began: the store may hold what earlier tests wrote. */
  readonly origin: Position | null;
}

/** A store for each test, stopped afterwards. */
export function useStore(start: () => Promise<StoreUnderTest>): StoreGiven {
  const given = {} as StoreGiven;
  beforeEach(async () => {
    const started = await start();
    const { end: origin } = await started.store.head();
    Object.assign(given, started, { stream: `framework-${randomUUID()}`, origin });
  });
  afterEach(() => given.stop());
  return given;
}
