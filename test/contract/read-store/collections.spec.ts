import { useClient } from './support';

const connected = useClient();

describe('collections', () => {
  beforeEach(() => connected.db.dropDatabase());

  const names = async (): Promise<string[]> =>
    (await connected.db.listCollections({}, { nameOnly: true }).toArray()).map(({ name }) => name).sort();

  it('are made by the first write or on purpose, listed and dropped', async () => {
    const { db } = connected;
    await db.collection('b').insertOne({ n: 1 });
    await db.createCollection('a');
    expect(await names()).toEqual(['a', 'b']);
    await expect(db.createCollection('a')).rejects.toMatchObject({ code: 48 });
    expect((await db.admin().listDatabases()).databases.map(({ name }) => name)).toContain(
      db.databaseName,
    );
    await db.collection('b').drop();
    expect(await db.collection('b').findOne()).toBeNull();
    expect(await names()).toEqual(['a']);
  });

  it('are switched in one step by a rename that drops the target', async () => {
    const { db } = connected;
    await db.collection('next').createIndex({ n: 1 });
    await db.collection('next').insertOne({ n: 2 });
    await db.collection('current').insertOne({ n: 1 });
    await expect(db.collection('next').rename('current')).rejects.toMatchObject({ code: 48 });
    await db.collection('next').rename('current', { dropTarget: true });
    expect(await names()).toEqual(['current']);
    expect(
      await db
        .collection('current')
        .find({ n: { $gt: 0 } })
        .project({ _id: 0 })
        .toArray(),
    ).toEqual([{ n: 2 }]);
    expect(await db.collection('current').indexes()).toHaveLength(2);
    await expect(db.collection('next').rename('other')).rejects.toMatchObject({ code: 26 });
  });

  it('take a cursor down with them when they are dropped', async () => {
    const many = connected.db.collection('many');
    await many.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    const cursor = many.find({}, { batchSize: 2 });
    await cursor.next();
    await many.drop();
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
  });
});
