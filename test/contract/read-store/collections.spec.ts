import { type Document } from 'mongodb';
import { codeOf, upTo, useClient } from './support';

const connected = useClient();

const admin = (command: Document): Promise<Document> =>
  connected.client.db('admin').command(command);

describe('collections', () => {
  beforeEach(() => connected.db.dropDatabase());

  const names = async (): Promise<string[]> =>
    (await connected.db.listCollections({}, { nameOnly: true }).toArray())
      .map(({ name }) => name)
      .sort();

  it('are made by the first write or on purpose, listed and dropped', async () => {
    const { db } = connected;
    await db.collection('b').insertOne({ n: 1 });
    await db.createCollection('a');
    expect(await names()).toEqual(['a', 'b']);
    await db.collection('b').drop();
    expect(await db.collection('b').findOne()).toBeNull();
    expect(await names()).toEqual(['a']);
  });

  it('may be made again with the same options, not with others (48)', async () => {
    const { db } = connected;
    await db.createCollection('a');
    await db.collection('a').insertOne({ n: 1 });
    await db.createCollection('a');
    expect(await db.collection('a').countDocuments()).toBe(1);
    expect(await codeOf(db.createCollection('a', { capped: true, size: 4096 }))).toBe(48);
  });

  it('are dropped though they are not there', async () => {
    expect(await connected.db.dropCollection('nothing')).toBe(true);
    expect(await connected.command({ drop: 'nothing' })).toMatchObject({ ok: 1 });
    expect(await connected.db.dropDatabase()).toBe(true);
  });

  it('are described', async () => {
    await connected.db.createCollection('a');
    expect(await connected.db.listCollections().toArray()).toMatchObject([
      {
        name: 'a',
        type: 'collection',
        options: {},
        info: { readOnly: false },
        idIndex: { v: 2, key: { _id: 1 }, name: '_id_' },
      },
    ]);
    expect(await connected.db.listCollections({}, { nameOnly: true }).toArray()).toEqual([
      { name: 'a', type: 'collection' },
    ]);
  });

  it('are listed by a filter, and in pages', async () => {
    for (const n of upTo(5)) await connected.db.createCollection(`c${n}`);
    const filtered = await connected.db
      .listCollections({ name: { $in: ['c1', 'c3', 'x'] } })
      .toArray();
    expect(filtered.map(({ name }) => name).sort()).toEqual(['c1', 'c3']);
    const cursor = connected.db.listCollections({}, { batchSize: 2 });
    expect((await cursor.toArray()).map(({ name }) => name).sort()).toEqual([
      'c0',
      'c1',
      'c2',
      'c3',
      'c4',
    ]);
  });

  it('make a database, which is gone with the last of them', async () => {
    const { db } = connected;
    const databases = async (): Promise<string[]> =>
      (await db.admin().listDatabases()).databases.map(({ name }) => name);
    await db.createCollection('a');
    expect(await databases()).toContain(db.databaseName);
    const filter = { name: db.databaseName };
    const one = await admin({ listDatabases: 1, filter, nameOnly: true });
    expect(one['databases']).toEqual([{ name: db.databaseName }]);
    await db.dropDatabase();
    expect(await databases()).not.toContain(db.databaseName);
  });

  it('take a cursor down with them when they are dropped', async () => {
    const many = connected.db.collection('many');
    await many.insertMany(Array.from({ length: 10 }, (_, n) => ({ n })));
    const cursor = many.find({}, { batchSize: 2 });
    await cursor.next();
    await many.drop();
    await expect(cursor.toArray()).rejects.toMatchObject({ code: 175 });
  });

  it.each(['', '.a', 'a.', 'a$b', 'system.users'])('are refused the name %j (73)', async (name) => {
    expect(await codeOf(connected.command({ create: name }))).toBe(73);
  });

  it('are refused names that are too long (73), or no text (73)', async () => {
    expect(await codeOf(connected.command({ create: 'x'.repeat(256) }))).toBe(73);
    expect(await codeOf(connected.command({ create: 5 }))).toBe(73);
    expect(await codeOf(connected.command({ find: 5 }))).toBe(73);
  });
});

describe('a rename', () => {
  beforeEach(() => connected.db.dropDatabase());

  const names = async (): Promise<string[]> =>
    (await connected.db.listCollections().toArray()).map(({ name }) => name).sort();

  it('takes documents and indexes along', async () => {
    const { db } = connected;
    await db.collection('a').createIndex({ n: 1 });
    await db.collection('a').insertOne({ n: 2 });
    expect((await db.collection('a').rename('b')).collectionName).toBe('b');
    expect(await names()).toEqual(['b']);
    expect(await db.collection('b').countDocuments({ n: { $gt: 0 } })).toBe(1);
    expect(await db.collection('b').indexes()).toHaveLength(2);
  });

  it('switches in one step when it drops the target', async () => {
    const { db } = connected;
    await db.collection('next').insertOne({ n: 2 });
    await db.collection('current').insertOne({ n: 1 });
    expect(await codeOf(db.collection('next').rename('current'))).toBe(48);
    await db.collection('next').rename('current', { dropTarget: true });
    expect(await names()).toEqual(['current']);
    expect(await db.collection('current').find().project({ _id: 0 }).toArray()).toEqual([{ n: 2 }]);
  });

  it('is refused without a source (26), to itself (20), to an invalid name (73)', async () => {
    const { db } = connected;
    await db.createCollection('a');
    const rename = (from: string, to: string): Promise<Document> =>
      admin({ renameCollection: `${db.databaseName}.${from}`, to: `${db.databaseName}.${to}` });
    expect(await codeOf(rename('nothing', 'b'))).toBe(26);
    expect(await codeOf(rename('a', 'a'))).toBe(20);
    expect(await codeOf(rename('a', ''))).toBe(73);
    expect(await codeOf(rename('a', '.b'))).toBe(73);
  });

  it('is refused on another database than admin (13)', async () => {
    const { db } = connected;
    const command = { renameCollection: `${db.databaseName}.a`, to: `${db.databaseName}.b` };
    expect(await codeOf(db.command(command))).toBe(13);
  });
});
