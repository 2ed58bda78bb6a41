import type { Db } from 'mongodb';

import { mongoProjectionStorage } from '../storage/mongo/projection-storage';
import type { AnyView } from '../view/any-view';
import { createRuntimeOn, type ProjectedStore, type ProjectionRuntime } from './runtime';
import type { ProjectionSettings } from './settings';

export interface ProjectionOptions extends ProjectionSettings {
  /** Stays the caller's: neither store is closed by the runtime. */
  readonly store: ProjectedStore;
  readonly db: Db;
  readonly views: readonly AnyView[];
}

/** Projects the event log into MongoDB views. Throws RangeError when two views share a name. */
export function createProjectionRuntime(options: ProjectionOptions): ProjectionRuntime {
  const { store, db, views, ...settings } = options;
  const storage = mongoProjectionStorage(db);
  return createRuntimeOn(storage, store, views, settings);
}
