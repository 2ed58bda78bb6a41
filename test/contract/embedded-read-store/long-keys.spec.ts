import { useOwnNodes } from './own-node';

// Starting compiles the worker's sources; on a busy machine that takes seconds.
jest.setTimeout(60_000);

const own = useOwnNodes();

const long = (end: string): string => 'k'.repeat(5_000) + end;
const mixed = [long('b'), 'kk', long('a'), long(''), 'kkl', long('ab'), 'a', 7, null];

async function collection() {
  const node = await own.start();
  const client = await own.connect(node.connectionString);
  return client.db('d').collection<{ _id: string | number; v?: unknown; w?: number }>('c');
}

describe('values longer than a key of the storage', () => {
  it('are unique, also those that differ only where nothing is kept of them', async () => {
    const c = await collection();
    await c.createIndex({ v: 1 }, { unique: true }, {});
    await c.insertMany([long('a'), long('b'), long('')].map((v, _id) => ({ _id, v })));
    for (const v of [long('a'), long('b'), long('')]) {
      await expect(c.insertOne({ _id: 'x', v })).rejects.toMatchObject({ code: 11000 });
      expect(await c.find({ v }).toArray()).toHaveLength(1);
    }
    await c.updateOne({ v: long('a') }, { $set: { v: long('c') } });
    await c.insertOne({ _id: 'x', v: long('a') });
  });

  it('may be the _id', async () => {
    const c = await collection();
    await c.insertMany([{ _id: long('b') }, { _id: long('a') }, { _id: 'a' }, { _id: 'z' }]);
    await expect(c.insertOne({ _id: long('a') })).rejects.toMatchObject({ code: 11000 });
    expect(await c.findOne({ _id: long('a') })).toEqual({ _id: long('a') });
    const sorted = await c.find().sort({ _id: 1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual(['a', long('a'), long('b'), 'z']);
    const above = await c
      .find({ _id: { $gt: long('a') } })
      .sort({ _id: -1 })
      .toArray();
    expect(above.map(({ _id }) => _id)).toEqual(['z', long('b')]);
    await c.deleteOne({ _id: long('a') });
    expect(await c.countDocuments()).toBe(3);
  });

  it.each([1, -1] as const)('are found and sorted as without an index (%i)', async (direction) => {
    const c = await collection();
    await c.insertMany(mixed.map((v, _id) => ({ _id, v, w: _id % 2 })));
    const asked = async (): Promise<unknown[]> => [
      await c.find().sort({ v: direction }).toArray(),
      await c
        .find({ v: { $gte: long('') } })
        .sort({ v: direction, _id: 1 })
        .toArray(),
      await c.find({ v: { $gt: long('a'), $lt: long('b') } }).toArray(),
      await c
        .find({ v: { $in: [long('a'), 'kk', long('zz')] } })
        .sort({ _id: 1 })
        .toArray(),
      await c
        .find({ w: 1, v: { $lte: long('ab') } })
        .sort({ _id: 1 })
        .toArray(),
    ];
    const without = await asked();
    await c.createIndex({ v: direction });
    await c.createIndex({ w: 1, v: direction });
    expect(await asked()).toEqual(without);
  });
});
