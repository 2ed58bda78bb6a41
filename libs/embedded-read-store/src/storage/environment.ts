import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';
import { pause, Pacer, type Step } from '../query/pace';

/** The longest key LMDB stores with its page size of 4 KiB, in bytes. */
export const maxKeyBytes = 1978;

export interface Entry {
  readonly key: Buffer;
  readonly value: Buffer;
}

export interface Range {
  /** Inclusive. */
  readonly start: Buffer;
  /** Exclusive. */
  readonly end: Buffer;
}

/** What is there to read: what is committed, or inside a transaction also what it has written. */
export interface Entries {
  get(key: Buffer): Buffer | undefined;
  count(range: Range): number;
  /** Up to `limit` entries, fewer when they are large, never none when there is one. */
  some(range: Range, limit: number, backwards?: boolean): Entry[];
  /**
   * All entries of a range, with pauses. No LMDB cursor stays open between two steps, so a client
   * may hold the iteration for minutes; it then sees writes made in between.
   */
  scan(range: Range, backwards?: boolean): Generator<Step<Entry>>;
}

/** Inside a transaction. */
export interface WritableEntries extends Entries {
  put(key: Buffer, value: Buffer): void;
  remove(key: Buffer): void;
}

type Database = RootDatabase<Buffer, Buffer>;

/** The most a chunk of a scan holds in memory, in entries and in bytes. */
const chunkEntries = 1024;
const chunkBytes = 1024 * 1024;

class Reading implements Entries {
  constructor(protected readonly database: Database) {}

  get(key: Buffer): Buffer | undefined {
    return this.database.getBinary(key);
  }

  count(range: Range): number {
    return this.database.getKeysCount({ start: range.start, end: range.end });
  }

  some({ start, end }: Range, limit: number, backwards = false): Entry[] {
    if (Buffer.compare(start, end) >= 0) return [];
    const range = backwards
      ? { start: end, end: start, reverse: true, inclusiveEnd: true, exclusiveStart: true }
      : { start, end };
    const entries: Entry[] = [];
    let bytes = 0;
    for (const entry of this.database.getRange({ ...range, limit })) {
      entries.push(entry);
      bytes += entry.value.length;
      if (bytes > chunkBytes) break;
    }
    return entries;
  }

  *scan(range: Range, backwards = false): Generator<Step<Entry>> {
    const pacer = new Pacer();
    let { start, end } = range;
    for (let size = 32; ; size = Math.min(size * 4, chunkEntries)) {
      const chunk = this.some({ start, end }, size, backwards);
      for (const entry of chunk) {
        yield entry;
        if (pacer.isDue(entry.value.length)) {
          yield pause;
          pacer.restart();
        }
      }
      const last = chunk.at(-1);
      if (last === undefined) return;
      if (backwards) end = last.key;
      else start = Buffer.concat([last.key, Buffer.from([0])]);
    }
  }
}

class Writing extends Reading implements WritableEntries {
  put(key: Buffer, value: Buffer): void {
    this.database.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.database.removeSync(key);
  }
}

/**
 * Ordered bytes to bytes, durable: the only file that knows LMDB. It is opened twice, for what one
 * handle reads while it has a transaction open are that transaction's own writes.
 */
export class Environment {
  private readonly reader: Database;
  private readonly writer: Database;
  /** What is committed. */
  readonly committed: Entries;
  private readonly writing: WritableEntries;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    const opened = (): Database =>
      open<Buffer, Buffer>({
        path: `${directory}/read-store.lmdb`,
        encoding: 'binary',
        keyEncoding: 'binary',
        noSubdir: true,
        cache: false,
        // With overlapping sync a commit would be acknowledged before it is on the disk.
        overlappingSync: false,
        // Batches have a promise of their own that nobody holds: the rejection of a failed commit
        // would end the process.
        eventTurnBatching: false,
      });
    this.writer = opened();
    this.reader = opened();
    this.committed = new Reading(this.reader);
    this.writing = new Writing(this.writer);
  }

  /**
   * Commits and flushes to disk before it resolves; when `work` throws, nothing is left behind. It
   * may await; no other transaction may be begun meanwhile, and reading goes on from what was
   * committed before.
   */
  async transaction<T>(work: (entries: WritableEntries) => T | Promise<T>): Promise<T> {
    try {
      return await this.writer.transactionSync(() => work(this.writing));
    } finally {
      // Else what this turn has read before the commit is what it goes on reading.
      this.reader.resetReadTxn();
    }
  }

  async close(): Promise<void> {
    await this.reader.close();
    await this.writer.close();
  }
}
