import type { Db } from 'mongodb';

import type { ProjectionStorage } from '../projection-storage';
import { mongoCatalogue } from './catalogue';
import { readCheckpoint, saveCheckpoints } from './checkpoints';
import { collectionsOf } from './collections';
import { add, documents, load, write } from './documents';
import { assertDurable } from './durability';
import { acquire, release, renew } from './leases';
import { isOutage } from './outage';
import { park, parkedIn, takeParked, unpark } from './parked';
import { discard, index, preparer } from './prepare';
import { dequeue, queue, queued, waiting } from './queue';
import { sweep } from './sweep';

/**
 * Generations, checkpoints and what is parked, in MongoDB. `db` stays the caller's, who connects and
 * closes it. Time is the server's throughout.
 */
export function mongoProjectionStorage(db: Db): ProjectionStorage {
  const collections = collectionsOf(db);
  const on =
    <Input extends readonly unknown[], Output>(
      work: (on: typeof collections, ...input: Input) => Output,
    ) =>
    (...input: Input): Output =>
      work(collections, ...input);
  return {
    assertDurable: on(assertDurable),
    catalogue: mongoCatalogue(collections),
    prepare: preparer(collections),
    index: on(index),
    discard: on(discard),
    load: on(load),
    documents: on(documents),
    write: on(write),
    add: on(add),
    sweep: on(sweep),
    checkpoint: on(readCheckpoint),
    acquire: on(acquire),
    renew: on(renew),
    release: on(release),
    saveCheckpoints: on(saveCheckpoints),
    parked: on(parkedIn),
    takeParked: on(takeParked),
    park: on(park),
    unpark: on(unpark),
    queue: on(queue),
    queued: on(queued),
    dequeue: on(dequeue),
    waiting: on(waiting),
    isOutage,
  };
}
