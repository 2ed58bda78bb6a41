import { join } from 'node:path';

import { open } from 'lmdb';

import { type Usage, used } from '../measure';
import { serve } from './serve';

interface Setting {
  readonly directory: string;
  /** Of what the log holds under a position. */
  readonly recordBytes: number;
}

export interface Writing {
  readonly events: number;
  /** Events of one transaction. */
  readonly group: number;
  /** Streams that the events of a transaction belong to. */
  readonly streams: number;
}

export interface Looking {
  readonly reads: number;
  readonly eventsEach: number;
}

const pageLength = 128;

/** The floor of storage: lmdb with the node's options, keys, sizes and shape of transaction. */
function rawLmdb({ directory, recordBytes }: Setting) {
  const root = open<Buffer, Buffer>({
    path: join(directory, 'raw.lmdb'),
    encoding: 'binary',
    keyEncoding: 'binary',
    pageSize: 8_192,
    mapSize: 64 * 2 ** 30,
    maxDbs: 8,
    overlappingSync: false,
  });
  const bytes = { encoding: 'binary', keyEncoding: 'binary' } as const;
  const ordered = { encoding: 'binary', keyEncoding: 'ordered-binary' } as const;
  const log = root.openDB<Buffer, number>('log', ordered);
  const index = root.openDB<Buffer, Buffer>('index', bytes);
  const streams = root.openDB<Buffer, Buffer>('streams', bytes);
  const counters = root.openDB<Buffer, string>('counters', ordered);
  const state = Buffer.alloc(13);
  const revisions: number[] = [];
  let written = 0;

  const write = ({ group, streams: spread }: Writing): Promise<void> =>
    root.childTransaction(() => {
      const touched = new Set<number>();
      for (let n = 0; n < group; n += 1) {
        const position = (written += 1) * recordBytes;
        const stream = n % spread;
        const revision = (revisions[stream] = (revisions[stream] ?? -1) + 1);
        void log.put(position, Buffer.alloc(recordBytes, n));
        void index.put(indexKey(stream, revision), numberBytes(position));
        touched.add(stream);
      }
      for (const stream of touched) void streams.put(Buffer.from(`bench-stream-${stream}`), state);
      for (const key of ['last', 'next', 'nextStreamId']) {
        void counters.put(key, numberBytes(written));
      }
    });

  /** Values of a page are looked at in one turn, as the node does. */
  const scan = async (events: number): Promise<void> => {
    let seen = 0;
    for (let start = 0; seen < events;) {
      let length = 0;
      for (const { key, value } of log.getRange({ start, limit: pageLength })) {
        start = key + 1;
        length += value.length > 0 ? 1 : 0;
      }
      if (length === 0) throw new Error(`The floor's log ends after ${seen} of ${events} events`);
      seen += length;
      await new Promise((resolve) => setImmediate(resolve));
    }
  };

  const look = (stream: number, eventsEach: number): void => {
    const range = { start: indexKey(stream, 0), end: indexKey(stream, eventsEach) };
    let seen = 0;
    for (const { value } of index.getRange(range)) {
      if (log.get(value.readDoubleBE()) !== undefined) seen += 1;
    }
    if (seen !== eventsEach) throw new Error(`${seen} events came of ${eventsEach}`);
  };

  const methods = {
    write: (writing: Writing): Promise<Usage> =>
      used(writing.events, async () => {
        for (let n = 0; n < writing.events; n += writing.group) await write(writing);
      }),
    scan: (events: number): Promise<Usage> => used(events, () => scan(events)),
    look: ({ reads, eventsEach }: Looking): Promise<Usage> =>
      used(reads, async () => {
        for (let n = 0; n < reads; n += 1) {
          look(n % revisions.length, eventsEach);
          await new Promise((resolve) => setImmediate(resolve));
        }
      }),
  };
  return Promise.resolve({ methods, stop: () => root.close() });
}

function indexKey(stream: number, revision: number): Buffer {
  const key = Buffer.alloc(12);
  key.writeUInt32BE(stream, 0);
  key.writeUInt32BE(revision, 8);
  return key;
}

function numberBytes(value: number): Buffer {
  const encoded = Buffer.alloc(8);
  encoded.writeDoubleBE(value);
  return encoded;
}

export type RawLmdb = Awaited<ReturnType<typeof rawLmdb>>['methods'];

serve(rawLmdb);
