import { START, eventTypeFilter } from '@eventstore/db-client';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Writer } from '../../../libs/embedded-event-store/src/append/writer';
import { PAGE_BYTES, PAGE_MESSAGES } from '../../../libs/embedded-event-store/src/read/pages';
import { readAll } from '../../../libs/embedded-event-store/src/read/read-all';
import { readStream } from '../../../libs/embedded-event-store/src/read/read-stream';
import { type Reply } from '../../../libs/embedded-event-store/src/read/reply';
import { subscribeToAll } from '../../../libs/embedded-event-store/src/read/subscribe-to-all';
import { subscribeToStream } from '../../../libs/embedded-event-store/src/read/subscribe-to-stream';
import { Tail } from '../../../libs/embedded-event-store/src/read/tail';
import { EventLog } from '../../../libs/embedded-event-store/src/storage/event-log';
import { type ReadRequest } from '../../../libs/embedded-event-store/src/wire/read-requests';
import {
  collect,
  connect,
  newStream,
  notedUpTo,
  numbers,
  take,
  type Connected,
} from '../event-store/server/support';

jest.setTimeout(30_000);

const request: ReadRequest = {
  stream: undefined,
  from: 'start',
  direction: 'forwards',
  resolveLinks: false,
  until: Number.MAX_SAFE_INTEGER,
};
const subscription: ReadRequest = { ...request, until: 'subscription' };

/** A reader that takes what it is sent when told to, and not before. */
class Reader implements Reply {
  readonly taken: Buffer[] = [];
  waiting: Buffer[] = [];
  private readonly gone = new AbortController();
  private wake: () => void = () => undefined;

  get signal(): AbortSignal {
    return this.gone.signal;
  }

  write(message: Buffer): boolean {
    this.waiting.push(message);
    return false;
  }

  drained(): Promise<void> {
    return new Promise((resolve) => {
      this.wake = resolve;
    });
  }

  take(): void {
    this.taken.push(...this.waiting);
    this.waiting = [];
    this.wake();
  }

  leave(): void {
    this.gone.abort();
    this.wake();
  }
}

async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await nextTurn();
}

const bytesOf = (messages: readonly Buffer[]): number =>
  messages.reduce((sum, { length }) => sum + length, 0);

describe('what a reader costs the node', () => {
  let directory: string;
  let log: EventLog;
  let writer: Writer;
  const tail = new Tail();

  const append = (stream: string, count: number, bytes: number) =>
    writer.submit({
      kind: 'append',
      target: { stream, expected: 'any' },
      events: Array.from({ length: count }, () => ({
        id: randomUUID(),
        type: 'Noted',
        contentType: 'application/octet-stream',
        data: Buffer.alloc(bytes),
        metadata: Buffer.alloc(0),
      })),
    });

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'bounded-'));
    log = EventLog.open(directory);
    writer = new Writer(log, { committed: () => undefined, failed: () => undefined });
  });

  afterEach(async () => {
    await log.close();
    await rm(directory, { recursive: true });
  });

  it.each([
    ['a read of $all', (reader: Reader) => readAll(log, request, reader)],
    ['a read of a stream', (reader: Reader) => readStream(log, 'note-1', request, reader)],
    ['a subscription to $all', (reader: Reader) => subscribeToAll(log, tail, subscription, reader)],
    [
      'a subscription to a stream',
      (reader: Reader) => subscribeToStream(log, tail, 'note-1', subscription, reader),
    ],
  ])(
    '%s keeps one page for a reader that takes nothing, and goes on when it does',
    async (_, start) => {
      const events = PAGE_MESSAGES * 3;
      await append('note-1', events, 10);
      const reader = new Reader();
      const ended = start(reader);

      await turns(20);
      const first = reader.waiting.length;
      expect(first).toBeGreaterThan(0);
      expect(first).toBeLessThanOrEqual(PAGE_MESSAGES);
      await turns(20);
      expect(reader.waiting).toHaveLength(first);
      while (reader.taken.length < events) {
        reader.take();
        await turns(5);
        expect(reader.waiting.length).toBeLessThanOrEqual(PAGE_MESSAGES);
      }
      expect(new Set(reader.taken.map((message) => message.toString('hex'))).size).toBe(events);

      reader.leave();
      await ended;
    },
  );

  it('counts bytes too, so that large events do not pile up', async () => {
    const bytes = PAGE_BYTES / 2;
    for (let n = 0; n < 5; n++) await append('note-1', 1, bytes);
    const reader = new Reader();
    const ended = readAll(log, request, reader);

    await turns(20);
    expect(bytesOf(reader.waiting)).toBeLessThan(PAGE_BYTES + bytes);
    reader.leave();
    await ended;
  });

  it('gives others their turns while it looks for what a filter lets through', async () => {
    const perAppend = 3_000;
    for (let n = 0; n < 5; n++) await append('note-1', perAppend, 10);
    const filter = { on: 'type', prefixes: ['Unheard'], checkpointEvery: 1e9 } as const;
    const reader = new Reader();
    const scan = { isRunning: true };
    const ended = readAll(log, { ...request, filter }, reader).then(() => {
      scan.isRunning = false;
    });

    let between = 0;
    while (scan.isRunning) {
      await nextTurn();
      between++;
    }
    await ended;
    expect(reader.waiting).toEqual([]);
    expect(between).toBeGreaterThan(2);
  });

  it('remembers no more streams than it may, and knows the others all the same', async () => {
    const limit = 50;
    const names = Array.from({ length: limit * 4 }, (_, n) => `note-${n}`);
    const small = await mkdtemp(join(tmpdir(), 'bounded-'));
    const limited = EventLog.open(small, limit);
    const writing = new Writer(limited, { committed: () => undefined, failed: () => undefined });
    const event = {
      id: '',
      type: 'Noted',
      contentType: 'x',
      data: Buffer.alloc(1),
      metadata: Buffer.alloc(0),
    };
    await Promise.all(
      names.map((stream) =>
        writing.submit({
          kind: 'append',
          target: { stream, expected: 'no_stream' },
          events: [{ ...event, id: randomUUID() }],
        }),
      ),
    );

    expect(names.map((name) => limited.stream(name)?.last)).toEqual(names.map(() => 0));
    expect(limited.cached.streams).toBe(limit);
    await limited.close();
    await rm(small, { recursive: true });
  });

  it('remembers no more of long names and large metadata than it may, and knows them too', async () => {
    const names = Array.from({ length: 40 }, (_, n) => `note-${n}-${'x'.repeat(60_000)}`);
    const text = (n: number): Buffer =>
      Buffer.from(JSON.stringify({ $maxCount: n + 1, text: 'x'.repeat(900_000) }));
    for (const [n, name] of names.entries()) {
      const event = { id: randomUUID(), type: 'x', contentType: 'x', metadata: Buffer.alloc(0) };
      await writer.submit({
        kind: 'append',
        target: { stream: `$$${name}`, expected: 'any' },
        events: [{ ...event, data: text(n) }],
      });
    }
    const limits = names.map((name) => log.metadata(name).maxCount);
    expect(limits).toEqual(names.map((_, n) => n + 1));
    expect(log.cached.characters).toBeLessThanOrEqual(2 * 16 * 1_048_576);
  });
});

describe('many subscribers through the client', () => {
  let connected: Connected;

  beforeEach(async () => {
    connected = await connect();
  });

  afterEach(() => connected.close());

  it('sends an event to every one of a hundred that wait for it', async () => {
    const { client } = connected;
    const stream = newStream();
    const waiting = Array.from({ length: 100 }, () => client.subscribeToStream(stream));
    await Promise.all(waiting.map((one) => once(one, 'caughtUp')));
    const seen = waiting.map((one) => take(one, 3));
    await client.appendToStream(stream, notedUpTo(3));

    for (const events of await Promise.all(seen)) expect(numbers(events)).toEqual([0, 1, 2]);
  });

  it('lets a slow one slow only itself, and sends it everything later', async () => {
    const { client } = connected;
    const stream = newStream();
    const count = 1_000;
    await client.appendToStream(stream, notedUpTo(count));
    const filter = eventTypeFilter({ prefixes: ['Noted'] });
    const slow = Array.from({ length: 5 }, () =>
      client.subscribeToAll({ filter, fromPosition: START }),
    );
    await Promise.all(slow.map((one) => once(one, 'confirmation')));

    const other = newStream();
    for (let n = 0; n < 20; n++) await client.appendToStream(other, notedUpTo(1));
    const read = await collect(client.readStream(stream));
    expect(numbers(read)).toHaveLength(count);

    for (const one of slow) {
      const mine: number[] = [];
      for await (const event of one) {
        if (event.event?.streamId === stream) mine.push(...numbers([event]));
        if (mine.length === count) break;
      }
      expect(mine).toEqual(Array.from({ length: count }, (_, n) => n));
    }
  });
});
