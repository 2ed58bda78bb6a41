import { type Document, Long, UUID } from 'mongodb';
import { codeOf, describeEmbedded, useClient } from './support';

const connected = useClient();

describe('sessions', () => {
  it('are carried by every operation, and ended', async () => {
    const collection = connected.collection();
    await connected.client.withSession(async (session) => {
      await collection.insertOne({ a: 1 }, { session });
      await collection.updateOne({ a: 1 }, { $set: { a: 2 } }, { session });
      expect(await collection.findOne({}, { session })).toMatchObject({ a: 2 });
      expect(await collection.find({}, { session }).toArray()).toHaveLength(1);
    });
    const id = { id: new UUID().toBinary() };
    expect(await connected.command({ ping: 1, lsid: id })).toMatchObject({ ok: 1 });
    for (const name of ['endSessions', 'refreshSessions', 'killSessions']) {
      expect(await connected.command({ [name]: [id] })).toMatchObject({ ok: 1 });
    }
  });
});

describeEmbedded('transactions', () => {
  const session = (): Document => ({
    lsid: { id: new UUID().toBinary() },
    txnNumber: Long.fromNumber(1),
  });

  it('are refused, and so are retryable writes, as by every standalone (20)', async () => {
    const { collectionName } = connected.collection();
    const insert = { insert: collectionName, documents: [{}] };
    expect(await codeOf(connected.command({ ...insert, ...session() }))).toBe(20);
    const begun = { ...insert, ...session(), autocommit: false, startTransaction: true };
    expect(await codeOf(connected.command(begun))).toBe(20);
    const ended = { commitTransaction: 1, ...session(), autocommit: false };
    expect(await codeOf(connected.client.db('admin').command(ended))).toBe(20);
    expect(await connected.db.collection(collectionName).countDocuments()).toBe(0);
  });

  it('of the driver are refused at their first operation', async () => {
    const collection = connected.collection();
    const attempt = connected.client.withSession((each) =>
      each.withTransaction(() => collection.insertOne({}, { session: each })),
    );
    await expect(attempt).rejects.toThrow(/ransaction|retryable writes/);
    expect(await collection.countDocuments()).toBe(0);
  });
});

describe('write concerns', () => {
  const insert = (writeConcern: Document): Promise<Document> =>
    connected.command({ insert: 'c', documents: [{}], writeConcern });

  it.each<Document>([
    { w: 1 },
    { w: 'majority' },
    { w: 1, j: true },
    { j: false },
    { w: 1, wtimeout: 100 },
  ])('of one node are taken: %j', async (concern) => {
    expect(await insert(concern)).toMatchObject({ n: 1, ok: 1 });
  });

  it.each<[concern: Document, code: number]>([
    [{ w: 51 }, 9],
    [{ w: -1 }, 9],
  ])('that nobody can give are refused: %j (%i)', async (concern, code) => {
    expect(await codeOf(insert(concern))).toBe(code);
  });
});

describeEmbedded('concerns of a replica set', () => {
  it.each<[command: Document, code: number]>([
    [{ insert: 'c', documents: [{}], writeConcern: { w: 2 } }, 2],
    [{ insert: 'c', documents: [{}], writeConcern: { w: 'mine' } }, 2],
    [{ find: 'c', readConcern: { level: 'snapshot' } }, 123],
    [{ find: 'c', readConcern: { level: 'linearizable' } }, 123],
    [{ find: 'c', readConcern: { level: 'nothing' } }, 2],
  ])('are refused: %j (%i)', async (command, code) => {
    expect(await codeOf(connected.command(command))).toBe(code);
  });

  it('that one node can give are taken', async () => {
    for (const level of ['local', 'majority', 'available']) {
      expect(await connected.command({ find: 'c', readConcern: { level } })).toMatchObject({
        ok: 1,
      });
    }
  });
});

describe('what any command may carry', () => {
  it('is taken: a comment of any type, a time limit, a read preference, the stable API', async () => {
    const { collectionName } = connected.collection();
    const everything = {
      comment: { why: ['because'] },
      maxTimeMS: 10_000,
      apiVersion: '1',
      apiStrict: true,
      apiDeprecationErrors: true,
    };
    const insert = {
      insert: collectionName,
      documents: [{ a: 1 }],
      bypassDocumentValidation: true,
    };
    expect(await connected.command({ ...insert, ...everything })).toMatchObject({ n: 1 });
    const update = { update: collectionName, updates: [{ q: {}, u: { $set: { a: 2 } } }] };
    expect(await connected.command({ ...update, ...everything })).toMatchObject({ nModified: 1 });
    const remove = { delete: collectionName, deletes: [{ q: {}, limit: 1 }] };
    expect(await connected.command({ ...remove, ...everything })).toMatchObject({ n: 1 });
  });

  it.each<[what: string, code: number, command: Document]>([
    ['a field nobody knows', 40415, { insert: 'c', documents: [{}], nothing: 1 }],
    ['another version of the API', 322, { ping: 1, apiVersion: '2' }],
    [
      'a command outside the stable API',
      323,
      { distinct: 'c', key: 'a', apiVersion: '1', apiStrict: true },
    ],
    ['an unknown command', 59, { rosebud: 1 }],
  ])('is refused: %s (%i)', async (_what, code, command) => {
    expect(await codeOf(connected.command(command))).toBe(code);
  });

  it('names an unknown command', async () => {
    await expect(connected.command({ rosebud: 1 })).rejects.toMatchObject({
      message: expect.stringContaining("no such command: 'rosebud'"),
      codeName: 'CommandNotFound',
    });
  });
});

describe('a server', () => {
  it('says what it is', async () => {
    const hello = await connected.client.db('admin').command({ hello: 1 });
    expect(hello).toMatchObject({
      isWritablePrimary: true,
      maxBsonObjectSize: 16 * 1024 * 1024,
      maxMessageSizeBytes: 48_000_000,
      maxWriteBatchSize: 100_000,
      logicalSessionTimeoutMinutes: 30,
      readOnly: false,
      ok: 1,
    });
    const build = await connected.client.db('admin').command({ buildInfo: 1 });
    expect(build).toMatchObject({ version: expect.stringMatching(/^\d+\.\d+\.\d+/), ok: 1 });
    expect(await connected.client.db('admin').command({ ping: 1 })).toEqual({ ok: 1 });
  });
});
