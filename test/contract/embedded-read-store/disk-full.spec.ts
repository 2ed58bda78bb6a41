import { verifyReadStore } from '@jejak/embedded-read-store';
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MongoClient, type Collection } from 'mongodb';
import { type ChildNode, startChildNode } from '../embedded-event-store/child-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const script = join(__dirname, 'node-process.ts');

let directory: string;
let node: ChildNode;
let client: MongoClient;
let collection: Collection<{ _id: number; n: number; filler: string }>;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'read-store-full-'));
  node = await startChildNode(directory, 2_048, script);
  client = await MongoClient.connect(node.connectionString);
  collection = client.db('d').collection('c');
  await collection.createIndex({ n: 1 }, { unique: true }, {});
});
afterEach(async () => {
  await client.close();
  await node.kill();
  await rm(directory, { recursive: true, force: true });
});

const batch = (from: number, size: number, bytes = 2_000) =>
  Array.from({ length: size }, (_, i) => ({
    _id: from + i,
    n: from + i,
    filler: 'x'.repeat(bytes),
  }));

/** Inserts until there is no room; answers how many documents were acknowledged, and the refusal. */
async function fill(size: number): Promise<{ acknowledged: number; refusal: unknown }> {
  for (let from = 0; from < 20_000; from += size) {
    try {
      await collection.insertMany(batch(from, size));
    } catch (refusal) {
      return { acknowledged: from, refusal };
    }
  }
  throw new Error('the disk has not become full');
}

/** Gives the process the room it did not have. */
function makeRoom(): void {
  execFileSync('prlimit', ['--pid', String(node.pid), '--fsize=unlimited']);
}

describe('a disk that is full', () => {
  it.each([10, 2_000])(
    'refuses a write of %i documents in words, keeps what was acknowledged, and goes on once there is room',
    async (size) => {
      const { acknowledged, refusal } = await fill(size);
      expect(refusal).toMatchObject({ code: 14031, codeName: 'OutOfDiskSpace' });
      expect((refusal as Error).message).toContain('the disk is full');
      expect((refusal as Error).message).toContain(directory);
      expect(await collection.countDocuments()).toBe(acknowledged);
      expect(await collection.countDocuments({ n: { $gte: 0 } })).toBe(acknowledged);
      // Reading needs no room, and what is refused leaves no index entry in the way.
      const again = collection.insertMany(batch(acknowledged, size));
      await expect(again).rejects.toMatchObject({ code: 14031 });

      makeRoom();
      await collection.insertMany(batch(acknowledged, size));
      expect(await collection.countDocuments()).toBe(acknowledged + size);
      await node.kill();
      expect(await verifyReadStore({ directory })).toMatchObject({
        documents: acknowledged + size,
        fault: null,
      });
    },
  );

  it.each([20, 2_000])('refuses each of eight writers of %i documents the same', async (size) => {
    const written: number[] = [];
    const write = async (writer: number): Promise<unknown> => {
      for (let n = 0; n < 1_000; n += 1) {
        const from = writer * 10_000_000 + n * size;
        try {
          await collection.insertMany(batch(from, size, 500));
        } catch (refusal) {
          return refusal;
        }
        written.push(from);
      }
      return undefined;
    };
    const refusals = await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
    for (const refusal of refusals) expect(refusal).toMatchObject({ code: 14031 });
    expect(await collection.countDocuments()).toBe(written.length * size);
    makeRoom();
    await collection.insertOne({ _id: -1, n: -1, filler: '' });
    await node.kill();
    expect(await verifyReadStore({ directory })).toMatchObject({
      documents: written.length * size + 1,
      fault: null,
    });
  });
});
