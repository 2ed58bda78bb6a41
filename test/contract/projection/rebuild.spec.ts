import { collectionName } from '@jejak/projection';
import type { Db } from 'mongodb';

import { eventually, moody } from './moody';
import { signature, startStores, type Running, type Stores } from './stores';

const patience = 5_000;
const timeLimit = 20_000;
const generation = (version: number, build: number) => ({ name: 'moody', version, build });

const all = async (db: Db, version: number, build: number): Promise<unknown[]> => {
  const collection = db.collection(collectionName(generation(version, build)));
  return collection.find().sort({ _id: 1 }).toArray();
};
const census = async (db: Db): Promise<Record<string, number>> => {
  const found = await db.listCollections({}, { nameOnly: true }).toArray();
  const counts = found.map(
    async ({ name }) => [name, await db.collection(name).countDocuments()] as const,
  );
  return Object.fromEntries(await Promise.all(counts));
};
const ready = ({ operations }: Running): Promise<void> =>
  eventually(() => operations.build('moody')?.state === 'ready', 'a ready build');

describe('A rebuild, on both stores', () => {
  let stores: Stores;
  let db: Db;
  beforeAll(async () => {
    stores = await startStores();
    for (let pact = 0; pact < 20; pact += 1) {
      await stores.record(...['a', 'b', 'c'].map((name) => signature(`p${pact}`, name)));
    }
  }, timeLimit);
  afterAll(async () => {
    await stores.stop();
  }, timeLimit);

  async function running(writer: string, version = 1, database = stores.database()) {
    db = database;
    const code = moody(version);
    const runtime = await stores.project(db, [code.view], { writer, limits: { events: 10 } });
    const last = await stores.record(signature('last', 'z'));
    expect(await runtime.waitFor(['moody'], last, patience)).toBe(true);
    return { ...code, runtime };
  }

  it(
    'fills, compares, switches, rolls back and discards',
    async () => {
      const { runtime } = await running('one');
      const { operations } = runtime;
      await operations.rebuild('moody', { throttle: 200 });
      const last = await stores.record(signature('p1', 'during'));
      expect(await runtime.waitFor(['moody'], last, patience)).toBe(true);
      await ready(runtime);
      expect(operations.build('moody')?.difference).toMatchObject({
        ...{ same: 21, changed: 0, onlyLive: 0, onlyNext: 0, examples: [] },
      });
      expect(await operations.switchOver('moody')).toEqual(generation(1, 2));
      expect(await all(db, 1, 2)).toEqual(await all(db, 1, 1));
      const keys = (await db.collection('moody_v1_b2').indexes()).map(({ key }) => key as unknown);
      expect(keys).toContainEqual({ names: 1 });

      const later = await stores.record(signature('p2', 'later'));
      expect(await runtime.waitFor(['moody'], later, patience)).toBe(true);
      expect(await all(db, 1, 2)).not.toEqual(await all(db, 1, 1));
      await operations.rollback('moody');
      await ready(runtime);
      expect(await operations.switchOver('moody')).toEqual(generation(1, 1));
      expect(await all(db, 1, 1)).toEqual(await all(db, 1, 2));

      await operations.rebuild('moody', { throttle: null });
      await ready(runtime);
      await operations.switchOver('moody');
      const names = Object.keys(await census(db)).filter((name) => name.startsWith('moody'));
      expect(names.sort()).toEqual(['moody_v1', 'moody_v1_b3']);
      await runtime.stop();
    },
    timeLimit,
  );

  it(
    'leaves nothing behind when it is given up',
    async () => {
      const { runtime } = await running('one');
      const before = await census(db);
      await runtime.operations.rebuild('moody', { throttle: 20 });
      await runtime.operations.cancel('moody');
      expect(await census(db)).toEqual(before);
      await runtime.stop();
    },
    timeLimit,
  );

  it(
    'of a new version is switched to by itself, and goes on after its process died',
    async () => {
      const older = await running('one');
      const first = moody(2);
      first.poison.add('during');
      const dying = await stores.project(db, [first.view], { writer: 'two' });
      await eventually(() => dying.operations.build('moody')?.state === 'failed', 'failed');
      await dying.stop();
      const newer = await stores.project(db, [moody(2).view], { writer: 'two' });
      const isLive = async (): Promise<boolean> =>
        (await db.collection('views').findOne({}))?.['live']?.version === 2;
      await eventually(isLive, 'switched');
      const last = await stores.record(signature('p3', 'after'));
      for (const runtime of [older.runtime, newer]) {
        expect(await runtime.waitFor(['moody'], last, patience)).toBe(true);
      }
      expect(await all(db, 2, 2)).toEqual(await all(db, 1, 1));
      await Promise.all([older.runtime.stop(), newer.stop()]);
    },
    timeLimit,
  );
});
