import { countingDecider, envelopeOf } from '../testing/counting-decider';
import {
  type LedgerUnderTest,
  ledgerUnderTest,
  recorded,
  stream,
} from '../testing/ledger-under-test';

let given: LedgerUnderTest;
beforeEach(() => {
  given = ledgerUnderTest();
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
      given.ledger = given.newLedger(next);
      const command = { amounts: [1] };
      await given.ledger.handle(
        countingDecider,
        stream,
        envelopeOf(number, stream, {}),
        (state, at) => {
          seen.push(at);
          return countingDecider.decide(state, command);
        },
      );
    }
    expect(seen).toEqual([
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T10:00:00.000Z',
      '2025-03-01T11:00:00.000Z',
    ]);
    expect((await given.stored()).instants).toEqual(seen);
  });
});

describe('memory', () => {
  it('is bounded by streams: an evicted one is read again and nothing else changes', async () => {
    given.ledger = given.newLedger({ cacheSize: 1 });
    await given.add(1, { amounts: [1] });
    await given.add(2, { amounts: [1] }, given.ledger, 'framework-spi-2024');
    expect(await recorded(given.add(1, { amounts: [1] }))).toMatchObject({ repeated: true });
    expect(given.store.readCount).toBe(3);
  });

  it('is bounded by events: a stream longer than that is read for every command', async () => {
    given.ledger = given.newLedger({ cachedEvents: 3 });
    await given.add(1, { amounts: [1, 2, 3] });
    await given.add(2, { amounts: [4] });
    expect(await recorded(given.add(1, { amounts: [1, 2, 3] }))).toMatchObject({ repeated: true });
    expect(given.store.readCount).toBe(3);
  });
});

describe('a reference to another stream', () => {
  const isFilled = ({ sum }: { sum: number }): boolean => sum > 0;

  it('is answered from memory when that is sufficient', async () => {
    await given.add(1, { amounts: [3] });
    const { readCount } = given.store;
    await expect(given.ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 3,
    });
    expect(given.store.readCount).toBe(readCount);
  });

  it('is completed from the store when it is not', async () => {
    await expect(given.ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 0,
    });
    given.byAnotherProcess(4);
    await expect(given.ledger.refer(countingDecider, stream, isFilled)).resolves.toMatchObject({
      sum: 4,
    });
  });
});
