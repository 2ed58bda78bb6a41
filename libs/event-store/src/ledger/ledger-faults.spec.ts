import { StoreUnavailable, TooManyConflicts, UnknownOutcome } from '../store-errors';
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

describe('another writer', () => {
  it('makes the command be decided again on the new state', async () => {
    await given.add(1, { amounts: [1] });
    given.byAnotherProcess(10);
    expect(await recorded(given.add(2, { amounts: [2] }))).toMatchObject({ revision: 2n });
    await expect(given.add(3, { amounts: [1], atMost: 13 })).resolves.toMatchObject({
      kind: 'refused',
    });
  });

  it('is read before a refusal is believed', async () => {
    await given.add(1, { amounts: [5] });
    given.byAnotherProcess(-5);
    await expect(given.add(2, { amounts: [3], atMost: 4 })).resolves.toMatchObject({
      kind: 'recorded',
    });
  });

  it('who always wins ends the tries after three', async () => {
    await given.add(1, { amounts: [1] });
    let decisions = 0;
    const command = { amounts: [1] };
    const losing = given.ledger.handle(
      countingDecider,
      stream,
      envelopeOf(2, stream, command),
      (state) => {
        decisions += 1;
        given.byAnotherProcess(1);
        return countingDecider.decide(state, command);
      },
    );
    await expect(losing).rejects.toThrow(TooManyConflicts);
    expect(decisions).toBe(3);
    await expect(given.add(2, { amounts: [1] })).resolves.toMatchObject({ repeated: false });
  });
});

describe('an append of unknown outcome', () => {
  it.each(['lost-after-writing', 'lost-before-writing', 'written-late'] as const)(
    'that was %s is recorded once',
    async (fault) => {
      await given.add(1, { amounts: [1] });
      given.store.failNextAppends(fault);
      const answer = await recorded(given.add(2, { amounts: [2, 3] }));
      expect(answer).toMatchObject({ revision: 2n, repeated: false });
      await given.add(3, { amounts: [4] });
      expect((await given.stored()).amounts).toEqual([1, 2, 3, 4]);
    },
  );

  it('that was written is found by its ids and not sent again', async () => {
    given.store.failNextAppends('lost-after-writing', 'unavailable');
    await expect(given.add(1, { amounts: [2] })).resolves.toMatchObject({ kind: 'recorded' });
    // The second fault is still waiting: nothing but the first append was sent.
    await expect(given.add(2, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
  });

  it('that stays unknown is thrown, and repeating the command settles it', async () => {
    given.store.failNextAppends('lost-before-writing', 'lost-before-writing', 'written-late');
    await expect(given.add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await expect(given.add(1, { amounts: [2] })).resolves.toMatchObject({ kind: 'recorded' });
    expect((await given.stored()).amounts).toEqual([2]);
  });

  it('is not called unwritten because the store went away afterwards', async () => {
    given.store.failNextAppends('lost-after-writing', 'unavailable', 'unavailable');
    given.store.failNextReads(Infinity, 0, 0, 0);
    await expect(given.add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await expect(given.add(1, { amounts: [2] })).resolves.toMatchObject({ repeated: true });
  });

  it('is answered from the store, not from what was sent the second time', async () => {
    const dates = [
      '2025-01-01T00:00:00.000Z',
      '2025-01-02T00:00:00.000Z',
      '2025-01-01T12:00:00.000Z',
    ];
    given.ledger = given.newLedger({ clock: () => new Date(dates.shift() ?? 0) });
    given.store.failNextAppends('lost-before-writing', 'lost-before-writing', 'written-late');
    await expect(given.add(1, { amounts: [2] })).rejects.toThrow(UnknownOutcome);
    await given.add(1, { amounts: [2] });
    await given.add(2, { amounts: [2] });
    const { instants } = await given.stored();
    expect([...instants].sort()).toEqual(instants);
  });
});

describe('an unavailable store', () => {
  it('is reported as such and harms no later command', async () => {
    given.store.failNextAppends('unavailable');
    await expect(given.add(1, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
    given.store.failNextReads(0);
    await expect(given.add(1, { amounts: [2] })).rejects.toThrow(StoreUnavailable);
    await expect(given.add(1, { amounts: [2] })).resolves.toMatchObject({ repeated: false });
  });

  it('that breaks off a read leaves no half of a command behind', async () => {
    const first = await recorded(given.add(1, { amounts: [1, 2, 3] }));
    given.ledger = given.newLedger();
    given.store.failNextReads(2);
    await expect(given.add(1, { amounts: [1, 2, 3] })).rejects.toThrow(StoreUnavailable);
    expect(await recorded(given.add(1, { amounts: [1, 2, 3] }))).toEqual({
      ...first,
      repeated: true,
    });
  });
});
