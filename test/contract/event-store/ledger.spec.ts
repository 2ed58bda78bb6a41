import { randomUUID } from 'node:crypto';

import { accepted, type Decider } from '@jejak/domain';
import type { FrameworkPublished } from '@jejak/domain/framework/events';
import {
  commandSha256,
  createEventStore,
  createLedger,
  type EventStore,
  type Ledger,
  type Outcome,
} from '@jejak/event-store';

import { type EventStoreUnderTest, startEventStoreUnderTest } from '../event-store-under-test';
import { collect, numberOf } from './samples';

// Starting compiles the node's sources; on a busy machine that takes seconds.
jest.setTimeout(30_000);

type Add = readonly number[];

const counting: Decider<number, Add, FrameworkPublished> = {
  initialState: () => 0,
  decide: (_, amounts) =>
    accepted(
      ...amounts.map((version): FrameworkPublished => ({
        type: 'FrameworkPublished',
        data: { instrument: 'MCP', year: 2024, version, approvedBy: 'user-1' },
      })),
    ),
  evolve: (sum, { data }) => sum + data.version,
};

describe('a ledger on a real log', () => {
  let server: EventStoreUnderTest;
  let store: EventStore;
  let reads: number;
  const newLedger = (): Ledger => {
    const counted: EventStore = {
      ...store,
      readStream: (stream, options) => {
        reads += 1;
        return store.readStream(stream, options);
      },
    };
    return createLedger({ store: counted });
  };
  const add = (ledger: Ledger, stream: string, commandId: string, amounts: Add): Promise<Outcome> =>
    ledger.handle(
      counting,
      stream,
      {
        commandId,
        commandSha256: commandSha256({ stream, amounts }),
        correlationId: 'request-1',
        actor: { kind: 'person', id: 'user-1' },
      },
      (state) => counting.decide(state, amounts),
    );

  beforeAll(async () => {
    server = await startEventStoreUnderTest();
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    reads = 0;
    store = createEventStore({ connectionString: server.connectionString });
  });
  afterEach(() => store.close());

  it('answers a repeated command the same, together, afterwards and after a restart', async () => {
    const stream = `framework-${randomUUID()}`;
    const commandId = randomUUID();
    const ledger = newLedger();
    const together = await Promise.all(
      Array.from({ length: 20 }, () => add(ledger, stream, commandId, [1, 2])),
    );
    const afterRestart = await add(newLedger(), stream, commandId, [1, 2]);
    const recorded = [...together, afterRestart].map((outcome) =>
      outcome.kind === 'recorded' ? outcome.recorded : outcome.kind,
    );
    for (const answer of recorded) expect(answer).toEqual(recorded[0]);
    expect((await collect(store.readStream(stream))).map(numberOf)).toEqual([1, 2]);
  });

  it('records once what twenty processes are asked at the same time', async () => {
    const stream = `framework-${randomUUID()}`;
    const commandId = randomUUID();
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, () => add(newLedger(), stream, commandId, [1, 2])),
    );
    expect(outcomes.map(({ kind }) => kind)).toEqual(Array(20).fill('recorded'));
    expect(await collect(store.readStream(stream))).toHaveLength(2);
  });

  it('reads a stream once and then decides from memory', async () => {
    const ledger = newLedger();
    const streams = Array.from({ length: 8 }, () => `framework-${randomUUID()}`);
    await Promise.all(
      Array.from({ length: 400 }, (_, index) =>
        add(ledger, streams[index % streams.length]!, randomUUID(), [index]),
      ),
    );
    expect(reads).toBe(streams.length);
    const sums = await Promise.all(
      streams.map((stream) => newLedger().refer(counting, stream, () => true)),
    );
    expect(sums.reduce((total, sum) => total + sum, 0)).toBe((399 * 400) / 2);
  });
});
