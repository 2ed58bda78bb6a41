import { randomUUID } from 'node:crypto';

import { comparePositions, type Position } from '@jejak/domain';
import {
  type EventStore,
  StoreUnavailable,
  UnencodableEvent,
  UnreadableEventError,
  WrongRevision,
} from '@jejak/event-store';

import {
  collect,
  collectUntil,
  numberOf,
  otherSample,
  outline,
  positionOf,
  sample,
  samples,
} from './samples';

export interface StoreUnderTest {
  readonly store: EventStore;
  /** Writes an event past the codec, as a foreign program could. */
  writeForeign(stream: string, type: string, data: object): Promise<void>;
  stop(): Promise<void>;
}

/**
 * What every `EventStore` promises, whatever it stands on. The first one started is empty, but for
 * events of the store's own.
 */
export function describeEventStore(start: () => Promise<StoreUnderTest>): void {
  let given: StoreUnderTest;
  let store: EventStore;
  let stream: string;
  /** Head of the log when the test began: the store may hold what earlier tests wrote. */
  let origin: Position | null;

  beforeEach(async () => {
    given = await start();
    store = given.store;
    stream = `framework-${randomUUID()}`;
    origin = (await store.head()).end;
  });
  afterEach(() => given.stop());

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

  describe('append', () => {
    it('writes all events, in order, and says where the last one stands', async () => {
      const { revision, position } = await store.append(stream, 'none', samples(1, 3));
      const events = await collect(store.readStream(stream));
      expect(revision).toBe(2n);
      expect(events.map(numberOf)).toEqual([1, 2, 3]);
      expect(events.map((event) => event.revision)).toEqual([0n, 1n, 2n]);
      expect(events[2]!.position).toEqual(position);
    });

    it('refuses another revision than the expected one and writes nothing', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await expect(store.append(stream, 'none', [sample(9)])).rejects.toThrow(WrongRevision);
      await expect(store.append(stream, 0n, samples(8, 9))).rejects.toThrow(WrongRevision);
      await expect(store.append(stream, 2n, [sample(9)])).rejects.toThrow(WrongRevision);
      await expect(store.append(`${stream}-x`, 0n, [sample(9)])).rejects.toThrow(WrongRevision);
      expect(await collect(store.readStream(stream))).toHaveLength(2);
    });

    it('repeated with the same ids and revision writes nothing and answers the same', async () => {
      const first = await store.append(stream, 'none', samples(1, 2));
      await store.append(stream, 1n, samples(3, 4));
      expect(await store.append(stream, 'none', samples(1, 2))).toEqual(first);
      expect(await collect(store.readStream(stream))).toHaveLength(4);
    });

    it('repeated in part is a conflict', async () => {
      await store.append(stream, 'none', samples(1, 2));
      await expect(store.append(stream, 'none', [sample(1), sample(9)])).rejects.toThrow(
        WrongRevision,
      );
    });

    it('of one of many racing writers wins, and the others are told', async () => {
      const outcomes = await Promise.allSettled(
        samples(1, 20).map((event) => store.append(stream, 'none', [event])),
      );
      const rejected = outcomes.filter(({ status }) => status === 'rejected');
      expect(rejected).toHaveLength(19);
      expect(await collect(store.readStream(stream))).toHaveLength(1);
    });

    it('of what must not be written is refused before it is sent', async () => {
      const bad = sample(1);
      const data = { ...bad.event.data, version: 1n };
      const event = { ...bad, event: { ...bad.event, data } as unknown as typeof bad.event };
      await expect(store.append(stream, 'none', [event])).rejects.toThrow(UnencodableEvent);
      expect(await collect(store.readStream(stream))).toEqual([]);
    });

    it('gives every event a position after those before it', async () => {
      for (const number of [1, 2, 3]) {
        await store.append(`${stream}-${number}`, 'none', [sample(number)]);
      }
      const events = await Promise.all(
        [1, 2, 3].map(
          async (number) => (await collect(store.readStream(`${stream}-${number}`)))[0]!,
        ),
      );
      const sorted = [...events].sort((a, b) => comparePositions(a.position, b.position));
      expect(sorted.map(numberOf)).toEqual([1, 2, 3]);
    });
  });

  describe('readStream', () => {
    it('gives back exactly what was appended', async () => {
      const event = sample(7);
      const { revision, position } = await store.append(stream, 'none', [event]);
      expect(await collect(store.readStream(stream))).toEqual([
        { ...event, stream, revision, position },
      ]);
    });

    it('yields nothing for a stream that does not exist', async () => {
      expect(await collect(store.readStream(stream))).toEqual([]);
      expect(await collect(store.readStream(stream, { direction: 'backwards' }))).toEqual([]);
    });

    it.each([
      [{}, [1, 2, 3, 4, 5]],
      [{ from: 2n }, [3, 4, 5]],
      [{ from: 1n, limit: 2 }, [2, 3]],
      [{ from: 5n }, []],
      [{ direction: 'backwards' as const }, [5, 4, 3, 2, 1]],
      [{ direction: 'backwards' as const, from: 2n }, [3, 2, 1]],
      [{ direction: 'backwards' as const, limit: 1 }, [5]],
    ])('with %o', async (options, expected) => {
      await store.append(stream, 'none', samples(1, 5));
      expect((await collect(store.readStream(stream, options))).map(numberOf)).toEqual(expected);
    });

    it('may be left early, any number of times', async () => {
      await store.append(stream, 'none', samples(1, 100));
      for (let time = 0; time < 20; time += 1) {
        for await (const event of store.readStream(stream)) {
          expect(numberOf(event)).toBe(1);
          break;
        }
      }
      expect(await collect(store.readStream(stream))).toHaveLength(100);
    });

    it('stops at an event nobody can read', async () => {
      await store.append(stream, 'none', [sample(1)]);
      await given.writeForeign(stream, 'Invented', {});
      await expect(collect(store.readStream(stream))).rejects.toThrow(UnreadableEventError);
    });
  });

  describe('readStored', () => {
    it('yields what nobody can read too, as it is stored and with the reason', async () => {
      await store.append(stream, 'none', [sample(1)]);
      await given.writeForeign(stream, 'Invented', { of: 'another program' });
      await store.append(stream, 1n, [sample(3)]);
      const { event, metadata } = sample(1);
      expect(await collect(store.readStored(stream))).toMatchObject([
        { stream, revision: 0n, isJson: true, data: event.data, metadata, unreadable: null },
        { revision: 1n, type: 'Invented', data: { of: 'another program' }, metadata },
        { revision: 2n, unreadable: null },
      ]);
      expect(await collect(store.readStored(stream, { from: 1n, limit: 1 }))).toMatchObject([
        { revision: 1n, unreadable: 'unknown type' },
      ]);
    });

    it('yields nothing for a stream that does not exist', async () => {
      expect(await collect(store.readStored(stream))).toEqual([]);
    });
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
