import { Long, type Document, type MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { maxMessageSize } from '../../../libs/embedded-read-store/src/wire/framing';
import { startNode } from '../../../libs/embedded-read-store/src/worker/node';
import { framed, OP_MSG, RawConnection } from '../read-store/raw-frames';
import { fill, useOwnNodes } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const own = useOwnNodes();

/** What a command that opens or reads a cursor answers. */
interface CursorReply {
  readonly cursor: { readonly id: Long | number; readonly nextBatch: readonly Document[] };
}

async function openCursor(client: MongoClient, options: Document = {}) {
  const db = client.db('d');
  const opened = await db.command({ find: 'c', batchSize: 2, ...options });
  const { cursor } = opened as CursorReply;
  const more = async () =>
    (await db.command({
      getMore: Long.fromValue(cursor.id),
      collection: 'c',
    })) as CursorReply;
  return { id: Long.fromValue(cursor.id), more };
}

describe('a cursor', () => {
  it('ends when nobody asks for more for long, also one that asked to be kept within a session', async () => {
    const node = await own.start({ cursorTimeout: 200 });
    const client = await own.connect(node.connectionString);
    await fill(client, 10);
    const left = await openCursor(client);
    const kept = await openCursor(client, { noCursorTimeout: true });
    await sleep(600);
    await expect(left.more()).rejects.toMatchObject({ code: 43 });
    expect((await kept.more()).cursor.nextBatch).toHaveLength(8);
  });

  it('ends with its session, and when it is killed', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString);
    await fill(client, 10);
    const session = client.startSession();
    const { id } = session.id ?? {};
    const opened = await client.db('d').command({ find: 'c', batchSize: 2 }, { session });
    const other = await openCursor(client);
    await client.db('admin').command({ endSessions: [{ id }] });
    const { cursor } = opened as CursorReply;
    const getMore = { getMore: Long.fromValue(cursor.id), collection: 'c' };
    await expect(client.db('d').command(getMore)).rejects.toMatchObject({ code: 43 });
    await session.endSession();
    const killed = await client.db('d').command({ killCursors: 'c', cursors: [other.id] });
    expect(killed['cursorsKilled']).toEqual([other.id]);
    await expect(other.more()).rejects.toMatchObject({ code: 43 });
  });

  it('is one of a thousand at most', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString);
    await fill(client, 10);
    for (let open = 0; open < 1_000; open += 1) await openCursor(client);
    await expect(openCursor(client)).rejects.toMatchObject({ code: 146 });
    expect(await client.db('d').collection('c').countDocuments()).toBe(10);
  });

  it('is told that its collection or index is gone, instead of being given less', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString);
    await fill(client, 5_000);
    const collection = client.db('d').collection('c');
    await collection.createIndex({ n: 1 });
    const byIndex = await openCursor(client, { filter: { n: { $gte: 0 } } });
    const byId = await openCursor(client);
    await collection.dropIndex('n_1');
    await expect(byIndex.more()).rejects.toMatchObject({ code: 175 });
    await collection.drop();
    await expect(byId.more()).rejects.toMatchObject({ code: 175 });
  });
});

describe('what a dropped collection leaves', () => {
  it('is removed in the background, and its name is free at once', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString);
    await fill(client, 30_000);
    const started = performance.now();
    await client.db('d').collection('c').drop();
    await client.db('d').collection<{ _id: number }>('c').insertOne({ _id: 1 });
    expect(performance.now() - started).toBeLessThan(1_000);
    expect(await client.db('d').collection('c').find().toArray()).toEqual([{ _id: 1 }]);
  });
});

describe('a message that is only announced', () => {
  /** A node in this thread: what it reserves is seen in this thread's memory, and nobody else's is. */
  async function nodeInThisThread() {
    const listening = { tcp: { host: '127.0.0.1', port: 0 }, unixSocket: null };
    const settings = { listening, faults: false, cursorTimeout: 60_000, flush: 'disk' } as const;
    const node = await startNode({ directory: own.directory, ...settings }, (error) => {
      throw error;
    });
    return { url: `mongodb://127.0.0.1:${String(node.facts.port)}`, stop: () => node.stop() };
  }

  it('costs no memory: fifty of 48 MB take less than one of them', async () => {
    const node = await nodeInThisThread();
    const client = await own.connect(`${node.url}/?directConnection=true`);
    const connections = await Promise.all(
      Array.from({ length: 50 }, () => RawConnection.to(node.url)),
    );
    const before = process.memoryUsage().arrayBuffers;
    const announcement = framed(OP_MSG, Buffer.alloc(10), maxMessageSize - 1);
    for (const connection of connections) connection.write(announcement);
    // Each answer comes after a turn in which the node read what had arrived.
    for (let asked = 0; asked < 10; asked += 1) {
      expect(await client.db('admin').command({ ping: 1 })).toEqual({ ok: 1 });
    }
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(maxMessageSize);
    for (const connection of connections) connection.close();
    await client.close();
    await node.stop();
  });
});
