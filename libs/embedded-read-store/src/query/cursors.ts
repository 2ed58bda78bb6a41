import { randomBytes } from 'node:crypto';
import { ServerError } from '../errors';
import { type CollectionRecord, namespaceOf } from '../storage/catalogue';
import { type Batch, type Cursor, takeBatch } from './cursor';
import { type Step, type Turn } from './pace';

export { type Batch } from './cursor';

const firstBatchSize = 101;

/** Each holds what was read ahead of its client, a sort up to 100 MB. */
const mostOpen = 1_000;

/** As long as a session lives that is not used, in milliseconds: `noCursorTimeout` is no longer. */
const sessionTimeout = 30 * 60 * 1000;

interface OpenCursor extends Cursor {
  readonly session: string | undefined;
  /** In milliseconds. */
  readonly timeout: number;
  usedAt: number;
  busy: boolean;
}

/** Open result sets, by id. They end with their session, or when nobody asks for more for long. */
export class Cursors {
  private readonly open = new Map<bigint, OpenCursor>();
  private readonly sweeper: NodeJS.Timeout;

  /** `timeout`, in milliseconds, is how long a cursor lives without a `getMore`. */
  constructor(private readonly timeout: number) {
    this.sweeper = setInterval(
      () => {
        this.sweep();
      },
      Math.min(timeout / 2, 60_000),
    ).unref();
  }

  /** The cursors as a command of a session works with them. */
  forCommand(session: string | undefined, noTimeout: boolean): CursorsOfCommand {
    return new CursorsOfCommand(this, session, noTimeout ? sessionTimeout : this.timeout);
  }

  /** @throws ServerError 146 when there are too many. */
  add(cursor: Cursor, session: string | undefined, timeout: number): bigint {
    if (this.open.size >= mostOpen) {
      throw new ServerError(146, `${String(mostOpen)} cursors are open; close some`);
    }
    const id = (randomBytes(8).readBigUInt64LE() >> 2n) + 1n;
    const opened = { session, timeout, usedAt: performance.now(), busy: false };
    this.open.set(id, Object.assign(cursor, opened));
    return id;
  }

  /** @throws ServerError 43 for an unknown cursor, 143 while another `getMore` of it runs. */
  take(id: bigint): OpenCursor {
    const cursor = this.open.get(id);
    if (cursor === undefined) throw new ServerError(43, `cursor id ${String(id)} not found`);
    if (cursor.busy) throw new ServerError(143, `cursor id ${String(id)} is already in use`);
    return cursor;
  }

  kill(id: bigint): boolean {
    const cursor = this.open.get(id);
    if (cursor !== undefined) cursor.isKilled = true;
    return this.open.delete(id);
  }

  endSessions(sessions: ReadonlySet<string>): void {
    for (const [id, { session }] of this.open) {
      if (session !== undefined && sessions.has(session)) this.kill(id);
    }
  }

  close(): void {
    clearInterval(this.sweeper);
    this.open.clear();
  }

  private sweep(): void {
    const now = performance.now();
    for (const [id, { busy, usedAt, timeout }] of this.open) {
      if (!busy && now - usedAt > timeout) this.kill(id);
    }
  }
}

/** What one command does with cursors. */
export class CursorsOfCommand {
  constructor(
    private readonly all: Cursors,
    private readonly session: string | undefined,
    private readonly timeout: number,
  ) {}

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
    const cursor = { namespace, collection, documents: iterator, held: undefined, isKilled: false };
    const batch = await takeBatch(cursor, size ?? firstBatchSize, turn);
    const isOver = single || batch.isLast;
    const cursorId = isOver ? 0n : this.all.add(cursor, this.session, this.timeout);
    return { documents: batch.documents, cursorId, namespace };
  }

  /**
   * @throws ServerError 43 for an unknown cursor, 143 while another `getMore` of it runs, 175 when its
   * collection is gone, 237 when it is killed meanwhile.
   */
  async more(
    id: bigint,
    size: number | undefined,
    exists: (record: CollectionRecord) => boolean,
    turn: Turn,
  ): Promise<Batch> {
    const cursor = this.all.take(id);
    if (cursor.collection !== undefined && !exists(cursor.collection)) {
      this.all.kill(id);
      throw new ServerError(175, `collection dropped: ${namespaceOf(cursor.collection)}`);
    }
    cursor.busy = true;
    try {
      const { documents, isLast } = await takeBatch(cursor, size ?? Infinity, turn);
      if (isLast) this.all.kill(id);
      return { documents, cursorId: isLast ? 0n : id, namespace: cursor.namespace };
    } catch (error) {
      this.all.kill(id);
      throw error;
    } finally {
      cursor.usedAt = performance.now();
      cursor.busy = false;
    }
  }

  kill(id: bigint): boolean {
    return this.all.kill(id);
  }

  endSessions(sessions: ReadonlySet<string>): void {
    this.all.endSessions(sessions);
  }
}
