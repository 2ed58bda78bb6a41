import * as fc from 'fast-check';

import type { Ledger, Outcome, Recorded } from '../ledger';
import { StoreUnavailable, TooManyConflicts, UnknownOutcome } from '../store-errors';
import { countingDecider, envelopeOf } from '../testing/counting-decider';
import type { AppendFault } from '../testing/faults';
import { collect } from '../testing/collect';
import { createInMemoryEventStore } from '../testing/in-memory-event-store';
import { createLedger } from './create-ledger';

const streams = ['framework-a-1', 'framework-b-1'];

const sent = fc.record({
  command: fc.nat({ max: 7 }),
  process: fc.nat({ max: 1 }),
  /** Turns of the event loop before it is sent. */
  wait: fc.nat({ max: 6 }),
});
const fault = fc.constantFrom<AppendFault | null>(
  null,
  'unavailable',
  'lost-before-writing',
  'lost-after-writing',
  'written-late',
);
const readFault = fc.constantFrom(0, 1, Infinity, Infinity);

describe('a ledger', () => {
  it('records every accepted command exactly once, whatever is repeated, raced and lost', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(sent, { minLength: 1, maxLength: 24 }),
        fc.array(fault, { maxLength: 16 }),
        fc.array(readFault, { maxLength: 8 }),
        fc.constantFrom(1, 1000),
        async (commands, faults, readFaults, cacheSize) => {
          const store = createInMemoryEventStore();
          store.failNextAppends(...faults);
          store.failNextReads(...readFaults);
          const ledgers = [0, 1].map(() => createLedger({ store, random: () => 0, cacheSize }));
          const answers = await Promise.all(
            commands.map(async ({ command, process, wait }) => {
              await turns(wait);
              return { command, recorded: await insist(ledgers[process]!, command) };
            }),
          );

          store.heal();
          for (const [index, stream] of streams.entries()) {
            const events = await collect(store.readStream(stream));
            const expected = [...new Set(commands.map(({ command }) => command))].filter(
              (command) => command % streams.length === index,
            );
            const amounts = events.map(({ event }) => (event.data as { version: number }).version);
            expect(amounts.toSorted(byNumber)).toEqual(
              expected.flatMap((command) => amountsOf(command)).toSorted(byNumber),
            );
            const instants = events.map(({ metadata }) => metadata.recordedAt);
            expect(instants).toEqual(instants.toSorted());
            for (const ledger of ledgers) {
              const { sum } = await ledger.refer(countingDecider, stream, () => false);
              expect(sum).toBe(amounts.reduce((subtotal, amount) => subtotal + amount, 0));
            }
          }
          const first = new Map<number, Recorded>();
          for (const { command, recorded } of answers) {
            expect(recorded).toEqual(first.get(command) ?? recorded);
            first.set(command, recorded);
          }
        },
      ),
      { numRuns: 60 },
    );
  }, 30_000);
});

/** Distinct powers of two, so that a sum tells which were added. Some commands record two events. */
const amountsOf = (command: number): number[] =>
  command % 3 === 0 ? [2 ** command, 2 ** (command + 10)] : [2 ** command];

/** Repeats the same command until it is recorded, as the callers of the ledger are told to. */
async function insist(ledger: Ledger, command: number): Promise<Recorded> {
  const stream = streams[command % streams.length]!;
  for (;;) {
    const outcome = await attempt(ledger, command, stream);
    if (outcome !== null) return outcome;
    await turns(1);
  }
}

async function attempt(ledger: Ledger, command: number, stream: string): Promise<Recorded | null> {
  const body = { amounts: amountsOf(command) };
  const envelope = envelopeOf(command, stream, body);
  let outcome: Outcome;
  try {
    outcome = await ledger.handle(countingDecider, stream, envelope, (state) =>
      countingDecider.decide(state, body),
    );
  } catch (error) {
    if (isWorthRepeating(error)) return null;
    throw error;
  }
  if (outcome.kind !== 'recorded') throw new Error(outcome.kind);
  return outcome.recorded;
}

const isWorthRepeating = (error: unknown): boolean =>
  error instanceof StoreUnavailable ||
  error instanceof UnknownOutcome ||
  error instanceof TooManyConflicts;

const byNumber = (a: number, b: number): number => a - b;

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise<void>((resolve) => {
      setImmediate(resolve);
    });
  }
}
