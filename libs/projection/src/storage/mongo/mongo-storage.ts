import type { Position } from '@jejak/domain';
import type { AnyBulkWriteOperation, Db } from 'mongodb';

import { readCheckpoint, saveCheckpoints } from './mongo-checkpoints';
import { isDuplicateKey, isOutage } from './outage';
import type { Operation } from '../../fold/plan-batch';
import { decodePosition, encodePosition } from '../../view/position-codec';
import { AnotherWriter } from '../../errors';
import type { StoredDocument } from '../../view/stored-document';
import { viewCollection } from './view-collection';
import type { ViewStorage } from '../view-storage';

/** The document with this id while it stands at this position. */
function standing(_id: string, position: Position) {
  const { commit, prepare } = encodePosition(position);
  return { _id, 'position.commit': commit, 'position.prepare': prepare };
}

function model(operation: Operation): AnyBulkWriteOperation<StoredDocument> {
  const { document } = operation;
  if (operation.kind === 'insert') return { insertOne: { document } };
  const { _id, ...replacement } = document;
  return { replaceOne: { filter: standing(_id, operation.loadedAt), replacement } };
}

/** Views and checkpoints in MongoDB. `db` stays the caller's, who connects and closes it. */
export function mongoStorage(db: Db, clock: () => Date): ViewStorage {
  return {
    async assertDurable() {
      const hello = await db.admin().command({ hello: 1 });
      if (hello['isWritablePrimary'] !== true) {
        throw new Error('The MongoDB server that answers does not take writes');
      }
    },

    async prepare(view) {
      const indexes = view.indexes.map((key) => ({ key: { ...key } }));
      const tombstones = { key: { _deleted: 1 as const }, sparse: true };
      await viewCollection(db, view).createIndexes([...indexes, tombstones]);
    },

    async load(view, ids) {
      const documents = viewCollection(db, view).find({ _id: { $in: [...ids] } });
      const loaded = new Map<string, StoredDocument>();
      for await (const document of documents) {
        loaded.set(document._id, { ...document, position: decodePosition(document.position) });
      }
      return loaded;
    },

    async write(view, operations) {
      const moved = () => new AnotherWriter(view.name, 'a document');
      const models = operations.map(model);
      try {
        const result = await viewCollection(db, view).bulkWrite(models, { ordered: false });
        if (result.insertedCount + result.matchedCount < models.length) throw moved();
      } catch (error) {
        throw isDuplicateKey(error) ? moved() : error;
      }
    },

    checkpoint: (view) => readCheckpoint(db, view),
    saveCheckpoints: (advances) => saveCheckpoints(db, advances, clock()),

    async sweep(view, tombstones) {
      const models = tombstones.map(({ _id, position }) => ({
        deleteOne: { filter: { ...standing(_id, position), _deleted: true as const } },
      }));
      await viewCollection(db, view).bulkWrite(models, { ordered: false });
    },

    async sweepPassed(view, passed) {
      const { commit, prepare } = encodePosition(passed);
      await viewCollection(db, view).deleteMany({
        _deleted: true,
        $or: [
          { 'position.commit': { $lt: commit } },
          { 'position.commit': commit, 'position.prepare': { $lte: prepare } },
        ],
      });
    },

    isOutage,
  };
}
