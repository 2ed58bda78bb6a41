import { randomUUID } from 'node:crypto';

import { createViewStandings, ViewBeingBuilt, type ViewStandings } from '@jejak/projection';
import { Long, MongoClient, type Db } from 'mongodb';

import { startReadStoreUnderTest, type ReadStoreUnderTest } from '../read-store-under-test';

const timeLimit = 20_000;
const ranking = { name: 'ranking', version: 2 };
const trail = { name: 'trail', version: 1 };

const at = (place: bigint) => ({ commit: place, prepare: place });
const stored = (place: bigint) => ({
  commit: Long.fromBigInt(place),
  prepare: Long.fromBigInt(place),
});
const generation = (version: number, build: number) => ({ name: 'ranking', version, build });

describe('Standings of views, from what a projector writes', () => {
  let readStore: ReadStoreUnderTest;
  let mongo: MongoClient;
  let db: Db;
  let standings: ViewStandings;
  let finds: string[];

  beforeAll(async () => {
    readStore = await startReadStoreUnderTest();
    const options = { monitorCommands: true };
    mongo = await new MongoClient(readStore.connectionString, options).connect();
    mongo.on('commandStarted', ({ commandName, command, databaseName }) => {
      if (databaseName === db.databaseName && commandName === 'find')
        finds.push(String(command['find']));
    });
  }, timeLimit);
  afterAll(async () => {
    await mongo.close();
    await readStore.stop();
  }, timeLimit);
  beforeEach(() => {
    finds = [];
    db = mongo.db(`standings-${randomUUID().slice(0, 8)}`);
    standings = createViewStandings({ db, cacheMilliseconds: 0 });
  });

  const checkpoint = async (_id: string, place: bigint | null, more: object = {}) => {
    const position = place === null ? null : stored(place);
    const fields = { position, events: 3, recordedAt: null, parked: 0, ...more };
    const collection = db.collection<{ _id: string }>('checkpoints');
    await collection.updateOne({ _id }, { $set: fields }, { upsert: true });
  };
  const catalogue = async (generations: object, view = 'ranking') => {
    const none = { builds: 2, live: null, previous: null, next: null, discarded: [] };
    const fields = { revision: Long.fromNumber(1), ...none, ...generations };
    const collection = db.collection<{ _id: string }>('views');
    await collection.updateOne({ _id: view }, { $set: fields }, { upsert: true });
  };
  const park = async (of: string, kind: string, key: string, more: object = {}) => {
    const event = {
      ...{ id: randomUUID(), stream: `pact-${key}`, type: 'PactSigned' },
      ...{ revision: Long.fromBigInt(2n ** 53n + 1n), position: stored(7n) },
    };
    await db.collection<{ _id: string }>('parked').insertOne({
      _id: `${of}/${kind}/${key}`,
      ...{ generation: of, view: 'ranking', kind, key, event, error: 'Mayor X', attempts: 3 },
      ...{ firstFailedAt: '2026-01-02T00:00:00.000Z', lastFailedAt: '2026-01-02T00:01:00.000Z' },
      ...more,
    });
  };

  it('are those of the live generation, with every digit of the position', async () => {
    const place = 2n ** 62n + 1n;
    await catalogue({ live: { version: 2, build: 2 }, previous: { version: 2, build: 1 } });
    await checkpoint('ranking_v2', 5n);
    await checkpoint('ranking_v2_b2', place, { parked: 4 });
    const standing = { generation: generation(2, 2), position: at(place), parked: 4 };
    expect(await standings.standing(ranking)).toEqual(standing);
    expect(await standings.waitFor(ranking, at(place), 0)).toEqual(standing);
    expect(await standings.waitFor(ranking, at(place + 1n), 0)).toEqual(standing);
  });

  it('are those of the first, empty build where nothing was projected', async () => {
    const first = { generation: generation(2, 1), position: null, parked: 0 };
    expect(await standings.standing(ranking)).toEqual(first);
    await catalogue({ next: { version: 2, build: 1, state: 'filling' } });
    await checkpoint('ranking_v2', null);
    expect(await standings.standing(ranking)).toEqual(first);
    await catalogue({ live: { version: 2, build: 1 } });
    expect(await standings.standing(ranking)).toEqual(first);
  });

  it('are those of the first build in a database from before the catalogue', async () => {
    const document = { _id: 'ranking_v2', view: 'ranking', version: 2, position: stored(9n) };
    await db.collection<{ _id: string }>('checkpoints').insertOne(document);
    expect(await standings.standing(ranking)).toEqual({
      ...{ generation: generation(2, 1), position: at(9n), parked: 0 },
    });
  });

  it('are those of the previous generation for a release that knows only that version', async () => {
    await catalogue({ live: { version: 3, build: 2 }, previous: { version: 2, build: 1 } });
    await checkpoint('ranking_v2', 5n);
    await checkpoint('ranking_v3_b2', 9n);
    expect(await standings.standing(ranking)).toMatchObject({ generation: generation(2, 1) });
    expect(await standings.standing({ ...ranking, version: 3 })).toMatchObject({
      ...{ generation: generation(3, 2), position: at(9n) },
    });
  });

  it('are those of an older version while the new one is built, where the code reads it', async () => {
    await catalogue({ live: { version: 1, build: 1 }, next: { version: 2, build: 2 } });
    await checkpoint('ranking_v1', 5n);
    await checkpoint('ranking_v2_b2', 3n, { events: 12 });
    const read = await standings.standing({ ...ranking, readsFrom: 1 });
    expect(read).toEqual({ generation: generation(1, 1), position: at(5n), parked: 0 });
    const refused = standings.standing(ranking);
    await expect(refused).rejects.toBeInstanceOf(ViewBeingBuilt);
    await expect(refused).rejects.toMatchObject({ events: 12, view: ranking });
    await expect(standings.waitFor(ranking, at(1n), 5_000)).rejects.toMatchObject({ events: 12 });
  });

  it('turn from one generation to the other while somebody waits', async () => {
    await catalogue({ live: { version: 2, build: 1 }, next: { version: 2, build: 2 } });
    await checkpoint('ranking_v2', 5n);
    await checkpoint('ranking_v2_b2', 4n);
    const waiting = standings.waitFor(ranking, at(6n), 5_000);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await catalogue({ live: { version: 2, build: 2 }, previous: { version: 2, build: 1 } });
    await checkpoint('ranking_v2', 6n);
    await new Promise((resolve) => setTimeout(resolve, 120));
    await checkpoint('ranking_v2_b2', 7n);
    expect(await waiting).toMatchObject({ generation: generation(2, 2), position: at(7n) });
  });

  it('take two questions for everybody who waits for any view', async () => {
    await checkpoint('ranking_v2', 5n);
    await checkpoint('trail_v1', 5n);
    const all = Array.from({ length: 1_000 }, (_, index) =>
      standings.waitFor(index % 2 === 0 ? ranking : trail, at(6n), 300),
    );
    expect(await Promise.all(all)).toHaveLength(1_000);
    expect(finds.length).toBeLessThanOrEqual(2 * 10);
    expect(new Set(finds)).toEqual(new Set(['views', 'checkpoints']));
  });

  describe('and what is parked', () => {
    const standing = { generation: generation(2, 1), position: at(9n), parked: 3 };

    it('is told of the documents asked about, and of every stream, without the error', async () => {
      await park('ranking_v2', 'document', 'a');
      await park('ranking_v2', 'document', 'b');
      await park('ranking_v2', 'stream', 's');
      await park('ranking_v2_b2', 'document', 'a');
      const revision = 2n ** 53n + 1n;
      const parked = await standings.parkedAmong(standing, ['a', 'c']);
      const since = '2026-01-02T00:00:00.000Z';
      expect(parked).toEqual([
        { kind: 'stream', key: 's', stream: 'pact-s', revision, type: 'PactSigned', since },
        { kind: 'document', key: 'a', stream: 'pact-a', revision, type: 'PactSigned', since },
      ]);
    });

    it('is told of a range in either order, for documents that are not there too', async () => {
      for (const key of ['1', '2', '3']) await park('ranking_v2', 'event', key);
      const keys = async (after: string | null, order: 'asc' | 'desc') =>
        (await standings.parkedAmong(standing, { after, order })).map(({ key }) => key);
      expect(await keys(null, 'desc')).toEqual(['3', '2', '1']);
      expect(await keys('2', 'desc')).toEqual(['1']);
      expect(await keys('1', 'asc')).toEqual(['2', '3']);
    });

    it('is not asked for where the standing says nothing is', async () => {
      await park('ranking_v2', 'document', 'a');
      expect(await standings.parkedAmong({ ...standing, parked: 0 }, ['a'])).toEqual([]);
      expect(finds).toEqual([]);
    });
  });
});
