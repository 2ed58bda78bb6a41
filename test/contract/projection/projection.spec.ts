import { collectionName, createViewStandings, viewCollection } from '@jejak/projection';
import { Long } from 'mongodb';
import { setTimeout as sleep } from 'node:timers/promises';

import { documentsOf, signature, startStores, striking, type Stores } from './stores';
import { count, signers } from './views';

const views = [signers, count];
const names = views.map(({ name }) => name);
const patience = 5_000;
const timeLimit = 20_000;

describe('The projection runtime, on both stores', () => {
  let stores: Stores;
  beforeAll(async () => {
    stores = await startStores();
  }, timeLimit);
  afterAll(async () => {
    await stores.stop();
  }, timeLimit);

  it('replays what was recorded before it started, then follows live', async () => {
    const db = stores.database();
    const early = await stores.record(signature('replay', 'a'), signature('replay', 'b'));
    const runtime = await stores.project(db, views);
    expect(await runtime.waitFor(names, early, patience)).toBe(true);
    expect(await documentsOf(db, signers)).toMatchObject({ replay: { names: ['a', 'b'] } });
    const late = await stores.record(signature('replay', 'c'));
    expect(await runtime.waitFor(names, late, patience)).toBe(true);
    expect(await documentsOf(db, signers)).toMatchObject({ replay: { names: ['a', 'b', 'c'] } });
    expect(runtime.status()).toMatchObject([
      { state: 'live', error: null, position: late },
      { state: 'live', error: null, position: late },
    ]);
    await runtime.stop();
  });

  it('stores positions as two Longs and one checkpoint for each view', async () => {
    const db = stores.database();
    const position = await stores.record(signature('longs', 'a'));
    const runtime = await stores.project(db, views);
    await runtime.waitFor(names, position, patience);
    await runtime.stop();
    const raw = { promoteLongs: false };
    const document = await db.collection(collectionName(signers)).findOne({ names: 'a' }, raw);
    expect(document?.['position'].commit).toBeInstanceOf(Long);
    const checkpoints = await db.collection('checkpoints').find({}, raw).sort({ _id: 1 }).toArray();
    expect(checkpoints).toMatchObject([
      { _id: 'count_v1', view: 'count', version: 1, updatedAt: expect.any(Date) },
      { _id: 'signers_v1', view: 'signers', version: 1 },
    ]);
    const { commit, prepare } = checkpoints[0]?.['position'] as { commit: Long; prepare: Long };
    expect({ commit: commit.toBigInt(), prepare: prepare.toBigInt() }).toEqual(position);
  });

  it('makes the indexes of a new view once it is filled, before it follows the log', async () => {
    const db = stores.database();
    const position = await stores.record(signature('index', 'a'));
    const runtime = await stores.project(db, views);
    await runtime.waitFor(names, position, patience);
    while (runtime.status().some(({ state }) => state !== 'live')) await sleep(5);
    const keys = (await viewCollection(db, signers).indexes()).map(({ key }) => key);
    expect(keys).toContainEqual({ names: 1 });
    await runtime.stop();
  });

  it('lets another process read its own writes', async () => {
    const db = stores.database();
    const standings = createViewStandings({ db });
    expect(await standings.standing(signers)).toMatchObject({ position: null });
    const runtime = await stores.project(db, views);
    const written = await stores.record(signature('own', 'mine'));
    expect(await standings.waitFor(signers, written, patience)).toMatchObject({
      position: written,
    });
    expect(await documentsOf(db, signers)).toMatchObject({ own: { names: ['mine'] } });
    await runtime.stop();
    const unseen = await stores.record(signature('own', 'unseen'));
    expect(await standings.waitFor(signers, unseen, 50)).toMatchObject({ position: written });
  });

  it('keeps the tombstone of a deleted document for its time, then sweeps it', async () => {
    const db = stores.database();
    const tombstone = () => viewCollection(db, signers).findOne({ _id: 'struck' });
    const first = await stores.project(db, views);
    await stores.record(signature('struck', 'a'));
    await first.waitFor(names, await stores.record(striking('struck')), patience);
    expect(await documentsOf(db, signers)).not.toHaveProperty('struck');
    expect(await tombstone()).toMatchObject({ _deleted: true });
    await first.stop();
    const second = await stores.project(db, views, { tombstoneRetentionMilliseconds: 0 });
    await second.waitFor(names, await stores.record(signature('kept', 'b')), patience);
    expect(await tombstone()).toBeNull();
    await second.stop();
  });

  it(
    'loses and repeats nothing when two projectors write the same views',
    async () => {
      const db = stores.database();
      const pair = await Promise.all([stores.project(db, views), stores.project(db, views)]);
      let last = await stores.record(signature('pair', '0'));
      for (let index = 1; index < 20; index += 1) {
        last = await stores.record(signature('pair', String(index)), signature('other', 'x'));
      }
      for (const runtime of pair) expect(await runtime.waitFor(names, last, patience)).toBe(true);
      const expected = Array.from({ length: 20 }, (_, index) => String(index));
      expect(await documentsOf(db, signers)).toMatchObject({ pair: { names: expected } });
      expect(await documentsOf(db, count)).toMatchObject({ pair: { count: 20 } });
      await Promise.all(pair.map((runtime) => runtime.stop()));
    },
    timeLimit,
  );
});
