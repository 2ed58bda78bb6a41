import { randomBytes } from 'node:crypto';
import { ServerError } from '../errors';
import { type CollectionRecord, namespaceOf } from '../storage/catalogue';
import { type Value } from '../bson/value';
import { pause, type Step, type Turn } from './pace';

/** A reply's documents, in bytes; leaves room for the frame around them. */
const maxBatchBytes = 16 * 1024 * 1024 - 16 * 1024;
const firstBatchSize = 101;
const idleLimit = 10 * 60 * 1000;

export interface Batch {
  readonly documents: Value[];
  /** 0 when everything was given. */
  readonly cursorId: bigint;
  readonly namespace: string;
}

interface Cursor {
  readonly namespace: string;
  readonly collection: CollectionRecord | undefined;
  readonly documents: Iterator<Step>;
  /** Read from the iterator but not yet given: it did not fit the batch. */
  held: Value | undefined;
  usedAt: number;
  busy: boolean;
}

/** Open result sets, by id. They die after ten minutes without a `getMore`. */
export class Cursors {
  private readonly open = new Map<bigint, Cursor>();
  private readonly sweeper = setInterval(() => {
    this.sweep(Date.now() - idleLimit);
  }, 60_000).unref();

  /** The first batch of a result; `size` undefined asks for MongoDB's 101 documents. */
  async start(
    namespace: string,
    collection: CollectionRecord | undefined,
    documents: Iterable<Step>,
    size: number | undefined,
    single: boolean,
    turn: Turn,
  ): Promise<Batch> {
    const iterator = documents[Symbol.iterator]();
    const cursor = {
      namespace,
      collection,
      documents: iterator,
      held: undefined,
      usedAt: Date.now(),
      busy: false,
    };
    const batch = await this.take(cursor, size ?? firstBatchSize, size === 0, turn);
    if (batch.done || single) return { documents: batch.documents, cursorId: 0n, namespace };
    const id = (randomBytes(8).readBigUInt64LE() >> 2n) + 1n;
    this.open.set(id, cursor);
    return { documents: batch.documents, cursorId: id, namespace };
  }

  /**
   * @throws ServerError 43 for an unknown cursor, 143 while another `getMore` of it runs, 175 when its
   * collection is gone.
   */
  async more(
    id: bigint,
    size: number | undefined,
    exists: (record: CollectionRecord) => boolean,
    turn: Turn,
  ): Promise<Batch> {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new ServerError(43, `cursor id ${String(id)} not found`);
    if (cursor.busy) throw new ServerError(143, `cursor id ${String(id)} is already in use`);
    if (cursor.collection !== undefined && !exists(cursor.collection)) {
      this.open.delete(id);
      throw new ServerError(175, `collection dropped: ${namespaceOf(cursor.collection)}`);
    }
    cursor.busy = true;
    try {
      const batch = await this.take(cursor, size ?? Infinity, false, turn);
      if (batch.done) this.open.delete(id);
      const cursorId = batch.done ? 0n : id;
      return { documents: batch.documents, cursorId, namespace: cursor.namespace };
    } catch (error) {
      this.open.delete(id);
      throw error;
    } finally {
      cursor.usedAt = Date.now();
      cursor.busy = false;
    }
  }

  kill(id: bigint): boolean {
    return this.open.delete(id);
  }

  close(): void {
    clearInterval(this.sweeper);
    this.open.clear();
  }

  private sweep(before: number): void {
    for (const [id, cursor] of this.open) if (cursor.usedAt < before) this.open.delete(id);
  }

  private async take(
    cursor: Cursor,
    size: number,
    none: boolean,
    turn: Turn,
  ): Promise<{ documents: Value[]; done: boolean }> {
    const documents: Value[] = [];
    if (none) return { documents, done: false };
    let bytes = 0;
    for (;;) {
      const document = cursor.held ?? this.next(cursor);
      if (document === pause) {
        await turn();
        continue;
      }
      cursor.held = undefined;
      if (document === undefined) return { documents, done: true };
      bytes += document.end - document.start + 16;
      if (documents.length >= size || (documents.length > 0 && bytes > maxBatchBytes)) {
        cursor.held = document;
        return { documents, done: false };
      }
      documents.push(document);
    }
  }

  private next(cursor: Cursor): Step | undefined {
    const step = cursor.documents.next();
    return step.done === true ? undefined : step.value;
  }
}
