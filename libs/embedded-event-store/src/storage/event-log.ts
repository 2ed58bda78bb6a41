import { causeOf, diskFull, type DiskFull } from '@jejak/embedded-node';
import { LRUCache } from 'lru-cache';
import { join } from 'node:path';
import { recordedEventData } from '../wire/recorded-event';
import { type Commit, type Head } from './commit';
import { DATA_FILE, entriesOf, openMaps, type EventMaps } from './environment';
import { recordedOf } from './event-record';
import { HEAD_KEYS, readHead } from './head';
import { decodeNumber, encodeNumber, revisionKey, revisionOfKey, streamKey } from './keys';
import { commitFailed, isOfLmdb, unreadable } from './log-failures';
import { type LoggedRecord, type Walk } from './logged-record';
import {
  METADATA_OF_METADATA,
  NO_METADATA,
  isMetadataStream,
  metadataStreamOf,
  parseStreamMetadata,
  type StreamMetadata,
} from './stream-metadata';
import { decodeStreamState, encodeStreamState, type StreamState } from './stream-state';

/** Streams remembered; what was not asked for lately is read again. */
const CACHED_STREAMS = 20_000;
/** Of names, and of names and metadata: both are as long as somebody likes. */
const CACHED_BYTES = 16 * 1_048_576;

/**
 * The durable log: events by position, positions by stream and revision, streams by name.
 * Readers see what is committed and synced, and nothing else.
 */
export class EventLog {
  private readonly streamCache: LRUCache<string, StreamState>;
  private readonly metadataCache: LRUCache<string, StreamMetadata>;
  private currentHead: Head;

  private constructor(
    private readonly directory: string,
    private readonly maps: EventMaps,
    cachedStreams: number,
  ) {
    const limits = { max: cachedStreams, maxSize: CACHED_BYTES };
    this.streamCache = new LRUCache({
      ...limits,
      sizeCalculation: (_, name) => name.length + 1,
    });
    this.metadataCache = new LRUCache({
      ...limits,
      sizeCalculation: ({ bytes }, name) => name.length + bytes + 1,
    });
    this.currentHead = readHead(maps);
  }

  /**
   * `cachedStreams`: streams, and metadata of as many, that are remembered at most. Throws an error
   * with `code` `log-unreadable` when the file is damaged or no log, or with the system's own code.
   */
  static open(directory: string, cachedStreams = CACHED_STREAMS): EventLog {
    try {
      return new EventLog(directory, openMaps(directory), cachedStreams);
    } catch (error) {
      throw isOfLmdb(error) ? unreadable(directory, error) : error;
    }
  }

  get head(): Head {
    return this.currentHead;
  }

  /** Known without counting. */
  get eventCount(): number {
    return entriesOf(this.maps.log);
  }

  /** What is remembered at this moment: streams, and characters of names and metadata. */
  get cached(): { readonly streams: number; readonly characters: number } {
    const { streamCache, metadataCache } = this;
    return {
      streams: Math.max(streamCache.size, metadataCache.size),
      characters: streamCache.calculatedSize + metadataCache.calculatedSize,
    };
  }

  stream(name: string): StreamState | undefined {
    const cached = this.streamCache.get(name);
    if (cached !== undefined) return cached;
    const stored = this.maps.streams.get(streamKey(name));
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
    const newest = metadataStream && this.event(metadataStream, metadataStream.last);
    const metadata = newest
      ? parseStreamMetadata(recordedEventData(recordedOf(newest.record)))
      : NO_METADATA;
    this.metadataCache.set(name, metadata);
    return metadata;
  }

  /**
   * Shows the events of `$all` in log order, from a position on (included), until `visit` wants no
   * more or there are none up to the head. True: there are none. Records are only good until
   * `visit` returns.
   */
  walkAll({ from, reverse }: Walk, visit: (position: number, record: Buffer) => boolean): boolean {
    const { last } = this.currentHead;
    if (reverse ? from < 0 : from > last) return true;
    const range = reverse
      ? { start: Math.min(from, last), end: -1, reverse }
      : { start: from, end: last + 1 };
    for (const { key, value } of this.maps.logInPlace.getRange(range)) {
      if (!visit(key, value)) return false;
    }
    return true;
  }

  /** The same of one stream in revision order, not trimmed by its metadata. */
  walkStream(
    stream: StreamState,
    { from, reverse }: Walk,
    visit: (event: LoggedRecord) => boolean,
  ): boolean {
    const { id, last } = stream;
    if (last < 0 || (reverse ? from < 0 : from > last)) return true;
    const range = reverse
      ? { start: revisionKey(id, Math.min(from, last)), end: revisionKey(id, 0), reverse }
      : { start: revisionKey(id, from), end: revisionKey(id, last) };
    for (const { key, value } of this.maps.index.getRange({ ...range, inclusiveEnd: true })) {
      const position = decodeNumber(value);
      const event = { revision: revisionOfKey(key), position, record: this.recordAt(position) };
      if (!visit(event)) return false;
    }
    return true;
  }

  /** Undefined where the stream has no such revision. The record is the caller's to keep. */
  event({ id, last }: StreamState, revision: number): LoggedRecord | undefined {
    if (revision < 0 || revision > last) return undefined;
    const value = this.maps.index.get(revisionKey(id, revision));
    if (value === undefined) return undefined;
    const position = decodeNumber(value);
    return { revision, position, record: Buffer.from(this.recordAt(position)) };
  }

  /** Good until the next reading. */
  private recordAt(position: number): Buffer {
    const record = this.maps.logInPlace.get(position);
    if (record === undefined)
      throw new Error(`the index names position ${position}, the log does not`);
    return record;
  }

  /**
   * Resolves once the commit is synced to the disk, and only then changes what readers see. Rejects
   * with `DiskFull` when there was no room: nothing was written, the next commit may be tried. After
   * any other rejection nothing may be written or read any more.
   */
  async commit(commit: Commit): Promise<void> {
    try {
      await this.write(commit);
    } catch (error) {
      const cause = await causeOf(error);
      throw (await this.fullWithNothingWritten(cause)) ?? commitFailed(this.directory, cause);
    }
    this.maps.root.resetReadTxn();
    for (const [name, state] of commit.streams) this.streamCache.set(name, state);
    for (const [name, metadata] of commit.metadata) this.metadataCache.set(name, metadata);
    this.currentHead = commit.head;
  }

  /** One transaction: LMDB syncs its pages, then the page that makes them the newest. */
  private async write(commit: Commit): Promise<void> {
    const { root, log, index, streams, counters } = this.maps;
    await root.childTransaction(() => {
      for (const { position, record, index: indexed } of commit.records) {
        void log.put(position, record);
        if (indexed !== undefined) {
          void index.put(revisionKey(indexed.streamId, indexed.revision), encodeNumber(position));
        }
      }
      for (const [name, state] of commit.streams) {
        void streams.put(streamKey(name), encodeStreamState(state));
      }
      for (const key of HEAD_KEYS) void counters.put(key, encodeNumber(commit.head[key]));
    });
  }

  /** A full disk, provided that the file still says what memory says and can still be read. */
  private async fullWithNothingWritten(error: unknown): Promise<DiskFull | undefined> {
    const full = await diskFull(join(this.directory, DATA_FILE), error);
    if (full === undefined) return undefined;
    this.maps.root.resetReadTxn();
    return readHead(this.maps).next === this.currentHead.next ? full : undefined;
  }

  async close(): Promise<void> {
    await this.maps.root.close();
  }
}
