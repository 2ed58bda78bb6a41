import { type Position } from '@jejak/domain';
import { type EventStore } from '@jejak/event-store';

import {
  collect,
  collectUntil,
  otherSample,
  outline,
  positionOf,
  sample,
  samples,
} from './samples';
import { type StoreGiven } from './store-given';

/** What `subscribe` promises. */
export function describeSubscribe(given: StoreGiven): void {
  let store: EventStore;
  let stream: string;
  let origin: StoreGiven['origin'];
  beforeEach(() => {
    ({ store, stream, origin } = given);
  });

  describe('subscribe', () => {
    const all = () => ({ after: origin, signal: new AbortController().signal });

    it('replays everything, says so, and goes on live', async () => {
      await store.append(stream, 'none', samples(1, 3));
      const messages: (number | string)[] = [];
      for await (const message of store.subscribe(all())) {
        messages.push(...outline([message]));
        if (message.kind === 'caught-up') await store.append(stream, 2n, samples(4, 5));
        if (messages.at(-1) === 5) break;
      }
      expect(messages).toEqual([1, 2, 3, 'caught-up', 4, 5]);
    });

    it('says it is caught up behind every earlier event, however slow the consumer', async () => {
      await store.append(stream, 'none', samples(1, 600));
      const seen: (number | string)[] = [];
      for await (const message of store.subscribe(all())) {
        if (seen.length % 100 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
        seen.push(...outline([message]));
        if (message.kind === 'caught-up') break;
      }
      expect(seen).toEqual([...samples(1, 600).map((_, index) => index + 1), 'caught-up']);
    });

    it('starts after the given position', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await store.append(`${stream}-b`, 'none', samples(3, 5));
      const isCaughtUp = (message: { kind: string }): boolean => message.kind === 'caught-up';
      const everything = await collectUntil(store.subscribe(all()), isCaughtUp);
      for (let index = 0; index < 5; index += 1) {
        const after = positionOf(everything[index]);
        const rest = await collectUntil(store.subscribe({ ...all(), after }), isCaughtUp);
        expect(outline(rest)).toEqual(outline(everything).slice(index + 1));
      }
    });

    it('says how far it has scanned: to the end of the log as it stood, whatever stands there', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await given.writeForeign(`$own-${stream}`, '$own-event', {});
      const { end } = await store.head();
      const scanned = async (after: Position | null, eventTypes?: string[]): Promise<unknown> => {
        const options = { ...all(), after, ...(eventTypes === undefined ? {} : { eventTypes }) };
        for await (const message of store.subscribe(options)) {
          if (message.kind === 'caught-up') return message.scannedTo;
        }
        throw new Error('ended');
      };
      expect(await scanned(origin)).toEqual(end);
      expect(await scanned(origin, ['MilestoneVerified'])).toEqual(end);
      expect(await scanned(end)).toBeNull();
      const { position } = await store.append(stream, 1n, [sample(3)]);
      expect(await scanned(end)).toEqual(position);
      expect(await scanned(position)).toBeNull();
    });

    it('started again where it had scanned to misses nothing and repeats nothing', async () => {
      const seen: (number | string)[] = [];
      let after = origin;
      for (let number = 1; number <= 5; number += 1) {
        await store.append(`${stream}-${number}`, 'none', [sample(number)]);
        await given.writeForeign(`$own-${stream}`, '$own-event', {});
        for await (const message of store.subscribe({ ...all(), after })) {
          if (message.kind === 'caught-up') {
            after = message.scannedTo ?? after;
            break;
          }
          seen.push(...outline([message]));
        }
      }
      expect(seen).toEqual([1, 2, 3, 4, 5]);
    });

    it('yields only the types asked for, compared as a whole', async () => {
      await store.append(stream, 'none', [sample(1), otherSample(2), sample(3)]);
      const isCaughtUp = (message: { kind: string }): boolean => message.kind === 'caught-up';
      const typesOf = async (eventTypes: string[]): Promise<unknown[]> =>
        (await collectUntil(store.subscribe({ ...all(), eventTypes }), isCaughtUp)).map(
          (message) => (message.kind === 'event' ? message.event.event.type : message.kind),
        );
      expect(await typesOf(['MilestoneVerified', 'PactSigned'])).toEqual([
        'MilestoneVerified',
        'caught-up',
      ]);
      expect(await typesOf(['Milestone', 'Verified', 'M.*'])).toEqual(['caught-up']);
      expect(await typesOf(['MilestoneVerified', 'FrameworkPublished'])).toHaveLength(4);
    });

    it('yields an event nobody can read as unreadable and goes on', async () => {
      await store.append(stream, 'none', [sample(1)]);
      await given.writeForeign(stream, 'Invented', {});
      await given.writeForeign(stream, 'FrameworkPublished', { version: 0.5 });
      await store.append(stream, 2n, [sample(4)]);
      const messages = await collectUntil(
        store.subscribe(all()),
        (message) => message.kind === 'caught-up',
      );
      expect(outline(messages)).toEqual([1, 'unreadable', 'unreadable', 4, 'caught-up']);
      expect(messages[1]).toMatchObject({
        unreadable: { stream, revision: 1n, type: 'Invented', reason: 'unknown type' },
      });
    });

    it('finishes without an error when it is aborted, live or not', async () => {
      await store.append(stream, 'none', samples(1, 50));
      for (const last of ['caught-up', 2]) {
        const aborting = new AbortController();
        const messages: (number | string)[] = [];
        for await (const message of store.subscribe({ after: origin, signal: aborting.signal })) {
          messages.push(...outline([message]));
          if (messages.at(-1) === last) aborting.abort();
        }
        expect(messages.at(-1)).toBe(last);
      }
      const aborted = AbortSignal.abort();
      expect(await collect(store.subscribe({ after: null, signal: aborted }))).toEqual([]);
    });

    it('finishes when it is aborted while it waits', async () => {
      const aborting = new AbortController();
      const messages: string[] = [];
      for await (const { kind } of store.subscribe({ after: origin, signal: aborting.signal })) {
        messages.push(kind);
        setTimeout(() => {
          aborting.abort();
        }, 50);
      }
      expect(messages).toEqual(['caught-up']);
    });
  });
}
