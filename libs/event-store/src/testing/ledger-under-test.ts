import { encodeEvent } from '../codec/encode';
import type { Ledger, Outcome, Recorded } from '../ledger';
import { createLedger, type LedgerOptions } from '../ledger/create-ledger';
import { collect } from './collect';
import { type Add, countingDecider, envelopeOf } from './counting-decider';
import { createInMemoryEventStore, type InMemoryEventStore } from './in-memory-event-store';
import { sampleMetadata } from './sample-metadata';

export const stream = 'framework-mcp-2024';

/** A store, a ledger on it, and what tests say to both. */
export interface LedgerUnderTest {
  readonly store: InMemoryEventStore;
  ledger: Ledger;
  newLedger(options?: Partial<LedgerOptions>): Ledger;
  add(number: number, command: Add, by?: Ledger, on?: string): Promise<Outcome>;
  stored(): Promise<{ amounts: number[]; instants: string[] }>;
  /** An event of another process, whose command this ledger has not seen. */
  byAnotherProcess(amount: number): void;
}

export function ledgerUnderTest(): LedgerUnderTest {
  const store = createInMemoryEventStore();
  const newLedger = (options: Partial<LedgerOptions> = {}): Ledger =>
    createLedger({ store, random: () => 0, ...options });
  const given: LedgerUnderTest = {
    store,
    ledger: newLedger(),
    newLedger,
    add: (number, command, by = given.ledger, on = stream) =>
      by.handle(countingDecider, on, envelopeOf(number, on, command), (state) =>
        countingDecider.decide(state, command),
      ),
    async stored() {
      const events = await collect(store.readStream(stream));
      return {
        amounts: events.map(({ event }) => (event.data as { version: number }).version),
        instants: events.map(({ metadata }) => metadata.recordedAt),
      };
    },
    byAnotherProcess(version) {
      const data = { instrument: 'MCP', year: 2024, version, approvedBy: 'user-2' };
      const metadata = { ...sampleMetadata, commandId: crypto.randomUUID() };
      const event = { type: 'FrameworkPublished', data } as const;
      store.writeForeign(stream, [encodeEvent({ id: crypto.randomUUID(), event, metadata })]);
    },
  };
  return given;
}

export async function recorded(
  outcome: Promise<Outcome>,
): Promise<Recorded & { repeated: boolean }> {
  const settled = await outcome;
  if (settled.kind !== 'recorded') throw new Error(`not recorded but ${settled.kind}`);
  return { ...settled.recorded, repeated: settled.repeated };
}
