import { mkdirSync } from 'node:fs';
import { open, type RootDatabase } from 'lmdb';

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

/** Ordered bytes to bytes, durable: the only file that knows LMDB. */
export class Environment {
  private readonly database: RootDatabase<Buffer, Buffer>;

  constructor(directory: string) {
    mkdirSync(directory, { recursive: true });
    this.database = open<Buffer, Buffer>({
      path: `${directory}/read-store.lmdb`,
      encoding: 'binary',
      keyEncoding: 'binary',
      noSubdir: true,
      cache: false,
    });
  }

  get(key: Buffer): Buffer | undefined {
    return this.database.getBinary(key);
  }

  put(key: Buffer, value: Buffer): void {
    this.database.putSync(key, value);
  }

  remove(key: Buffer): void {
    this.database.removeSync(key);
  }

  /** Commits and flushes to disk before it returns; a throw inside leaves nothing behind. */
  transaction<T>(work: () => T): T {
    return this.database.transactionSync(work);
  }

  count(range: Range): number {
    return this.database.getKeysCount({ start: range.start, end: range.end });
  }

  /**
   * The entries of a range, read in growing chunks. No LMDB cursor stays open between two steps, so
   * a client may hold the iteration for minutes; it then sees writes made in between.
   */
  *scan(range: Range, backwards = false): Generator<Entry> {
    let { start, end } = range;
    for (let size = 32; ; size = Math.min(size * 4, 1024)) {
      const chunk = this.chunk({ start, end }, backwards, size);
      yield* chunk;
      const last = chunk.at(-1);
      if (last === undefined || chunk.length < size) return;
      if (backwards) end = last.key;
      else start = Buffer.concat([last.key, Buffer.from([0])]);
    }
  }

  private chunk({ start, end }: Range, backwards: boolean, limit: number): Entry[] {
    if (Buffer.compare(start, end) >= 0) return [];
    if (!backwards) return Array.from(this.database.getRange({ start, end, limit }));
    const range = {
      start: end,
      end: start,
      reverse: true,
      inclusiveEnd: true,
      exclusiveStart: true,
    };
    return Array.from(this.database.getRange({ ...range, limit }));
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
