import { startEmbeddedReadStore } from '@jejak/embedded-read-store';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Document, MongoClient } from 'mongodb';
import { codeOf, describeEmbedded, useClient } from './support';

const connected = useClient();

describeEmbedded('what the embedded node does not do', () => {
  it.each<[string, number, Document]>([
    ['a change stream', 40573, { aggregate: 'c', pipeline: [{ $changeStream: {} }], cursor: {} }],
    ['a view', 72, { create: 'v', viewOn: 'c', pipeline: [] }],
    ['a capped collection', 72, { create: 'v', capped: true, size: 4096 }],
    ['a validator', 72, { create: 'v', validator: { a: 1 } }],
    ['a time series', 72, { create: 'v', timeseries: { timeField: 't' } }],
    ['$where', 2, { find: 'c', filter: { $where: 'true' } }],
    ['$where in an update', 2, { findAndModify: 'c', query: { $where: 'true' }, update: {} }],
    ['a collation', 238, { find: 'c', filter: {}, collation: { locale: 'id' } }],
    [
      'a collation of an update',
      238,
      { update: 'c', updates: [{ q: {}, u: { $set: { a: 1 } }, collation: { locale: 'id' } }] },
    ],
    [
      'a collation of a findAndModify',
      238,
      { findAndModify: 'c', query: {}, remove: true, collation: { locale: 'id' } },
    ],
    [
      'a stage that does not exist',
      40324,
      { aggregate: 'c', pipeline: [{ $nothing: 1 }], cursor: {} },
    ],
    ['a cursor that does not exist', 43, { getMore: 5n, collection: 'c' }],
    ['running code', 59, { mapReduce: 'c', map: 'f', reduce: 'g', out: { inline: 1 } }],
    ['users', 59, { createUser: 'x', pwd: 'y', roles: [] }],
    ['another fail point than its own', 2, { configureFailPoint: 'nothing', mode: 'off' }],
  ])('is refused: %s (%i)', async (_what, code, command) => {
    const admin = 'configureFailPoint' in command ? connected.client.db('admin') : connected.db;
    expect(await codeOf(admin.command(command))).toBe(code);
  });

  it('takes what says nothing: no variables, the simple collation', async () => {
    const collation = { locale: 'simple' };
    const updates = [{ q: {}, u: { $set: { a: 1 } }, collation }];
    expect(await connected.command({ update: 'c', updates, let: {} })).toMatchObject({ ok: 1 });
    expect(
      await connected.command({ findAndModify: 'c', query: {}, remove: true, collation }),
    ).toMatchObject({ ok: 1 });
  });

  it('announces itself as a standalone', async () => {
    const hello = await connected.db.admin().command({ hello: 1 });
    expect(hello).toMatchObject({ isWritablePrimary: true, maxWireVersion: 25 });
    expect(hello).not.toHaveProperty('setName');
  });

  it('offers fail points only when it was started with them', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jejak-no-faults-'));
    const node = await startEmbeddedReadStore({ directory });
    const client = await MongoClient.connect(node.connectionString);
    const command = { configureFailPoint: 'failCommand', mode: 'off' };
    expect(await codeOf(client.db('admin').command(command))).toBe(59);
    await client.close();
    await node.stop();
    await rm(directory, { recursive: true, force: true });
  });
});
