import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { nodeOptionsFor } from '@jejak/embedded-node';
import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { Long, MongoClient } from 'mongodb';
import { runCampaign } from '../../kills/campaign';
import { readStoreGame } from '../../kills/read-store/game';

// Starting compiles the sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const hasIpv6 = Object.values(networkInterfaces()).some((addresses) =>
  addresses?.some(({ address }) => address === '::1'),
);

const host = join(__dirname, 'node-host.ts');

/** A node in a process of its own, so that the process can be killed. */
async function startHost(directory: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [...nodeOptionsFor(host), host, directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((settle, reject) => {
    child.stdout.once('data', (chunk: Buffer) => {
      settle(chunk.toString().trim());
    });
    child.once('exit', () => {
      reject(new Error('the host ended before it listened'));
    });
  });
  return { child, url };
}

describe('what the embedded node has acknowledged', () => {
  let directory: string;

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'jejak-durability-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  it('is there after a restart, indexes and all', async () => {
    const first = await startEmbeddedReadStore({ directory });
    const writer = await MongoClient.connect(first.connectionString);
    await writer.db('d').collection('c').createIndex({ n: -1 }, { unique: true }, {});
    await writer
      .db('d')
      .collection('c')
      .insertMany([{ n: 1 }, { n: 2 }]);
    await writer.close();
    await first.stop();
    const second = await startEmbeddedReadStore({ directory });
    const reader = await MongoClient.connect(second.connectionString);
    const collection = reader.db('d').collection('c');
    expect(await collection.find().sort({ n: -1 }).project({ _id: 0 }).toArray()).toEqual([
      { n: 2 },
      { n: 1 },
    ]);
    await expect(collection.insertOne({ n: 1 })).rejects.toMatchObject({ code: 11000 });
    await reader.close();
    await second.stop();
  });

  it('survives SIGKILL, and the next start needs no waiting', async () => {
    const { child, url } = await startHost(directory);
    const client = await MongoClient.connect(url, { serverSelectionTimeoutMS: 500 });
    const collection = client.db('d').collection<{ _id: number; at: Long }>('c');
    let acknowledged = 0;
    const writing = (async () => {
      for (let n = 0; ; n += 1) {
        await collection.bulkWrite([
          { insertOne: { document: { _id: n * 2, at: Long.fromNumber(n) } } },
          { insertOne: { document: { _id: n * 2 + 1, at: Long.fromNumber(n) } } },
        ]);
        acknowledged = n + 1;
      }
    })().catch(() => undefined);
    while (acknowledged < 20) await new Promise((settle) => setTimeout(settle, 5));
    const exited = new Promise((settle) => child.once('exit', settle));
    child.kill('SIGKILL');
    await exited;
    await writing;
    await client.close();
    const again = await startEmbeddedReadStore({ directory });
    const reader = await MongoClient.connect(again.connectionString);
    const ids = (
      await reader.db('d').collection<{ _id: number }>('c').find().sort({ _id: 1 }).toArray()
    ).map(({ _id }) => _id);
    expect(ids.length).toBeGreaterThanOrEqual(acknowledged * 2);
    expect(ids.length % 2).toBe(0);
    expect(ids).toEqual(ids.map((_, index) => index));
    await reader.close();
    await again.stop();
  });

  it('is there after many kills under eight writers, whole, and with all of its index entries', async () => {
    const game = readStoreGame({ seed: 5, longest: 300 });
    const { rounds, failure } = await runCampaign({ rounds: 4, from: 0, directory }, game);
    expect(failure).toBeNull();
    expect(rounds).toBe(4);
    expect(game.counts.kills).toBeGreaterThanOrEqual(4);
    expect(game.counts.acknowledged).toBeGreaterThan(4);
  }, 240_000);

  (hasIpv6 ? it : it.skip)('can be reached at an IPv6 address too', async () => {
    const node = await startEmbeddedReadStore({ directory, host: '::1' });
    try {
      const client = await MongoClient.connect(node.connectionString);
      await client.db('d').command({ ping: 1 });
      await client.close();
    } finally {
      await node.stop();
    }
  });

  it('belongs to one node at a time', async () => {
    const first = await startEmbeddedReadStore({ directory });
    await expect(startEmbeddedReadStore({ directory })).rejects.toMatchObject({
      code: 'directory-locked',
    });
    const taken = { directory: join(directory, 'other'), port: first.port };
    await expect(startEmbeddedReadStore(taken)).rejects.toMatchObject({
      code: 'port-unavailable',
    });
    await first.stop();
    const second = await startEmbeddedReadStore({ directory });
    await second.stop();
    await second.stop();
  });
});
