import type { EventStore } from '@jejak/event-store';
import type { Db } from 'mongodb';

import type { AnyView } from '../view/any-view';
import { mongoStorage } from '../storage/mongo/mongo-storage';
import { createRuntimeOn, type ProjectionRuntime, type ProjectionSettings } from './runtime';

export interface ProjectionOptions extends ProjectionSettings {
  /** Stays the caller's: neither store is closed by the runtime. */
  readonly store: Pick<EventStore, 'subscribe' | 'head'>;
  readonly db: Db;
  readonly views: readonly AnyView[];
}

/** Projects the event log into MongoDB views. Throws RangeError when two views share a name. */
export function createProjectionRuntime(options: ProjectionOptions): ProjectionRuntime {
  const { store, db, views, ...settings } = options;
  const storage = mongoStorage(db, settings.clock ?? (() => new Date()));
  return createRuntimeOn(storage, store, views, settings);
}
