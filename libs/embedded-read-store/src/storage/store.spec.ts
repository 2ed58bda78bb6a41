import { BSON } from 'bson';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { documentIn } from '../bson/value';
import { ServerError } from '../errors';
import { openSnapshot } from './environment';
import { allDocuments, allEntries } from './keys';
import { Store } from './store';
import { type Transaction } from './transaction';

let directory: string;
let store: Store;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'read-store-'));
  store = new Store(directory, (error) => {
    throw error;
  });
});
afterEach(async () => {
  await store.close();
  await rm(directory, { recursive: true });
});

const document = (fields: object) => documentIn(Buffer.from(BSON.serialize(fields)));

const inserting =
  (from: number, count: number) =>
  (transaction: Transaction): void => {
    const collection = transaction.findOrCreate('d', 'c');
    for (let _id = from; _id < from + count; _id += 1) collection.insert(document({ _id, n: _id }));
  };

const countNow = (): number => store.find('d', 'c')?.count() ?? 0;

describe('a write', () => {
  it('is flushed while others go on: its commit does not hold the thread', async () => {
    let wentOn = false;
    await store.write((transaction) => {
      inserting(0, 1)(transaction);
      setImmediate(() => {
        wentOn = true;
      });
    });
    expect([wentOn, countNow()]).toEqual([true, 1]);
  });

  it('is seen when it is committed, whole, and not before', async () => {
    await store.write(inserting(0, 3));
    const writing = store.write(async (transaction) => {
      inserting(3, 3)(transaction);
      await nextTurn();
      expect(transaction.find('d', 'c')?.get(Buffer.from([0]))).toBeUndefined();
      inserting(6, 3)(transaction);
    });
    await nextTurn();
    await nextTurn();
    expect(countNow()).toBe(3);
    await writing;
    expect(countNow()).toBe(9);
  });

  it('leaves nothing behind when it fails, neither in the catalogue nor in the counts', async () => {
    const failing = store.write(async (transaction) => {
      inserting(0, 3)(transaction);
      await nextTurn();
      throw new ServerError(2, 'on purpose');
    });
    const after = store.write(inserting(10, 2));
    await expect(failing).rejects.toThrow('on purpose');
    await after;
    expect(countNow()).toBe(2);
    expect(store.catalogue.collections()).toHaveLength(1);
  });

  it('waits for the one before it', async () => {
    const order: string[] = [];
    const slow = store.write(async () => {
      order.push('slow begins');
      await nextTurn();
      await nextTurn();
      order.push('slow ends');
    });
    const quick = store.write(() => void order.push('quick'));
    await Promise.all([slow, quick]);
    expect(order).toEqual(['slow begins', 'slow ends', 'quick']);
  });
});

it('What a dropped collection leaves is removed bit by bit, until nothing is left of it', async () => {
  await store.write(async (transaction) => {
    inserting(0, 2_500)(transaction);
    const collection = transaction.require('d', 'c');
    const kind = { key: [['n', 1]] as const, name: 'n', unique: false, sparse: false };
    const id = transaction.catalogue.nextId();
    const index = { ...kind, id, multikey: false, truncated: false };
    await collection.build(index, nextTurn);
    transaction.catalogue.addIndex(collection.record, index);
  });
  await store.write((transaction) => {
    transaction.catalogue.drop(transaction.require('d', 'c').record);
  });
  expect(store.find('d', 'c')).toBeUndefined();
  let turns = 0;
  while (await store.collectGarbage()) turns += 1;
  expect(turns).toBe(6);
  const { entries, close } = openSnapshot(directory);
  expect([...entries.some(allDocuments, 1), ...entries.some(allEntries, 1)]).toEqual([]);
  await close();
});
