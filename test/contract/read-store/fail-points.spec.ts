import { type Document } from 'mongodb';
import { command, RawConnection } from './raw-frames';
import { codeOf, describeEmbedded, refusal, useClient } from './support';

const connected = useClient({ retryReads: false });

/** A real server has these only when it was started with enableTestCommands. */
describeEmbedded('the fail point failCommand', () => {
  const arm = (mode: unknown, data: Document = {}): Promise<Document> =>
    connected.client.db('admin').command({ configureFailPoint: 'failCommand', mode, data });
  const find = { failCommands: ['find'], errorCode: 13 };

  afterEach(() => arm('off'));

  it('fails the next n commands', async () => {
    const collection = connected.collection();
    await arm({ times: 2 }, find);
    expect(await refusal(collection.findOne())).toMatchObject({
      code: 13,
      codeName: 'Unauthorized',
    });
    expect(await codeOf(collection.findOne())).toBe(13);
    expect(await collection.findOne()).toBeNull();
  });

  it('lets some pass first', async () => {
    const collection = connected.collection();
    await arm({ skip: 1 }, find);
    expect(await collection.findOne()).toBeNull();
    expect(await codeOf(collection.findOne())).toBe(13);
    expect(await codeOf(collection.findOne())).toBe(13);
  });

  it('goes on until it is switched off, and tells how often it acted', async () => {
    const collection = connected.collection();
    await arm('alwaysOn', find);
    for (let n = 0; n < 3; n += 1) expect(await codeOf(collection.findOne())).toBe(13);
    expect(await arm('off')).toMatchObject({ count: 3, ok: 1 });
    expect(await collection.findOne()).toBeNull();
  });

  it('means only the commands it names', async () => {
    const collection = connected.collection();
    await arm('alwaysOn', { failCommands: ['insert', 'bulkWrite'], errorCode: 8 });
    expect(await collection.findOne()).toBeNull();
    expect(await codeOf(collection.insertOne({}))).toBe(8);
    const model = { name: 'insertOne', namespace: collection.namespace, document: {} } as const;
    await expect(connected.client.bulkWrite([model])).rejects.toMatchObject({
      cause: { code: 8 },
    });
    expect(await collection.countDocuments()).toBe(0);
  });

  it('means only the application it names', async () => {
    const search = { find: 'c', $db: connected.db.databaseName };
    const codeFor = async (name: string): Promise<unknown> => {
      const connection = await RawConnection.to(connected.store.connectionString);
      const client = { application: { name } };
      connection.write(command({ hello: 1, client, $db: 'admin' }));
      await connection.reply();
      connection.write(command(search));
      const reply = await connection.reply();
      connection.close();
      return reply?.document['code'];
    };
    await arm('alwaysOn', { ...find, appName: 'mine' });
    expect(await codeFor('mine')).toBe(13);
    expect(await codeFor('yours')).toBeUndefined();
  });

  it('gives its errors the labels it is told', async () => {
    await arm({ times: 1 }, { ...find, errorLabels: ['Mine', 'Yours'] });
    const error = await refusal(connected.collection().findOne());
    expect(error.errorLabels.filter((label) => /Mine|Yours/.test(label)).sort()).toEqual([
      'Mine',
      'Yours',
    ]);
  });

  it('cuts the connection, and what was asked is not done', async () => {
    const collection = connected.collection();
    await arm({ times: 1 }, { failCommands: ['insert'], closeConnection: true });
    await expect(collection.insertOne({})).rejects.toThrow(/connection .* closed/);
    expect(await collection.countDocuments()).toBe(0);
  });

  it('delays a command, and no other', async () => {
    const collection = connected.collection();
    await arm({ times: 1 }, { failCommands: ['insert'], blockConnection: true, blockTimeMS: 300 });
    const begun = performance.now();
    const delayed = collection.insertOne({}).then(() => performance.now() - begun);
    await connected.db.collection('other').findOne();
    expect(performance.now() - begun).toBeLessThan(300);
    expect(await delayed).toBeGreaterThanOrEqual(299);
    expect(await collection.countDocuments()).toBe(1);
  });

  it('adds a write concern error to what was done', async () => {
    const collection = connected.collection();
    const writeConcernError = { code: 91, errmsg: 'Replication is being shut down' };
    await arm({ times: 1 }, { failCommands: ['insert'], writeConcernError });
    const insert = { insert: collection.collectionName, documents: [{}] };
    expect(await refusal(connected.command(insert))).toMatchObject({ code: 91 });
    expect(await collection.countDocuments()).toBe(1);
  });

  it('is refused what it does not understand', async () => {
    expect(await codeOf(arm({ times: 1 }, { failCommands: ['find'], nothing: 1 }))).toBe(72);
    expect(await codeOf(arm('sometimes', find))).toBe(2);
    const elsewhere = { configureFailPoint: 'failCommand', mode: 'off' };
    expect(await codeOf(connected.command(elsewhere))).toBe(13);
  });
});
