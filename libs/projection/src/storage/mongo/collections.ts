import type { Position } from '@jejak/domain';
import type { Collection, Db } from 'mongodb';

import type { Generation } from '../../view/generation';
import type { StoredDocument } from '../../view/stored-document';
import type { CatalogueEntry } from '../catalogue';
import type { EventReference, ParkedRecord } from '../parked';
import { majority, viewCollection } from './view-collection';

/** What the next sweep may remove, once it was marked long enough ago. */
export interface TombstoneMark {
  readonly upTo: Position;
  /** By the server's clock. */
  readonly markedAt: Date;
}

/** One document for each generation, keyed by the name of its collection. */
export interface StoredCheckpoint {
  readonly _id: string;
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly position: Position | null;
  readonly events: number;
  readonly recordedAt: string | null;
  /** Keys that are parked. */
  readonly parked: number;
  readonly fence: bigint;
  /** Empty: nobody had the lease yet. */
  readonly writer: string;
  readonly leaseMilliseconds: number;
  /** By the server's clock; the epoch when the lease was given back. */
  readonly renewedAt: Date;
  /** By the server's clock: when the checkpoint was saved. */
  readonly updatedAt: Date;
  readonly tombstones?: TombstoneMark;
}

/** One document for each view. */
export type StoredEntry = Omit<CatalogueEntry, 'view'> & { readonly _id: string };

/** `_id`: `<collection>/<kind>/<key>`. */
export interface StoredParked extends ParkedRecord {
  readonly _id: string;
  /** Name of the generation's collection. */
  readonly generation: string;
  readonly view: string;
  /** Of the writer that wrote it or took it over last; absent in records from before there were any. */
  readonly fence?: bigint;
}

/** `_id`: `<collection>/<key>/<commit>/<prepare>`, both of 20 digits, so that it sorts by position. */
export interface StoredQueued {
  readonly _id: string;
  /** Name of the generation's collection. */
  readonly generation: string;
  readonly key: string;
  readonly event: EventReference;
  /** Of the last writer that put it there. */
  readonly fence?: bigint;
}

export interface Collections {
  readonly db: Db;
  readonly checkpoints: Collection<StoredCheckpoint>;
  readonly views: Collection<StoredEntry>;
  readonly parked: Collection<StoredParked>;
  readonly parkedEvents: Collection<StoredQueued>;
  documents(generation: Generation): Collection<StoredDocument>;
}

export function collectionsOf(db: Db): Collections {
  return {
    db,
    checkpoints: db.collection<StoredCheckpoint>('checkpoints', majority),
    views: db.collection<StoredEntry>('views', majority),
    parked: db.collection<StoredParked>('parked', majority),
    parkedEvents: db.collection<StoredQueued>('parked_events', majority),
    documents: (generation) => viewCollection(db, generation),
  };
}
