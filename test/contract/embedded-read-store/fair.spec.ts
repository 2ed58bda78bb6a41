import { type Db, type MongoClient } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';
import { fill, useOwnNodes } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const own = useOwnNodes();
const documents = 60_000;

interface Long {
  readonly name: string;
  /** Long enough that blocking would show. */
  readonly run: (db: Db) => Promise<unknown>;
}

const work: readonly Long[] = [
  { name: 'a scan', run: (db) => db.collection('c').find({ none: 1 }).toArray() },
  { name: 'a count', run: (db) => db.collection('c').countDocuments({ spread: { $gte: 0 } }) },
  {
    name: 'a sort without an index',
    run: (db) => db.collection('c').find().sort({ spread: 1 }).skip(20_000).limit(10).toArray(),
  },
  {
    name: 'a group',
    run: (db) =>
      db
        .collection('c')
        .aggregate([{ $group: { _id: '$spread', n: { $sum: 1 } } }, { $count: 'groups' }])
        .toArray(),
  },
  {
    name: 'an update of everything',
    run: (db) => db.collection('c').updateMany({}, { $inc: { n: 1 } }),
  },
  {
    name: 'an index being built',
    run: (db) => db.collection('c').createIndex({ spread: -1, n: 1 }),
  },
];

/** Pings answered while `running` goes on, and the longest of their times in milliseconds. */
async function pingDuring(client: MongoClient, running: Promise<unknown>) {
  let over = false;
  const isOver = (): boolean => over;
  const ended = running.finally(() => {
    over = true;
  });
  let pings = 0;
  let longest = 0;
  while (!isOver()) {
    const started = performance.now();
    await client.db('d').command({ ping: 1 });
    longest = Math.max(longest, performance.now() - started);
    pings += 1;
  }
  await ended;
  return { pings, longest };
}

describe('what takes long in one connection', () => {
  it('lets the others go on: each of their commands waits for a small part of it only', async () => {
    const { connectionString } = await own.start();
    const long = await own.connect(connectionString);
    const short = await own.connect(connectionString);
    await fill(long, documents);
    for (const { name, run } of work) {
      const started = performance.now();
      const { pings, longest } = await pingDuring(short, run(long.db('d')));
      const whole = performance.now() - started;
      // Compared, not measured: a machine that is busy otherwise makes both sides slower.
      expect({ name, isEnough: pings > 5, isSmall: longest < Math.max(50, whole / 3) }).toEqual({
        name,
        isEnough: true,
        isSmall: true,
      });
    }
  });

  it('ends when its client has gone, or when its time is over', async () => {
    const { connectionString } = await own.start();
    const client = await own.connect(connectionString);
    await fill(client, documents);
    const collection = client.db('d').collection('c');
    await expect(collection.find({ none: 1 }, { maxTimeMS: 20 }).toArray()).rejects.toMatchObject({
      code: 50,
    });
    await sleep(1);
    expect(await collection.findOne({ _id: 1 as never })).toMatchObject({ n: 1 });
  });

  it('is not seen by others before it is committed, and not at all when it fails', async () => {
    const { connectionString } = await own.start();
    const writer = await own.connect(connectionString);
    const reader = await own.connect(connectionString);
    await fill(writer, 50_000);
    const changed = reader.db('d').collection('c');
    let over = false;
    const isOver = (): boolean => over;
    const seen = new Set<number>();
    const watching = (async () => {
      while (!isOver())
        seen.add(await changed.countDocuments({ _id: { $in: [0, 49_999] as never[] }, mark: 1 }));
    })();
    const update = writer
      .db('d')
      .collection('c')
      .updateMany({}, { $set: { mark: 1 } });
    await update;
    over = true;
    await watching;
    expect([...seen].filter((count) => count === 1)).toEqual([]);
    const failing = writer
      .db('d')
      .collection('c')
      .updateMany({}, { $set: { mark: 2 } }, { maxTimeMS: 5 });
    await expect(failing).rejects.toMatchObject({ code: 50 });
    expect(await changed.countDocuments({ mark: 2 })).toBe(0);
  });
});
