import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase, type Transaction as Snapshot, TransactionFlags } from 'lmdb';
import { pause, Pacer, type Step } from '../query/pace';
import { UnflushedMark } from './unflushed';

/** In the directory of a node. */
export const dataFile = 'read-store.lmdb';

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
  /** Removes up to `limit` entries of a range; answers how many there were. */
  removeSome(range: Range, limit: number): number;
}

/**
 * What a commit waits for. `disk`: until it is flushed there. `system`: until the operating system has
 * it, which survives the end of the process and not that of the machine.
 */
export type Flush = 'disk' | 'system';

const unflushed: TransactionFlags =
  TransactionFlags.ABORTABLE | TransactionFlags.SYNCHRONOUS_COMMIT | TransactionFlags.NO_SYNC_FLUSH;

/** Lmdb's types leave out that a read may be told its transaction. */
interface Snapshots {
  getBinaryFast(key: Buffer, options?: { readonly transaction?: Snapshot }): Buffer | undefined;
}

type Database = RootDatabase<Buffer, Buffer> & Snapshots;

/** The most a chunk of a scan holds in memory, in entries and in bytes. */
const chunkEntries = 1024;
const chunkBytes = 1024 * 1024;

class Reading implements Entries {
  /** Without a transaction every turn of the event loop reads what is newest. */
  constructor(
    protected readonly database: Database,
    private readonly snapshot: { readonly transaction?: Snapshot } = {},
  ) {}

  /** Lmdb's own buffer holds a value until the next is read: this is a copy, from a pool if small. */
  get(key: Buffer): Buffer | undefined {
    const found = this.database.getBinaryFast(key, this.snapshot);
    if (found === undefined) return undefined;
    // Its `length` is that of the value, set by lmdb; only a view of its own has that length truly.
    const value = Buffer.allocUnsafe(found.length);
    value.set(new Uint8Array(found.buffer, found.byteOffset, found.length));
    return value;
  }

  count(range: Range): number {
    return this.database.getKeysCount({ ...this.snapshot, start: range.start, end: range.end });
  }

  some({ start, end }: Range, limit: number, backwards = false): Entry[] {
    if (Buffer.compare(start, end) >= 0) return [];
    const range = backwards
      ? { start: end, end: start, reverse: true, inclusiveEnd: true, exclusiveStart: true }
      : { start, end };
    const entries: Entry[] = [];
    let bytes = 0;
    for (const entry of this.database.getRange({ ...this.snapshot, ...range, limit })) {
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

  removeSome({ start, end }: Range, limit: number): number {
    const keys = Array.from(this.database.getKeys({ start, end, limit }));
    for (const key of keys) this.remove(key);
    return keys.length;
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
  readonly file: string;
  private readonly mark: UnflushedMark;
  private begun = 0;

  /** @throws UnflushedError. */
  constructor(
    directory: string,
    readonly flush: Flush,
  ) {
    mkdirSync(directory, { recursive: true });
    this.file = join(directory, dataFile);
    this.mark = new UnflushedMark(directory, this.file);
    this.mark.assertSameBoot();
    if (flush === 'disk') this.mark.clear();
    else this.mark.set();
    this.writer = this.open();
    this.reader = this.open();
    this.committed = new Reading(this.reader);
    this.writing = new Writing(this.writer);
  }

  private open(): Database {
    return open<Buffer, Buffer>({
      path: this.file,
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
  }

  /**
   * Commits before it resolves, and flushes as it was told to; when `work` throws, nothing is left
   * behind. It may await; no other transaction may be begun meanwhile, and reading goes on from what
   * was committed before.
   */
  async transaction<T>(work: (entries: WritableEntries) => T | Promise<T>): Promise<T> {
    const begin = (): T | Promise<T> => {
      this.begun = this.writer.getWriteTxnId();
      return work(this.writing);
    };
    try {
      // A flush takes the disk's time, so lmdb's thread waits for it and not the one that answers
      // readers. There only a transaction within the committed one can be given up.
      return await (this.flush === 'disk'
        ? this.writer.childTransaction(begin)
        : this.writer.transactionSync(begin, unflushed));
    } finally {
      // Else what this turn has read before the commit is what it goes on reading.
      this.reader.resetReadTxn();
    }
  }

  /** Inside a transaction: when `work` throws, only what it wrote itself is not left behind. */
  part<T>(work: () => Promise<T>): Promise<T> {
    // Typed for being called outside of transactions; inside it answers with what `work` does.
    return this.writer.childTransaction(work) as unknown as Promise<T>;
  }

  /** Whether the transaction begun last is what the file now says, though its commit has failed. */
  hasCommitted(): boolean {
    this.reader.resetReadTxn();
    const stats: object = this.reader.getStats();
    return !('lastTxnId' in stats) || Number(stats.lastTxnId) >= this.begun;
  }

  async close(): Promise<void> {
    await this.reader.close();
    await this.writer.close();
    this.mark.clear();
  }
}

/** A data directory as it is at one moment, whether a node writes to it or not. Nothing is changed. */
export function openSnapshot(directory: string): { entries: Entries; close: () => Promise<void> } {
  const database = open<Buffer, Buffer>({
    path: join(directory, dataFile),
    encoding: 'binary',
    keyEncoding: 'binary',
    noSubdir: true,
    cache: false,
    readOnly: true,
  });
  const transaction = database.useReadTransaction();
  return {
    entries: new Reading(database, { transaction }),
    close: () => {
      transaction.done();
      return database.close();
    },
  };
}
