import { nodeOptionsFor } from '@jejak/embedded-node';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { useOwnNodes } from './own-node';

jest.setTimeout(30_000);

const markOf = (directory: string): string => join(directory, 'read-store.unflushed');

describe('A node that leaves flushing to the system', () => {
  const own = useOwnNodes();

  it('has what it acknowledged after SIGKILL, and says on the disk that it may not be there', async () => {
    const host = join(__dirname, 'node-host.ts');
    const args = [...nodeOptionsFor(host), host, own.directory, 'system'];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const client = await own.connect(line.toString().trim());
    const numbers = client.db('d').collection<{ _id: number }>('c');
    for (let _id = 0; _id < 100; _id += 1) await numbers.insertOne({ _id });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(markOf(own.directory))).toBe(true);

    const node = await own.start();
    expect(existsSync(markOf(own.directory))).toBe(false);
    const reader = await own.connect(node.connectionString);
    const found = reader.db('d').collection<{ _id: number }>('c');
    expect(await found.countDocuments({ _id: { $gte: 0 } })).toBe(100);
  });

  it('leaves no mark when it is stopped', async () => {
    const node = await own.start({ flush: 'system' });
    const client = await own.connect(node.connectionString);
    await client.db('d').collection('c').insertOne({ a: 1 });
    expect(existsSync(markOf(own.directory))).toBe(true);
    await client.close();
    await node.stop();
    expect(existsSync(markOf(own.directory))).toBe(false);
  });

  it('refuses a directory that it left when the machine ended', async () => {
    const node = await own.start({ flush: 'system' });
    await node.stop();
    await writeFile(markOf(own.directory), 'of another start of the machine');
    for (const flush of ['system', 'disk'] as const) {
      await expect(own.start({ flush })).rejects.toMatchObject({ code: 'unflushed' });
    }
  });

  it('refuses to acknowledge what is asked to be on the disk', async () => {
    const node = await own.start({ flush: 'system' });
    const client = await own.connect(node.connectionString);
    const collection = client.db('d').collection('c');
    const journaled = { writeConcern: { w: 1, journal: true } };
    await expect(collection.insertOne({ a: 1 }, journaled)).rejects.toMatchObject({ code: 2 });
    await collection.insertOne({ a: 1 }, { writeConcern: { w: 'majority' } });
    expect(await collection.countDocuments({})).toBe(1);
  });
});

describe('Writes that come together', () => {
  const own = useOwnNodes();

  it('take effect or fail each on its own', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString, { maxPoolSize: 20 });
    const collection = client.db('d').collection<{ _id: number; n: number }>('c');
    await collection.createIndex({ n: 1 }, { unique: true }, {});
    const numbers = Array.from({ length: 400 }, (_, _id) => _id);
    // Every fourth has the number of the one before it.
    const wanted = numbers.map((_id) => ({ _id, n: _id % 4 === 3 ? _id - 1 : _id }));
    const outcomes = await Promise.allSettled(wanted.map((each) => collection.insertOne(each)));
    const stored = await collection.find().sort({ _id: 1 }).toArray();
    const accepted = wanted.filter((_each, index) => outcomes[index]?.status === 'fulfilled');
    expect(stored).toEqual(accepted);
    expect(new Set(stored.map(({ n }) => n)).size).toBe(300);
    expect(stored).toHaveLength(300);
    expect(await collection.estimatedDocumentCount()).toBe(300);
  });

  it('may make and drop collections and indexes between them', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString, { maxPoolSize: 20 });
    const db = client.db('d');
    const round = async (n: number): Promise<void> => {
      const name = `c${n % 5}`;
      await db.collection<{ _id: number }>(name).insertOne({ _id: n });
      if (n % 7 === 0) await db.collection(name).createIndex({ a: 1, b: n % 2 === 0 ? 1 : -1 });
      if (n % 11 === 0) await db.collection(name).drop();
    };
    const work = Promise.allSettled(Array.from({ length: 200 }, (_, n) => round(n)));
    expect((await work).filter(({ status }) => status === 'rejected')).toEqual([]);
    const names = (await db.listCollections().toArray()).map(({ name }) => name).sort();
    await client.close();
    await node.stop();
    const again = await own.connect((await own.start()).connectionString);
    const kept = (await again.db('d').listCollections().toArray()).map(({ name }) => name).sort();
    expect(kept).toEqual(names);
  });
});
