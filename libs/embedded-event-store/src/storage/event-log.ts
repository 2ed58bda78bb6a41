import { join } from 'node:path';
import { open, type Database, type RootDatabase } from 'lmdb';
import { LRUCache } from 'lru-cache';
import { recordedEventData } from '../wire/recorded-event';
import { type Commit, type Head } from './commit';
import { decodeEventRecord, type EventRecord } from './event-record';
import { decodeNumber, encodeNumber, revisionKey, revisionOfKey, streamKey } from './keys';
import { fillPage, type IndexedEvent, type LoggedEvent, type PageRequest } from './page';
import {
  METADATA_OF_METADATA,
  NO_METADATA,
  isMetadataStream,
  metadataStreamOf,
  parseStreamMetadata,
  type StreamMetadata,
} from './stream-metadata';
import { decodeStreamState, encodeStreamState, type StreamState } from './stream-state';

const CACHED_STREAMS = 50_000;
/** Address space, not memory or disk: LMDB maps the file and grows it as it fills. */
const MAP_BYTES = 64 * 2 ** 30;
/** No event sits at 0, as on a real server, where the node's own events come first. */
const FIRST_POSITION = 64;
const HEAD_KEYS = ['last', 'next', 'nextStreamId'] as const;

/**
 * The durable log: events by position, positions by stream and revision, streams by name.
 * Readers see what is committed and synced, and nothing else.
 */
export class EventLog {
  private readonly streamCache = new LRUCache<string, StreamState>({ max: CACHED_STREAMS });
  private readonly metadataCache = new LRUCache<string, StreamMetadata>({ max: CACHED_STREAMS });
  private currentHead: Head;

  private constructor(
    private readonly root: RootDatabase<Buffer, Buffer>,
    private readonly log: Database<Buffer, number>,
    private readonly index: Database<Buffer, Buffer>,
    private readonly streams: Database<Buffer, Buffer>,
    private readonly counters: Database<Buffer, string>,
  ) {
    const [last, next, nextStreamId] = HEAD_KEYS.map((key) => this.counters.get(key));
    this.currentHead = {
      last: last === undefined ? -1 : decodeNumber(last),
      next: next === undefined ? FIRST_POSITION : decodeNumber(next),
      nextStreamId: nextStreamId === undefined ? 1 : decodeNumber(nextStreamId),
    };
  }

  static open(directory: string): EventLog {
    const root = open<Buffer, Buffer>({
      path: join(directory, 'events.lmdb'),
      encoding: 'binary',
      keyEncoding: 'binary',
      pageSize: 8_192,
      mapSize: MAP_BYTES,
      maxDbs: 8,
      // With overlapping sync a commit would be acknowledged before it is on the disk.
      overlappingSync: false,
    });
    const bytes = { encoding: 'binary', keyEncoding: 'binary' } as const;
    const ordered = { encoding: 'binary', keyEncoding: 'ordered-binary' } as const;
    return new EventLog(
      root,
      root.openDB<Buffer, number>('log', ordered),
      root.openDB<Buffer, Buffer>('index', bytes),
      root.openDB<Buffer, Buffer>('streams', bytes),
      root.openDB<Buffer, string>('counters', ordered),
    );
  }

  get head(): Head {
    return this.currentHead;
  }

  stream(name: string): StreamState | undefined {
    const cached = this.streamCache.get(name);
    if (cached !== undefined) return cached;
    const stored = this.streams.get(streamKey(name));
    if (stored === undefined) return undefined;
    const state = decodeStreamState(stored);
    this.streamCache.set(name, state);
    return state;
  }

  metadata(name: string): StreamMetadata {
    if (isMetadataStream(name)) return METADATA_OF_METADATA;
    const cached = this.metadataCache.get(name);
    if (cached !== undefined) return cached;
    const metadataStream = this.stream(metadataStreamOf(name));
    const newest =
      metadataStream &&
      this.streamPage(metadataStream, { from: metadataStream.last, reverse: true, limit: 1 })[0];
    const metadata = newest ? parseStreamMetadata(recordedEventData(newest.recorded)) : NO_METADATA;
    this.metadataCache.set(name, metadata);
    return metadata;
  }

  /** Events of `$all` in log order up to the head: at most `limit`, and fewer when they are large. */
  allPage({ from, reverse, limit }: PageRequest): LoggedEvent[] {
    const { last } = this.currentHead;
    const range = reverse
      ? { start: Math.min(from, last), end: -1, reverse, limit }
      : { start: from, end: last + 1, limit };
    if (reverse ? range.start < 0 : range.start > last) return [];
    return fillPage(this.log.getRange(range), ({ key, value }) => ({
      ...decodeEventRecord(value),
      position: key,
    }));
  }

  /** Events of one stream in revision order, not trimmed by metadata; pages as `allPage`. */
  streamPage(stream: StreamState, { from, reverse, limit }: PageRequest): IndexedEvent[] {
    if (stream.last < 0 || (reverse ? from < 0 : from > stream.last)) return [];
    const lowest = revisionKey(stream.id, 0);
    const range = reverse
      ? {
          start: revisionKey(stream.id, Math.min(from, stream.last)),
          end: lowest,
          inclusiveEnd: true,
          reverse,
          limit,
        }
      : {
          start: revisionKey(stream.id, from),
          end: revisionKey(stream.id, stream.last),
          inclusiveEnd: true,
          limit,
        };
    return fillPage(this.index.getRange(range), ({ key, value }) => {
      const position = decodeNumber(value);
      return { ...this.eventAt(position), position, revision: revisionOfKey(key) };
    });
  }

  private eventAt(position: number): EventRecord {
    const record = this.log.get(position);
    if (record === undefined)
      throw new Error(`the index names position ${position}, the log does not`);
    return decodeEventRecord(record);
  }

  /**
   * Resolves once the commit is synced to the disk, and only then changes what readers see.
   * After a rejection nothing may be written any more.
   */
  async commit(commit: Commit): Promise<void> {
    await this.root.childTransaction(() => {
      for (const { position, record, index } of commit.records) {
        void this.log.put(position, record);
        if (index !== undefined) {
          void this.index.put(revisionKey(index.streamId, index.revision), encodeNumber(position));
        }
      }
      for (const [name, state] of commit.streams) {
        void this.streams.put(streamKey(name), encodeStreamState(state));
      }
      for (const key of HEAD_KEYS) void this.counters.put(key, encodeNumber(commit.head[key]));
    });
    this.root.resetReadTxn();
    for (const [name, state] of commit.streams) this.streamCache.set(name, state);
    for (const [name, metadata] of commit.metadata) this.metadataCache.set(name, metadata);
    this.currentHead = commit.head;
  }

  async close(): Promise<void> {
    await this.root.close();
  }
}
