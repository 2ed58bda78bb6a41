import { nodeOptionsFor } from '@jejak/embedded-node';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fill, useOwnNodes } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const own = useOwnNodes();

const within = async (milliseconds: number, work: Promise<unknown>): Promise<boolean> => {
  const started = performance.now();
  await work;
  return performance.now() - started < milliseconds;
};

describe('stopping', () => {
  it('interrupts a scan and an update, and keeps what was acknowledged and nothing else', async () => {
    const node = await own.start();
    // The driver asks again for what was interrupted, until it finds no server any more.
    const client = await own.connect(node.connectionString, { serverSelectionTimeoutMS: 500 });
    await fill(client, 60_000);
    const collection = client.db('d').collection('c');
    const scans = Array.from({ length: 5 }, () => collection.find({ none: 1 }).toArray());
    const update = collection.updateMany({}, { $set: { mark: 1 } });
    const ended = Promise.allSettled([...scans, update]);
    await client.db('d').command({ ping: 1 });
    // Generous for a busy machine; the update alone would take longer.
    expect(await within(3_000, node.stop())).toBe(true);
    const outcomes = await ended;
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(0);
    const again = await own.connect((await own.start()).connectionString);
    const marked = await again.db('d').collection('c').countDocuments({ mark: 1 });
    expect(marked).toBe(outcomes.at(-1)?.status === 'fulfilled' ? 60_000 : 0);
    expect(await again.db('d').collection('c').countDocuments()).toBe(60_000);
  });

  it('does not wait for a client that takes nothing of what it asked for', async () => {
    const node = await own.start();
    const client = await own.connect(node.connectionString);
    await fill(client, 20_000);
    const cursor = client.db('d').collection('c').find({}, { batchSize: 20_000 });
    await cursor.next();
    expect(await within(3_000, node.stop())).toBe(true);
    await cursor.close();
  });

  it.each(['exit', 'throw'])(
    'a process that ends by %s in the middle of a write ends',
    async (how) => {
      const child = fork(join(__dirname, 'ending-process.ts'), [own.directory, how], {
        execArgv: nodeOptionsFor(__filename),
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      const code = await new Promise((resolve) => child.once('exit', resolve));
      expect(code).toBe(how === 'exit' ? 7 : 1);
      const again = await own.connect((await own.start()).connectionString);
      const marked = await again.db('d').collection('c').countDocuments({ mark: 1 });
      expect([0, 40_000]).toContain(marked);
    },
  );
});
