import { comparePositions, type Position } from '@jejak/domain';
import { type EventStore, StoreUnavailable } from '@jejak/event-store';

import { collect, collectUntil, outline, sample, samples } from './samples';
import { type StoreGiven } from './store-given';

/** What `head` and `close` promise, also of an empty store. */
export function describeHeadAndClose(given: StoreGiven): void {
  let store: EventStore;
  let stream: string;
  let origin: StoreGiven['origin'];
  beforeEach(() => {
    ({ store, stream, origin } = given);
  });

  describe('an empty store', () => {
    it('has no newest event', async () => {
      expect((await store.head()).newest).toBeNull();
    });

    it('is caught up with at once', async () => {
      const { signal } = new AbortController();
      const messages = await collectUntil(store.subscribe({ after: null, signal }), () => true);
      expect(messages).toEqual([{ kind: 'caught-up', scannedTo: origin }]);
    });
  });

  describe('head', () => {
    it('is the position of the newest event, however often it is asked for', async () => {
      const { position } = await store.append(stream, 'none', samples(1, 3));
      for (let time = 0; time < 3; time += 1) {
        expect(await store.head()).toEqual({ newest: position, end: position });
      }
    });

    it("passes over the store's own events", async () => {
      const { position } = await store.append(stream, 'none', [sample(1)]);
      for (let time = 0; time < 3; time += 1) {
        await given.writeForeign(`$own-${stream}`, '$own-event', {});
        const { newest, end } = await store.head();
        expect(newest).toEqual(position);
        expect(comparePositions(end!, position)).toBeGreaterThan(0);
        expect(await store.head()).toEqual({ newest, end });
      }
      const later = await store.append(stream, 0n, [sample(2)]);
      expect(await store.head()).toEqual({ newest: later.position, end: later.position });
    });

    it('answers every one of many who ask at the same time while the log grows', async () => {
      const written: Position[] = [];
      for (let number = 1; number <= 10; number += 1) {
        await given.writeForeign(`$own-${stream}`, '$own-event', {});
        const earlier = store.head();
        const { position } = await store.append(`${stream}-${number}`, 'none', [sample(number)]);
        written.push(position);
        const answers = await Promise.all([earlier, store.head(), store.head()]);
        for (const { newest } of answers.slice(1)) expect(newest).toEqual(written.at(-1));
      }
    });
  });

  describe('close', () => {
    it('ends open iterations and refuses everything after', async () => {
      await store.append(stream, 'none', [sample(1)]);
      const messages: (number | string)[] = [];
      const { signal } = new AbortController();
      for await (const message of store.subscribe({ after: origin, signal })) {
        messages.push(...outline([message]));
        if (message.kind === 'caught-up') setTimeout(() => void store.close(), 20);
      }
      expect(messages).toEqual([1, 'caught-up']);
      await expect(store.append(stream, 0n, [sample(2)])).rejects.toThrow(StoreUnavailable);
      await expect(collect(store.readStream(stream))).rejects.toThrow(StoreUnavailable);
    });
  });
}
