import { LRUCache } from 'lru-cache';
import { recordedEventData } from '../wire/recorded-event';
import { type Commit, type Head } from './commit';
import { causeOf, diskFull, type DiskFull } from './disk-full';
import { openMaps, type EnvironmentOptions, type EventMaps } from './environment';
import { decodeEventRecord, type EventRecord } from './event-record';
import { HEAD_KEYS, readHead } from './head';
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

/**
 * The durable log: events by position, positions by stream and revision, streams by name.
 * Readers see what is committed and synced, and nothing else.
 */
export class EventLog {
  private readonly streamCache = new LRUCache<string, StreamState>({ max: CACHED_STREAMS });
  private readonly metadataCache = new LRUCache<string, StreamMetadata>({ max: CACHED_STREAMS });
  private currentHead: Head;

  private constructor(
    private readonly directory: string,
    private readonly maps: EventMaps,
  ) {
    this.currentHead = readHead(maps);
  }

  static open(directory: string, options?: EnvironmentOptions): EventLog {
    return new EventLog(directory, openMaps(directory, options));
  }

  get head(): Head {
    return this.currentHead;
  }

  /** Known without counting. */
  get eventCount(): number {
    return (this.log.getStats() as { entryCount: number }).entryCount;
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
    return fillPage(this.maps.log.getRange(range), ({ key, value }) => ({
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
    return fillPage(this.maps.index.getRange(range), ({ key, value }) => {
      const position = decodeNumber(value);
      return { ...this.eventAt(position), position, revision: revisionOfKey(key) };
    });
  }

  private eventAt(position: number): EventRecord {
    const record = this.maps.log.get(position);
    if (record === undefined)
      throw new Error(`the index names position ${position}, the log does not`);
    return decodeEventRecord(record);
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
    const full = await diskFull(this.directory, error);
    if (full === undefined) return undefined;
    this.maps.root.resetReadTxn();
    return readHead(this.maps).next === this.currentHead.next ? full : undefined;
  }

  async close(): Promise<void> {
    await this.maps.root.close();
  }
}

function commitFailed(directory: string, cause: unknown): Error {
  const reason = cause instanceof Error ? cause.message : String(cause);
  const error = new Error(`a commit to the event log in ${directory} failed: ${reason}`, { cause });
  return Object.assign(error, { code: 'commit-failed' });
}
