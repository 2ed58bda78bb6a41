import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type WriteRequest } from '../append/write-request';
import { Writer } from '../append/writer';
import { openMaps, type EventMaps } from '../storage/environment';
import { EventLog } from '../storage/event-log';
import { streamOf, typeOf } from '../storage/event-record';
import { encodeNumber, revisionKey, streamKey } from '../storage/keys';
import { decodeStreamState, encodeStreamState, type StreamState } from '../storage/stream-state';
import { verifyDirectory } from './verify-directory';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'event-store-verify-'));
});
afterEach(() => rm(directory, { recursive: true }));

let ids = 0;
const event = () => ({
  id: `00000000-0000-4000-8000-${String(ids++).padStart(12, '0')}`,
  type: 'Noted',
  contentType: 'application/json',
  data: Buffer.from('{"n":1}'),
  metadata: Buffer.alloc(0),
});
const append = (stream: string, count: number): WriteRequest => ({
  kind: 'append',
  target: { stream, expected: 'any' },
  events: Array.from({ length: count }, event),
});
const end = (kind: 'delete' | 'tombstone', stream: string): WriteRequest => ({
  kind,
  target: { stream, expected: 'any' },
});

/** Three events of "a", two of "b", metadata of "b", and a tombstone on "c". */
async function fill(requests: readonly WriteRequest[] = usual()): Promise<void> {
  const log = EventLog.open(directory);
  const writer = new Writer(log, { committed: () => undefined, failed: () => undefined });
  for (const request of requests) await writer.submit(request);
  await log.close();
}
const usual = () => [
  append('a', 1),
  append('b', 2),
  append('a', 2),
  end('delete', 'b'),
  append('c', 1),
  end('tombstone', 'c'),
];

async function change(work: (maps: EventMaps) => void): Promise<void> {
  const maps = openMaps(directory);
  await maps.root.transaction(() => {
    work(maps);
  });
  await maps.root.close();
}

const faultOf = async (): Promise<string | null> => (await verifyDirectory(directory)).fault;

/** Where the event of a stream is. */
function find(maps: EventMaps, stream: string, revision: number) {
  const state = stateOf(maps, stream);
  const key = revisionKey(state.id, revision);
  const position = (maps.index.get(key) ?? Buffer.alloc(8)).readDoubleBE();
  return { key, position, record: Buffer.from(maps.log.get(position) ?? []) };
}
const stateOf = (maps: EventMaps, stream: string): StreamState =>
  decodeStreamState(maps.streams.get(streamKey(stream)) ?? Buffer.alloc(13));

const changeState = (stream: string, changed: Partial<StreamState>): Promise<void> =>
  change((maps) => {
    const state = { ...stateOf(maps, stream), ...changed };
    void maps.streams.put(streamKey(stream), encodeStreamState(state));
  });

describe('verifyDirectory', () => {
  it('counts what is there when all is well, also when nothing is', async () => {
    await fill([]);
    expect(await verifyDirectory(directory)).toEqual({ events: 0, streams: 0, fault: null });
    await fill();
    expect(await verifyDirectory(directory)).toEqual({ events: 8, streams: 4, fault: null });
  });

  it('names the event of which any byte of the record has changed', async () => {
    await fill();
    let size = 1;
    for (let offset = 0; offset < size; offset += 3) {
      let position = 0;
      let intact: Buffer = Buffer.alloc(0);
      await change((maps) => {
        ({ position, record: intact } = find(maps, 'a', 1));
        size = intact.length;
        const changed = Buffer.from(intact);
        changed.writeUInt8(changed.readUInt8(offset) ^ (1 << (offset % 8)), offset);
        void maps.log.put(position, changed);
      });
      const fault = await faultOf();
      expect(fault).toContain(`position ${position}, stream "a", revision 1: `);
      // A first byte that says format 1 leaves the rest without a checksum and out of place.
      if (offset > 0) expect(fault).toContain('checksum');
      await change((maps) => void maps.log.put(position, intact));
    }
    expect(await faultOf()).toBeNull();
  });

  it('names the place of an event that is gone', async () => {
    await fill();
    let gone = 0;
    await change((maps) => {
      gone = find(maps, 'a', 1).position;
      void maps.log.remove(gone);
    });
    expect(await faultOf()).toContain(`position ${gone}: an event is missing`);
  });

  it('names an event whose index entry has changed, is gone, or is one too many', async () => {
    await fill();
    const place = /^position \d+, stream "a", revision 1: /u;
    let right = 0;
    await change((maps) => {
      const { key, position } = find(maps, 'a', 1);
      right = position;
      void maps.index.put(key, encodeNumber(position + 1));
    });
    expect(await faultOf()).toMatch(place);
    expect(await faultOf()).toContain(`the index says that the event is at position ${right + 1}`);
    await change((maps) => void maps.index.remove(find(maps, 'a', 1).key));
    expect(await faultOf()).toMatch(place);
    expect(await faultOf()).toContain('the index does not know');
    await change(
      (maps) => void maps.index.put(revisionKey(stateOf(maps, 'a').id, 1), encodeNumber(right)),
    );
    expect(await faultOf()).toBeNull();
    await change(
      (maps) => void maps.index.put(revisionKey(stateOf(maps, 'a').id, 3), encodeNumber(right)),
    );
    expect(await faultOf()).toContain('the index has 8 entries for 7 events');
  });

  it.each<[string, Partial<StreamState>]>([
    ['stream "b": the state says that it ends at revision 2', { last: 2 }],
    ['stream "b": the state says that it ends at revision 0', { last: 0 }],
    ['stream "b": the state says that it ends at revision 0.5', { last: 0.5 }],
    ['stream "b": the state says that it is tombstoned', { tombstoned: true }],
    ['stream "b", revision 0: the index does not know the event', { id: 9 }],
  ])('names the stream whose state is wrong: %s', async (told, changed) => {
    await fill();
    await changeState('b', changed);
    expect(await faultOf()).toContain(told);
  });

  it('names the stream that does not know of its tombstone, or is not known at all', async () => {
    await fill();
    await changeState('c', { tombstoned: false });
    expect(await faultOf()).toMatch(/^position \d+, stream "c": the stream does not know/u);
    await change((maps) => void maps.streams.remove(streamKey('a')));
    expect(await faultOf()).toMatch(
      /^position 64, stream "a", revision 0: the stream is not known/u,
    );
  });

  it.each(['last', 'next', 'nextStreamId'])(
    'names the counter "%s" that is wrong',
    async (name) => {
      await fill();
      await change((maps) => {
        const value = maps.counters.get(name)?.readDoubleBE() ?? 0;
        void maps.counters.put(name, encodeNumber(value - 1));
      });
      expect(await faultOf()).toMatch(new RegExp(`^position \\d+: the counter "${name}" is `, 'u'));
    },
  );

  it('reads records of before there were checksums', async () => {
    await fill([append('a', 1)]);
    await change((maps) => {
      const { position, record } = find(maps, 'a', 0);
      const older = Buffer.concat([Buffer.of(1), record.subarray(1, 15), record.subarray(19)]);
      void maps.log.put(position, older);
      void maps.counters.put('next', encodeNumber(position + older.length));
    });
    expect(await faultOf()).toBeNull();
    await fill([append('a', 1)]);
    const log = EventLog.open(directory);
    const found: string[][] = [];
    log.walkAll({ from: 0, reverse: false }, (_position, record) => {
      return found.push([streamOf(record), typeOf(record)]) > 0;
    });
    expect(found).toEqual([
      ['a', 'Noted'],
      ['a', 'Noted'],
    ]);
    await log.close();
    expect(await faultOf()).toBeNull();
  });
});
