import type { ViewIndex } from '@jejak/views/view';
import { MongoServerError } from 'mongodb';

import { collectionName, type Generation } from '../../view/generation';
import type { Collections } from './collections';
import { majority } from './view-collection';

const namespaceNotFound = 26;
const namespaceExists = 48;

async function unless(code: number, work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof MongoServerError) || error.code !== code) throw error;
  }
}

/** Makes a generation's collection; the first time also the indexes of what all of them share. */
export function preparer(collections: Collections): (generation: Generation) => Promise<void> {
  const { db, parked, parkedEvents } = collections;
  let shared: Promise<unknown> | undefined;
  const makeShared = async (): Promise<void> => {
    await parked.createIndexes([
      { key: { generation: 1, 'event.position.commit': 1 } },
      { key: { generation: 1, kind: 1, key: 1 } },
    ]);
    await parkedEvents.createIndexes([{ key: { generation: 1, key: 1, _id: 1 } }]);
  };
  const once = async (): Promise<void> => {
    shared ??= makeShared();
    try {
      await shared;
    } catch (error) {
      shared = undefined;
      throw error;
    }
  };
  const { writeConcern } = majority;
  return async (generation) => {
    await once();
    const options = writeConcern === undefined ? {} : { writeConcern };
    await unless(namespaceExists, db.createCollection(collectionName(generation), options));
    const tombstones = { key: { _deleted: 1 as const }, sparse: true };
    await collections.documents(generation).createIndexes([tombstones]);
  };
}

export async function index(
  collections: Collections,
  generation: Generation,
  indexes: readonly ViewIndex[],
): Promise<void> {
  if (indexes.length === 0) return;
  const keys = indexes.map((key) => ({ key: { ...key } }));
  await collections.documents(generation).createIndexes(keys);
}

/** The checkpoint goes first: from then on nobody holds a lease of the generation. */
export async function discard(collections: Collections, generation: Generation): Promise<void> {
  const name = collectionName(generation);
  await collections.checkpoints.deleteOne({ _id: name });
  await unless(namespaceNotFound, collections.documents(generation).drop());
  await collections.parkedEvents.deleteMany({ generation: name });
  await collections.parked.deleteMany({ generation: name });
}
