import { v5 as uuidv5 } from 'uuid';

import { encodeEvent } from '../codec/encode';
import type { Ledger, Outcome, Recorded } from '../ledger';
import { StoreUnavailable, TooManyConflicts, UnknownOutcome } from '../store-errors';
import { collect } from '../testing/collect';
import { type Add, countingDecider, envelopeOf } from '../testing/counting-decider';
import {
  createInMemoryEventStore,
  type InMemoryEventStore,
} from '../testing/in-memory-event-store';
import { sampleMetadata } from '../testing/sample-metadata';
import { createLedger, type LedgerOptions } from './create-ledger';

const stream = 'framework-mcp-2024';
let store: InMemoryEventStore;
let ledger: Ledger;
const newLedger = (options: Partial<LedgerOptions> = {}): Ledger =>
  createLedger({ store, random: () => 0, ...options });

beforeEach(() => {
  store = createInMemoryEventStore();
  ledger = newLedger();
});

function add(number: number, command: Add, by = ledger, on = stream): Promise<Outcome> {
  return by.handle(countingDecider, on, envelopeOf(number, on, command), (state) =>
    countingDecider.decide(state, command),
  );
}

async function recorded(outcome: Promise<Outcome>): Promise<Recorded & { repeated: boolean }> {
  const settled = await outcome;
  if (settled.kind !== 'recorded') throw new Error(`not recorded but ${settled.kind}`);
  return { ...settled.recorded, repeated: settled.repeated };
}

async function stored(on = stream): Promise<{ amounts: number[]; instants: string[] }> {
  const events = await collect(store.readStream(on));
  return {
    amounts: events.map(({ event }) => (event.data as { version: number }).version),
    instants: events.map(({ metadata }) => metadata.recordedAt),
  };
}

/** An event of another process, whose command this ledger has not seen. */
function byAnotherProcess(amount: number): void {
  store.writeForeign(stream, [
    encodeEvent({
      id: crypto.randomUUID(),
      event: countingEvent(amount),
      metadata: { ...sampleMetadata, commandId: crypto.randomUUID() },
    }),
  ]);
}
const countingEvent = (version: number) =>
  ({
    type: 'FrameworkPublished',
    data: { instrument: 'MCP', year: 2024, version, approvedBy: 'user-2' },
  }) as const;

describe('a command', () => {
  it('is answered with what was recorded and where', async () => {
    const answer = await recorded(add(1, { amounts: [4, 5] }));
    const events = await collect(store.readStream(stream));
    expect(answer).toEqual({
      stream,
      commandId: envelopeOf(1, stream, {}).commandId,
      revision: 1n,
      position: events[1]!.position,
      events: events.map(({ id, revision }) => ({ id, type: 'FrameworkPublished', revision })),
      repeated: false,
    });
    expect(events[0]!.metadata).toMatchObject({
      $causationId: answer.commandId,
      $correlationId: 'request-1',
      schemaVersion: 1,
    });
  });

  it('makes event ids that follow from the decision alone', async () => {
    ledger = newLedger({ clock: () => new Date(0) });
    const { events } = await recorded(add(1, { amounts: [1, 2] }));
    const { commandId, commandSha256 } = envelopeOf(1, stream, { amounts: [1, 2] });
    const name = (index: number): string =>
      `${stream}/${index}/${commandSha256}/1970-01-01T00:00:00.000Z`;
    expect(events.map(({ id }) => id)).toEqual([
      uuidv5(name(0), commandId),
      uuidv5(name(1), commandId),
    ]);
  });

  it('that is refused records nothing and may be accepted later under the same id', async () => {
    await expect(add(1, { amounts: [5], atMost: 4 })).resolves.toMatchObject({ kind: 'refused' });
    expect((await stored()).amounts).toEqual([]);
    await expect(add(1, { amounts: [4] })).resolves.toMatchObject({ kind: 'recorded' });
  });

  it('that is accepted without any event is a bug', async () => {
    await expect(add(1, { amounts: [] })).rejects.toThrow('recorded nothing');
  });

  it('reads the stream once while cold and never while warm', async () => {
    for (let number = 1; number <= 50; number += 1) await add(number, { amounts: [1] });
    expect(store.readCount).toBe(1);
  });

  it('does not wait for commands on other streams', async () => {
    const order: string[] = [];
    await Promise.all(
      ['framework-a-1', 'framework-b-1', 'framework-a-1'].map((on, index) =>
        add(index, { amounts: [1] }, ledger, on).then(() => order.push(on)),
      ),
    );
    expect(order).toEqual(['framework-a-1', 'framework-b-1', 'framework-a-1']);
  });
});

describe('a repeated command', () => {
  it('is answered with the very same values', async () => {
    const first = await recorded(add(1, { amounts: [4, 5] }));
    await add(2, { amounts: [1] });
    expect(await recorded(add(1, { amounts: [4, 5] }))).toEqual({ ...first, repeated: true });
  });

  it('is recognised whatever the case of its id', async () => {
    const command = { amounts: [1] };
    const envelope = envelopeOf(0xabc, stream, command);
    await add(0xabc, command);
    const commandId = envelope.commandId.toUpperCase();
    await expect(
      ledger.handle(countingDecider, stream, { ...envelope, commandId }, (state) =>
        countingDecider.decide(state, command),
      ),
    ).resolves.toMatchObject({ kind: 'recorded', repeated: true });
  });

  it('happens once when twenty arrive together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => recorded(add(1, { amounts: [7] }))),
    );
    expect((await stored()).amounts).toEqual([7]);
    expect(answers.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(new Set(answers.map(({ revision }) => revision))).toEqual(new Set([0n]));
  });

  it('happens once when twenty processes race', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => recorded(add(1, { amounts: [7] }, newLedger()))),
    );
    expect((await stored()).amounts).toEqual([7]);
    expect(new Set(answers.map(({ position }) => position.commit)).size).toBe(1);
  });

  it('is answered the same after a restart', async () => {
    const first = await recorded(add(1, { amounts: [4, 5] }));
    await add(2, { amounts: [3] });
    const again = await recorded(add(1, { amounts: [4, 5] }, newLedger()));
    expect(again).toEqual({ ...first, repeated: true });
  });

  it('is found when another process recorded it and this one is warm', async () => {
    await add(1, { amounts: [1] });
    await add(2, { amounts: [2] }, newLedger());
    expect(await recorded(add(2, { amounts: [2] }))).toMatchObject({ repeated: true });
    expect((await stored()).amounts).toEqual([1, 2]);
  });

  it('with another body is told apart when another process recorded it and this one is warm', async () => {
    await add(1, { amounts: [1] });
    await add(2, { amounts: [2] }, newLedger());
    await expect(add(2, { amounts: [3] })).resolves.toEqual({ kind: 'command-id-reused', stream });
    expect((await stored()).amounts).toEqual([1, 2]);
  });

  it('with another body is told apart, now and after a restart', async () => {
    await add(1, { amounts: [4] });
    const reused = { kind: 'command-id-reused', stream };
    await expect(add(1, { amounts: [5] })).resolves.toEqual(reused);
    await expect(add(1, { amounts: [5] }, newLedger())).resolves.toEqual(reused);
  });

  it('on another stream is told apart while this process remembers', async () => {
    await add(1, { amounts: [4] });
    await expect(add(1, { amounts: [4] }, ledger, 'framework-spi-2024')).resolves.toEqual({
      kind: 'command-id-reused',
      stream,
    });
  });
});

describe('another writer', () => {
  it('makes the command be decided again on the new state', async () => {
    await add(1, { amounts: [1] });
    byAnotherProcess(10);
    expect(await recorded(add(2, { amounts: [2] }))).toMatchObject({ revision: 2n });
    await expect(add(3, { amounts: [1], atMost: 13 })).resolves.toMatchObject({ kind: 'refused' });
  });

  it('is read before a refusal is believed', async () => {
    await add(1, { amounts: [5] });
    byAnotherProcess(-5);
    await expect(add(2, { amounts: [3], atMost: 4 })).resolves.toMatchObject({ kind: 'recorded' });
  });

  it('who always wins ends the tries after three', async () => {
    await add(1, { amounts: [1] });
    let decisions = 0;
    const command = { amounts: [1] };
    const losing = ledger.handle(
      countingDecider,
      stream,
      envelopeOf(2, stream, command),
      (state) => {
        decisions += 1;
        byAnotherProcess(1);
        return countingDecider.decide(state, command);
      },
    );
    await expect(losing).rejects.toThrow(TooManyConflicts);
    expect(decisions).toBe(3);
    await expect(add(2, { amounts: [1] })).resolves.toMatchObject({ repeated: false });
  });
});

describe('an append of unknown outcome', () => {
  it.each(['lost-after-writing', 'lost-before-writing', 'written-late'] as const)(
    'that was %s is recorded once',
    async (fault) => {
      await add(1, { amounts: [1] });
      store.failNextAppends(fault);
      const answer = await recorded(add(2, { amounts: [2, 3] }));
      expect(answer).toMatchObject({ revision: 2n, repeated: false });
      await add(3, { amounts: [4] });
      expect((await stored()).amounts).toEqual([1, 2, 3, 4]);
    },
  );

  it('that was written is found by its ids and not sent again', async () => {
    store.failNextAppends('lost-after-writing', 'unavailable');
    await expect(add(1, { amounts: [2] })).resolves.toMatchObject({ kind: 'recorded' });
    // The second fault is still waiting: nothing but the first append was sent.
    await expect(add(2, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
  });

  it('that stays unknown is thrown, and repeating the command settles it', async () => {
    store.failNextAppends('lost-before-writing', 'lost-before-writing', 'written-late');
    await expect(add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await expect(add(1, { amounts: [2] })).resolves.toMatchObject({ kind: 'recorded' });
    expect((await stored()).amounts).toEqual([2]);
  });

  it('is not called unwritten because the store went away afterwards', async () => {
    store.failNextAppends('lost-after-writing', 'unavailable', 'unavailable');
    store.failNextReads(Infinity, 0, 0, 0);
    await expect(add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await expect(add(1, { amounts: [2] })).resolves.toMatchObject({ repeated: true });
  });

  it('is answered from the store, not from what was sent the second time', async () => {
    const dates = [
      '2025-01-01T00:00:00.000Z',
      '2025-01-02T00:00:00.000Z',
      '2025-01-01T12:00:00.000Z',
    ];
    ledger = newLedger({ clock: () => new Date(dates.shift() ?? 0) });
    store.failNextAppends('lost-before-writing', 'lost-before-writing', 'written-late');
    await expect(add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await add(1, { amounts: [2] });
    await add(2, { amounts: [2] });
    const { instants } = await stored();
    expect([...instants].sort()).toEqual(instants);
  });
});

describe('an unavailable store', () => {
  it('is reported as such and harms no later command', async () => {
    store.failNextAppends('unavailable');
    await expect(add(1, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
    store.failNextReads(0);
    await expect(add(1, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
    await expect(add(1, { amounts: [2] })).resolves.toMatchObject({ repeated: false });
  });

  it('that breaks off a read leaves no half of a command behind', async () => {
    const first = await recorded(add(1, { amounts: [1, 2, 3] }));
    ledger = newLedger();
    store.failNextReads(2);
    await expect(add(1, { amounts: [1, 2, 3] })).rejects.toThrow(StoreUnavailable);
    expect(await recorded(add(1, { amounts: [1, 2, 3] }))).toEqual({ ...first, repeated: true });
  });
});

describe('the instant of recording', () => {
  it('never goes backwards within a stream, whatever the clock does', async () => {
    const clock = [
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T09:00:00.000Z',
      '2025-03-01T11:00:00.000Z',
    ];
    const seen: string[] = [];
    const next = { clock: () => new Date(clock.shift() ?? 0) };
    for (const number of [1, 2, 3]) {
      ledger = newLedger(next);
      const command = { amounts: [1] };
      await ledger.handle(countingDecider, stream, envelopeOf(number, stream, {}), (state, at) => {
        seen.push(at);
        return countingDecider.decide(state, command);
      });
    }
    expect(seen).toEqual([
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T11:00:00.000Z',
    ]);
    expect((await stored()).instants).toEqual(seen);
  });
});

describe('memory', () => {
  it('is bounded by streams: an evicted one is read again and nothing else changes', async () => {
    ledger = newLedger({ cacheSize: 1 });
    await add(1, { amounts: [1] });
    await add(2, { amounts: [1] }, ledger, 'framework-spi-2024');
    expect(await recorded(add(1, { amounts: [1] }))).toMatchObject({ repeated: true });
    expect(store.readCount).toBe(3);
  });

  it('is bounded by events: a stream longer than that is read for every command', async () => {
    ledger = newLedger({ cachedEvents: 3 });
    await add(1, { amounts: [1, 2, 3] });
    await add(2, { amounts: [4] });
    expect(await recorded(add(1, { amounts: [1, 2, 3] }))).toMatchObject({ repeated: true });
    expect(store.readCount).toBe(3);
  });
});

describe('a reference to another stream', () => {
  const isFilled = ({ sum }: { sum: number }): boolean => sum > 0;

  it('is answered from memory when that is sufficient', async () => {
    await add(1, { amounts: [3] });
    const { readCount } = store;
    await expect(ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 3,
    });
    expect(store.readCount).toBe(readCount);
  });

  it('is completed from the store when it is not', async () => {
    await expect(ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 0,
    });
    byAnotherProcess(4);
    await expect(ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 4,
    });
  });
});
